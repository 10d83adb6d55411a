#include "load/json_tree.h"

#include <algorithm>
#include <utility>

#include "json_text.h"

namespace aiguillage::load {
namespace {

std::string quoted_text(std::string_view words) {
  std::string out;
  write_text(words, out);
  return out;
}

}  // namespace

json::json(std::string_view said) : json(quoted_text(said), kind::scalar) {}

json::json(const std::vector<std::string>& all) : kind_(kind::list) {
  for (const std::string& one : all) items_.emplace_back(one);
}

json::json(std::initializer_list<json> items) {
  kind_ = std::all_of(items.begin(), items.end(), [](const json& one) { return one.is_field(); })
              ? kind::mapping
              : kind::list;
  for (const json& one : items) {
    if (kind_ == kind::mapping)
      at(one.items_[0].written_) = one.items_[1];
    else
      items_.push_back(one);
  }
}

bool json::is_field() const {
  return kind_ == kind::list && items_.size() == 2 && items_[0].written_.substr(0, 1) == "\"";
}

json& json::at(const std::string& key) {
  kind_ = kind::mapping;
  const auto found = std::find(keys_.begin(), keys_.end(), key);
  if (found != keys_.end()) return items_[static_cast<std::size_t>(found - keys_.begin())];
  keys_.push_back(key);
  items_.emplace_back();
  return items_.back();
}

json& json::operator[](std::string_view key) { return at(quoted_text(key)); }

bool json::contains(std::string_view key) const {
  return std::find(keys_.begin(), keys_.end(), quoted_text(key)) != keys_.end();
}

void json::push_back(json item) {
  kind_ = kind::list;
  items_.push_back(std::move(item));
}

void json::update(const json& other) {
  for (std::size_t i = 0; i < other.keys_.size(); ++i) at(other.keys_[i]) = other.items_[i];
}

void json::write(std::size_t depth, std::string& out) const {
  if (kind_ == kind::null || kind_ == kind::scalar) {
    out += kind_ == kind::null ? "null" : written_;
    return;
  }
  out += kind_ == kind::mapping ? '{' : '[';
  for (std::size_t i = 0; i < items_.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    out.append(depth + 1, ' ');
    if (kind_ == kind::mapping) (out += keys_[i]) += ": ";
    items_[i].write(depth + 1, out);
  }
  if (!items_.empty()) out.append(1, '\n').append(depth, ' ');
  out += kind_ == kind::mapping ? '}' : ']';
}

std::string json::dump() const {
  std::string out;
  write(0, out);
  return out;
}

}  // namespace aiguillage::load
