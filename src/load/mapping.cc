#include "aiguillage/mapping.h"

#include <algorithm>
#include <filesystem>

#include "fold.h"
#include "load/tables.h"
#include "load/values.h"
#include "yaml/codes.h"

namespace aiguillage {
namespace load {

using yaml::value_kind;

const std::vector<std::string>& attribute_words() {
  static const words list = [] {
    words names;
    for (std::size_t i = 0; i < attribute_count; ++i)
      names.emplace_back(form_of(static_cast<attribute>(i)).name);
    names.emplace_back("nothing");
    return names;
  }();
  return list;
}

const std::vector<std::string>& reading_words() {
  static const words list = words_from({"words", "day_hours", "areas", "own", "remarks", "point"});
  return list;
}

const std::vector<std::string>& other_words_words() {
  static const words list = words_from({"remark", "keep", "skip"});
  return list;
}

const std::vector<std::string>& day_words() {
  static const words list =
      words_from({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  return list;
}

namespace {

keys what_a_mapping_is() {
  return {{"import",
           value_kind::text,
           true,
           {"le format : le nom du fichier", "the format: the name of the file"}},
          {"title", value_kind::bilingual, true, {"ce que contient ce format", "what this format holds"}},
          {"source", value_kind::text, true, {"où le format est décrit", "where the format is described"}},
          {"producer", value_kind::text, true, {"qui publie ces fichiers", "who publishes these files"}},
          {"type",
           value_kind::name,
           false,
           {"le type d'acteur de tous", "the type of actor of all"},
           content::actor_types},
          {"otherwise",
           value_kind::name,
           false,
           {"le type supposé quand il n'est pas dit", "the type assumed when none is said"},
           content::actor_types},
          {"member_of",
           value_kind::text,
           false,
           {"la colonne qui nomme l'enregistrement complété",
            "the column that names the record that is added to"}}};
}

keys how_a_mapping_reads() {
  return {{"separators",
           value_kind::text,
           false,
           {"ce qui sépare les valeurs d'une case", "what stands between the values of a cell"}},
          {"escapes",
           value_kind::boolean,
           false,
           {"\\ devant un séparateur qui fait partie du texte",
            "\\ before a separator that is part of the text"}},
          {"hsds",
           value_kind::boolean,
           false,
           {"les fichiers sont ceux d'un paquet HSDS ; une colonne s'appelle table.colonne, et dit la "
            "première qu'un "
            "enregistrement a",
            "the files are those of an HSDS package; a column is called table.column, and the first that a "
            "record "
            "has is read"}},
          {"columns",
           value_kind::sequence,
           true,
           {"les colonnes lues", "the columns that are read"},
           {},
           column_keys},
          {"writes",
           value_kind::sequence,
           false,
           {"les tables que ce format publie aujourd'hui, pour l'export",
            "the tables that this format publishes today, for exports"},
           {},
           written_table_keys}};
}

}  // namespace

const keys& mapping_keys() {
  static const keys table = joined(what_a_mapping_is(), how_a_mapping_reads());
  return table;
}

const keys& written_table_keys() {
  static const keys table{{"table", value_kind::text, false, {"son nom, en JSON", "its name, in JSON"}},
                          {"columns",
                           value_kind::sequence,
                           true,
                           {"ses colonnes, dans l'ordre officiel", "its columns, in the official order"},
                           {},
                           written_column_keys}};
  return table;
}

const keys& written_column_keys() {
  static const keys table{
      {"column", value_kind::text, true, {"son nom", "its name"}},
      {"words", value_kind::texts, false, {"les seules valeurs admises", "the only values admitted"}},
      {"one", value_kind::boolean, false, {"une valeur au plus", "one value at most"}},
      {"number", value_kind::boolean, false, {"un nombre, en JSON", "a number, in JSON"}},
      {"longest",
       value_kind::integer,
       false,
       {"le plus de caractères", "the most characters"},
       content::not_negative}};
  return table;
}

const keys& column_keys() {
  static const keys table{
      {"from", value_kind::texts, true, {"ses noms possibles", "its possible names"}},
      {"says",
       value_kind::name,
       true,
       {"ce qu'elle dit ; nothing : rien de plus", "what it says; nothing: nothing more"},
       content::attributes},
      {"read", value_kind::name, false, {"comment lire une case", "how a cell is read"}, content::readings},
      {"day",
       value_kind::name,
       false,
       {"le jour de ces horaires", "the day of these hours"},
       content::week_days},
      {"kind_from",
       value_kind::text,
       false,
       {"areas : la colonne qui dit si c'est une commune, une région…",
        "areas: the column that says whether it is a commune, a region…"}},
      {"separators",
       value_kind::text,
       false,
       {"ce qui sépare les valeurs d'une case", "what stands between the values of a cell"}},
      {"words",
       value_kind::mapping,
       false,
       {"nos mots pour les siens ; [] : ne dit rien", "our words for its own; []: says nothing"},
       content::import_words},
      {"others",
       value_kind::name,
       false,
       {"les autres mots : remark (gardés en remarque), keep (tels quels), skip (omis)",
        "other words: remark (kept as remarks), keep (as they are), skip (left out)"},
       content::other_words},
      {"required",
       value_kind::boolean,
       false,
       {"sans elle, le fichier n'est pas de ce format", "a file without it is not of this format"}}};
  return table;
}

namespace {

template <class List>
words names_of(const List& list) {
  words names;
  for (const auto& one : list) names.push_back(one.id);
  return names;
}

/// The words that an attribute may have; none: any.
words words_allowed(attribute what, const pack& rules) {
  switch (what) {
    case attribute::type: return names_of(rules.actor_types);
    case attribute::publics_only:
    case attribute::publics_first: return names_of(rules.publics);
    case attribute::helps: return names_of(rules.levels);
    case attribute::channels:
    case attribute::bookings: return channel_words();
    case attribute::requested_by: return requester_words();
    case attribute::fees: return fee_words();
    case attribute::step_free: return {"true", "false"};
    case attribute::mandates: {
      words all = mandate_words();
      all.emplace_back("none");
      return all;
    }
    default: return {};
  }
}

void read_word(const yaml::node& given, const words& allowed, std::vector<std::string>& to, const sink& out) {
  if (given.kind != yaml::node_kind::scalar || given.null) {
    report(out, given, code::wrong_shape, {"on attend un mot", "a word is expected"});
    return;
  }
  if (allowed.empty() || load::read_word(allowed, given, out)) to.push_back(given.scalar);
}

/// A column in our own words has every one of them.
void take_own_words(column_rule& read, const pack& rules) {
  const words allowed = read.says ? words_allowed(*read.says, rules) : words{};
  read.listed = !allowed.empty();
  for (const std::string& word : allowed) {
    read.words.emplace(detail::folded(word), words{word});
    read.spelled.push_back(word);
  }
}

void read_words(const yaml::node& item, column_rule& read, const pack& rules, const sink& to) {
  const yaml::node* given = child(item, "words", value_kind::mapping);
  if (given == nullptr) return;
  read.listed = true;
  const words allowed = read.says ? words_allowed(*read.says, rules) : words{};
  for (const yaml::entry& one : given->entries) {
    std::vector<std::string> ours;
    if (one.value.kind == yaml::node_kind::sequence)
      for (const yaml::node& word : one.value.items) read_word(word, allowed, ours, to);
    else
      read_word(one.value, allowed, ours, to);
    if (read.words.emplace(detail::folded(one.key), std::move(ours)).second) {
      read.spelled.push_back(one.key);
      continue;
    }
    const text name = quoted(one.key);
    report(to, one, code::duplicate_id,
           {name.fr + " est déjà là, à la casse et aux accents près",
            name.en + " is there already, but for case and accents"});
  }
}

column_rule read_column(const yaml::node& item, const std::string& separators, const pack& rules,
                        const sink& to) {
  yaml::check_keys(item, column_keys(), to.file, to.out);
  column_rule read;
  for (const std::string& header : texts_at(item, "from")) read.from.push_back(detail::folded(header));
  const auto says = word_at(attribute_words(), item, "says", attribute_count, to);
  if (says < attribute_count) read.says = static_cast<attribute>(says);
  read.how = word_at(reading_words(), item, "read", cell_reading::words, to);
  read.kind_from = detail::folded(text_at(item, "kind_from"));
  read.day = word_at(day_words(), item, "day", 0, to);
  const bool several = read.says && form_of(*read.says).several && *read.says != attribute::remark;
  read.separators = several || read.how == cell_reading::remarks ? separators : "";
  if (const std::string own = text_at(item, "separators"); !own.empty()) read.separators = own;
  if (read.how == cell_reading::own)
    take_own_words(read, rules);
  else
    read_words(item, read, rules, to);
  read.others = word_at(other_words_words(), item, "others", other_words::remark, to);
  read.required = flag_at(item, "required");
  const bool closed = read.says && !words_allowed(*read.says, rules).empty();
  if (closed && !read.listed && read.how == cell_reading::words)
    report(to, item, yaml::code::missing_key,
           {"cette colonne ne peut dire que certains mots : il lui faut « words »",
            "this column may only say certain words: it needs 'words'"});
  if (closed && read.others == other_words::keep)
    report(to, item, code::unknown_name,
           {"« keep » garderait des mots qui n'ont pas de sens ici",
            "'keep' would keep words without meaning here"},
           {"écrivez others: remark", "write others: remark"});
  return read;
}

/// Columns of this header, or names for it, that say something.
bool is_read(const column_mapping& by, const std::string& header) {
  const std::string name = detail::folded(header);
  return std::any_of(by.columns.begin(), by.columns.end(), [&](const column_rule& rule) {
    return std::find(rule.from.begin(), rule.from.end(), name) != rule.from.end();
  });
}

written_table read_written_table(const yaml::node& item, const column_mapping& by, const sink& to) {
  yaml::check_keys(item, written_table_keys(), to.file, to.out);
  written_table read;
  read.name = text_at(item, "table");
  for (const yaml::node& each : items_at(item, "columns")) {
    yaml::check_keys(each, written_column_keys(), to.file, to.out);
    written_column one;
    one.header = text_at(each, "column");
    one.words = texts_at(each, "words");
    one.one = flag_at(each, "one");
    one.number = flag_at(each, "number");
    if (const auto longest = integer_at(each, "longest", content::not_negative, to))
      one.longest = static_cast<std::size_t>(*longest);
    if (!one.words.empty() && !is_read(by, one.header))
      report(to, each, code::unknown_name,
             {"aucune colonne lue ne s'appelle ainsi : ses mots ne veulent rien dire",
              "no column that is read has this name: its words mean nothing"});
    read.columns.push_back(std::move(one));
  }
  return read;
}

column_mapping read_mapping(const yaml::node& root, const std::string& stem, const pack& rules,
                            const sink& to) {
  yaml::check_keys(root, mapping_keys(), to.file, to.out);
  column_mapping read;
  read.id = text_at(root, "import");
  if (const yaml::node* id = root.find("import"); id != nullptr && !read.id.empty() && read.id != stem)
    report(to, *id, code::file_name, {"le fichier s'appelle " + stem, "the file is called " + stem});
  read.producer = text_at(root, "producer");
  if (resolve_at(rules.actor_types, root, "type", to).known()) read.type = text_at(root, "type");
  if (resolve_at(rules.actor_types, root, "otherwise", to).known())
    read.otherwise = text_at(root, "otherwise");
  read.member_of = detail::folded(text_at(root, "member_of"));
  const std::string separators = text_at(root, "separators");
  for (const yaml::node& item : items_at(root, "columns"))
    read.columns.push_back(read_column(item, separators, rules, to));
  read.escapes = flag_at(root, "escapes");
  read.hsds = flag_at(root, "hsds");
  for (const yaml::node& item : items_at(root, "writes"))
    read.writes.push_back(read_written_table(item, read, to));
  return read;
}

}  // namespace
}  // namespace load

std::optional<column_mapping> load_mapping(const std::string& file, const pack& rules, diagnostics& out) {
  diagnostics found;
  const std::filesystem::path path(file);
  const std::string name = path.filename().string();
  const auto root = yaml::parse_file(file, name, found);
  std::optional<column_mapping> read;
  if (root) read = load::read_mapping(*root, path.stem().string(), rules, {name, found});
  out.insert(out.end(), found.begin(), found.end());
  if (has_errors(found)) return std::nullopt;
  return read;
}

}  // namespace aiguillage
