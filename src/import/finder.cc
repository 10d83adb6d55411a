#include "import/finder.h"

#include "import/codes.h"

namespace aiguillage::import {

void finder::tell(int line, const char* code, text message, text hint, severity level) {
  if (++seen_[code] > most_) return;
  out_.push_back({level, code, file_, line, 0, std::move(message), std::move(hint)});
}

void finder::finish() {
  for (const auto& [code, count] : seen_) {
    if (count <= most_) continue;
    text words{"et ", "and "};
    for (std::string* each : {&words.fr, &words.en}) each->append(std::to_string(count - most_));
    words.fr.append(" autres constats « ").append(code).append(" »");
    words.en.append(" more findings '").append(code).append("'");
    out_.push_back({severity::note, code::more_findings, file_, 0, 0, std::move(words), {}});
  }
  seen_.clear();
}

}  // namespace aiguillage::import
