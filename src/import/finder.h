#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "aiguillage/diagnostic.h"

namespace aiguillage::import {

/// Findings of one file: of each code the first ones are told, the others counted.
class finder {
 public:
  finder(std::string file, std::size_t most, diagnostics& out)
      : file_(std::move(file)), most_(most), out_(out) {}
  void tell(int line, const char* code, text message, text hint = {}, severity level = severity::warning);
  /// Says how many were not told.
  void finish();

 private:
  std::string file_;
  std::size_t most_;
  diagnostics& out_;
  std::map<std::string, std::size_t> seen_;
};

}  // namespace aiguillage::import
