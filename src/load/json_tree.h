#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// JSON as a tree, keys in the order of writing: what schemas are made of.
namespace aiguillage::load {

class json {
 public:
  json(std::nullptr_t = nullptr) {}
  json(bool one) : json(one ? "true" : "false", kind::scalar) {}
  template <std::integral Number>
  json(Number one) : json(std::to_string(one), kind::scalar) {}
  json(const char* said) : json(std::string_view(said)) {}
  json(const std::string& said) : json(std::string_view(said)) {}
  json(std::string_view said);
  json(const std::vector<std::string>& all);
  /// An object when each item is a list of a text and a value, else a list.
  json(std::initializer_list<json> items);

  [[nodiscard]] static json object() { return json("", kind::mapping); }
  [[nodiscard]] static json array() { return json("", kind::list); }

  [[nodiscard]] bool is_null() const { return kind_ == kind::null; }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] bool contains(std::string_view key) const;
  /// The value of a key, made when it is not there.
  [[nodiscard]] json& operator[](std::string_view key);
  void push_back(json item);
  /// Takes the values of all keys of another object.
  void update(const json& other);
  /// The text, each level one space further in.
  [[nodiscard]] std::string dump() const;

 private:
  enum class kind : std::uint8_t { null, scalar, list, mapping };

  json(std::string_view written, kind of) : kind_(of), written_(written) {}
  [[nodiscard]] bool is_field() const;
  json& at(const std::string& key);
  void write(std::size_t depth, std::string& out) const;

  kind kind_ = kind::null;
  std::string written_;            // a scalar, as JSON has it
  std::vector<std::string> keys_;  // of an object, as JSON has them
  std::vector<json> items_;
};

}  // namespace aiguillage::load
