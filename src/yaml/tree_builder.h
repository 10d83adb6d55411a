#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <yaml-cpp/eventhandler.h>

#include "yaml/document.h"
#include "yaml/source.h"

namespace YAML {
struct Mark;
}

namespace aiguillage::yaml {

/// Thrown out of yaml-cpp when reading on would make no sense; what is wrong has been reported.
struct reading_stopped {};

/// Turns the events of yaml-cpp into a tree, and reports what YAML allows and we do not.
class tree_builder final : public YAML::EventHandler {
 public:
  tree_builder(findings& found, const limits& bounds) : found_(found), bounds_(bounds) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  /// The tree, once the document is whole.
  [[nodiscard]] std::optional<node>& root() { return root_; }
  /// Where the innermost bracket that is still open stands.
  [[nodiscard]] std::optional<std::size_t> open_bracket() const;
  /// The column of the lines that the innermost open block expects.
  [[nodiscard]] int indent() const { return open_.empty() ? 0 : open_.back().indent; }
  /// Where the last value ends: what yaml-cpp stumbled on comes after.
  [[nodiscard]] std::size_t last_position() const { return last_position_; }

 private:
  struct frame {
    node value;
    std::size_t position = 0;
    bool flow = false;
    int indent = 0;  // column of the innermost block collection
    bool has_key = false;
    std::size_t key_position = 0;
    std::string key;
    std::unordered_map<std::string, std::size_t> seen;
    std::optional<std::size_t> folded;  // a value inside brackets that goes on at the next line
  };

  [[nodiscard]] std::size_t enter(const YAML::Mark& mark);
  [[nodiscard]] bool at_key() const;
  [[nodiscard]] bool explicit_null(std::size_t position) const;
  [[nodiscard]] node null_word(std::size_t position) const;
  void report(std::size_t position, const char* code, text message, text hint);
  void check_properties(std::size_t position, const std::string& tag, YAML::anchor_t anchor);
  std::size_t check_quoted(std::size_t position);
  void check_comment(std::size_t position);
  std::size_t check_plain(std::size_t position, const std::string& value);
  void check_key(std::size_t position, bool quoted);
  void report_missing_value();
  void open(std::size_t position, node_kind kind, YAML::EmitterStyle::value style);
  void close();
  void attach(node value);

  findings& found_;
  limits bounds_;
  std::vector<frame> open_;
  std::optional<node> root_;
  std::size_t documents_ = 0;
  std::size_t nodes_ = 0;
  std::size_t last_position_ = 0;
};

}  // namespace aiguillage::yaml
