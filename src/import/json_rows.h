#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "aiguillage/diagnostic.h"

/// Records in JSON, one at a time: the only file of imports that sees the JSON library.
namespace aiguillage::import {

/// Stands between the values of a list.
inline constexpr char list_separator = '\x1f';

struct json_field {
  std::string name;  // of nested objects: outer.inner
  std::string value;
};

using record_taker = std::function<void(int line, const std::vector<json_field>&)>;

/// Whether a file was read to its end; unread: no record of it was.
enum class json_end : std::uint8_t { whole, cut, unread };

/// Hands on each object of the first list of objects that is met, and of its sisters; lines count from 1. What is not JSON is
/// told where it stands: what was read before is kept, and the rest of the file is not read.
json_end read_json(const std::string& path, const record_taker& on_record, diagnostics& out);

/// The same for the bytes of a file.
json_end read_json_text(const std::string& content, const std::string& name, const record_taker& on_record,
                        diagnostics& out);

/// A value, and what is inside it.
struct json_tree {
  enum class kind : std::uint8_t { scalar, list, object };

  kind form = kind::scalar;
  std::string key;   // in an object
  std::string text;  // of a scalar: numbers and booleans as they are written
  std::vector<json_tree> inside;
};

/// `under`: the key of the list that holds the record; "" when none does.
using tree_taker = std::function<void(int line, const std::string& under, const json_tree&)>;

/// Of a file and how its records are found: `is_list` says whether a key of the outermost object is that of a list of records.
struct json_trees {
  std::function<bool(const std::string& key)> is_list;
  tree_taker on_tree;
};

/// Hands on whole records: the objects of a list, of lists in one object, one object a line, or one object alone. A line that
/// is no JSON is told and counted; the others go on. `refused`: how many were.
json_end read_json_trees(const std::string& path, const json_trees& how, std::size_t& refused,
                         diagnostics& out);

/// The same for the bytes of a file.
json_end read_json_trees_text(const std::string& content, const std::string& name, const json_trees& how,
                              std::size_t& refused, diagnostics& out);

}  // namespace aiguillage::import
