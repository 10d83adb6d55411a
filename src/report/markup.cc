#include "report/markup.h"

namespace aiguillage::report {

std::string escaped(const std::string& words) {
  std::string safe;
  for (const char one : words) {
    switch (one) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: {
        const auto byte = static_cast<unsigned char>(one);
        const bool control = (byte < 0x20U && one != '\t' && one != '\n') || byte == 0x7FU;
        safe += control ? "\xEF\xBF\xBD" : std::string(1, one);
      }
    }
  }
  return safe;
}

std::string element(const std::string& name, const std::string& inside, const std::string& classes) {
  const std::string given = classes.empty() ? "" : " class=\"" + classes + "\"";
  return "<" + name + given + ">" + inside + "</" + name + ">\n";
}

std::string words_in(const std::string& name, const std::string& words, const std::string& classes) {
  return words.empty() ? "" : element(name, escaped(words), classes);
}

std::string list_of(const std::vector<std::string>& items) {
  std::string inside;
  for (const std::string& one : items) inside += words_in("li", one);
  return inside.empty() ? "" : element("ul", "\n" + inside);
}

const std::string& page_style() {
  static const std::string style = R"(
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 1rem 0 .25rem; }
p, ul, ol { margin: .25rem 0; }
ul { padding-left: 1.25rem; }
.path { list-style: none; padding: 0; }
.path > li { border-top: 1px solid #767676; padding: .5rem 0; }
.faint { color: #4a4a4a; }
.lanes { display: grid; grid-template-columns: 1fr; gap: .5rem; }
.lane { border-left: .35rem solid; padding: 0 .5rem; }
.lane.none { display: none; }
.lane p { font-weight: bold; }
.lane li { color: #1a1a1a; }
.digital { color: #0b4f8a; }
.administrative { color: #7a4300; }
.social { color: #7b1f5c; }
.note { border-top: 3px solid #1a1a1a; margin-top: 2rem; }
.own { border: 2px dashed #4a4a4a; margin-top: 1.5rem; padding: .5rem .75rem; }
.own h2 { margin-top: 0; }
@media (min-width: 40rem) {
  .lanes { grid-template-columns: repeat(3, 1fr); }
  .lane.none { display: block; border-color: transparent; }
}
@media print {
  @page { size: A4; margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .lanes { grid-template-columns: repeat(3, 1fr); }
  .lane.none { display: block; border-color: transparent; }
  .path > li, h2, h3 { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .note { break-before: page; border-top: 0; margin-top: 0; }
}
)";
  return style;
}

}  // namespace aiguillage::report
