#include <algorithm>
#include <sstream>
#include <utility>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "yaml/codes.h"
#include "yaml/document.h"
#include "yaml/json.h"
#include "yaml/json_tree.h"
#include "yaml/source.h"
#include "yaml/syntax.h"
#include "yaml/tree_builder.h"

namespace aiguillage::yaml {
namespace {

/// Brackets open far beyond the limit of depth would only make yaml-cpp keep them all in memory.
std::optional<std::size_t> bracket_flood(const std::string& text, std::size_t most) {
  std::size_t open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[' || text[i] == '{') ++open;
    if ((text[i] == ']' || text[i] == '}') && open > 0) --open;
    if (open > most) return i;
  }
  return std::nullopt;
}

void report_empty(findings& found) {
  found.add(0, code::empty_file, {"le fichier est vide", "the file is empty"},
            {"écrivez au moins une clé et sa valeur", "write at least one key and its value"});
}

void read_documents(findings& found, tree_builder& builder) {
  const bool already_explained = found.count > 0;
  std::istringstream stream(found.from.text + "\n...\n");
  YAML::Parser parser(stream);
  try {
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const reading_stopped&) {
    return;  // what stopped the reading is already among the findings
  } catch (const YAML::ParserException& stop) {
    if (already_explained || (found.count > 0 && found.out.back().code == code::unclosed_quote)) return;
    const auto position =
        stop.mark.pos < 0 ? builder.last_position() : static_cast<std::size_t>(stop.mark.pos);
    report_syntax(found,
                  {stop.msg, position, builder.last_position(), builder.open_bracket(), builder.indent()});
  }
}

}  // namespace

std::optional<node> read_events(findings& found, const limits& bounds) {
  tree_builder builder(found, bounds);
  read_documents(found, builder);
  if (!builder.root() && found.count == 0) report_empty(found);
  if (found.count > 0) return std::nullopt;
  return std::move(builder.root());
}

const node* node::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const entry& one) { return one.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::optional<node> parse(std::string_view text, const std::string& file, diagnostics& out,
                          const limits& bounds) {
  if (text.size() > bounds.bytes) {
    const std::string most = std::to_string(bounds.bytes);
    out.push_back({severity::error,
                   code::file_too_large,
                   file,
                   0,
                   0,
                   {"le fichier dépasse " + most + " octets", "the file is larger than " + most + " bytes"},
                   {"partagez-le en plusieurs fichiers", "split it into several files"}});
    return std::nullopt;
  }
  const source from = read_source(without_json_ways(text), file);
  findings found{from, out};
  check_characters(found);
  if (found.count > 0) return std::nullopt;
  check_line_starts(found);
  if (const auto flood = bracket_flood(from.text, bounds.depth * 64)) {
    found.add(*flood, code::too_deep, {"trop de crochets ou d'accolades ouverts", "too many open brackets"},
              {"fermez ceux qui ne servent plus", "close those that are done"});
    return std::nullopt;
  }
#ifndef __EMSCRIPTEN__  // a module stays small: the tree would be the same
  if (found.count == 0)
    if (std::optional<node> tree = read_json(from, bounds)) return tree;
#endif
  return read_events(found, bounds);
}

}  // namespace aiguillage::yaml
