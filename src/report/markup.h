#pragma once

#include <string>
#include <vector>

/// Pieces of HTML that are well-formed as XML.
namespace aiguillage::report {

/// Words as they stand between tags or in an attribute; characters that no page may hold become a replacement mark.
[[nodiscard]] std::string escaped(const std::string& words);

/// <name class="classes">inside</name> and a line break; `inside` is markup. No class when `classes` is empty.
[[nodiscard]] std::string element(const std::string& name, const std::string& inside,
                                  const std::string& classes = "");

/// The same around plain words; empty when there are none.
[[nodiscard]] std::string words_in(const std::string& name, const std::string& words,
                                   const std::string& classes = "");

/// A list of plain words; empty when there are none.
[[nodiscard]] std::string list_of(const std::vector<std::string>& items);

/// The style of a page: readable from 320 pixels wide, in greys, and on paper.
[[nodiscard]] const std::string& page_style();

}  // namespace aiguillage::report
