#include "table/findings.h"

#include <utility>

#include "table/codes.h"

namespace aiguillage::table {
namespace {

struct refused_words {
  const char* code;
  text message;
  text hint;
};

text counted(const refusal& one) {
  const std::string cells = std::to_string(one.cells);
  const std::string columns = std::to_string(one.columns);
  return {cells + " valeur(s) pour " + columns + " colonne(s)",
          cells + " cell(s) for " + columns + " column(s)"};
}

refused_words words_for(const refusal& one) {
  switch (one.why) {
    case fault::too_long:
      return {code::record_too_long,
              {"cette ligne dépasse " + std::to_string(one.most) + " octets",
               "this line is longer than " + std::to_string(one.most) + " bytes"},
              {"vérifiez que le fichier a bien des fins de ligne", "check that the file has line ends"}};
    case fault::unclosed_quote:
      return {code::unclosed_quote,
              {"un guillemet ouvert ici n'est jamais fermé", "a quote that opens here is never closed"},
              {"fermez-le, et doublez les guillemets qui sont dans le texte",
               "close it, and double the quotes inside the text"}};
    case fault::nul_byte:
      return {code::nul_byte,
              {"octet nul dans le texte", "NUL byte in the text"},
              {"enregistrez le fichier en UTF-8", "save the file as UTF-8"}};
    case fault::too_many_cells:
      return {code::too_many_cells,
              counted(one),
              {"mettez entre guillemets les textes qui contiennent le séparateur",
               "quote the texts that hold the separator"}};
    case fault::truncated:
      return {code::truncated_record,
              {"le fichier s'arrête au milieu de cette ligne", "the file stops in the middle of this line"},
              {"téléchargez-le de nouveau", "download it again"}};
    case fault::too_few_cells:
    case fault::none: break;
  }
  return {code::too_few_cells, counted(one), {}};
}

std::string plural(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

void findings::add(severity level, const char* code, int line, text message, text hint) {
  if (level == severity::error || most-- > 0)
    out.push_back({level, code, file, line, 0, std::move(message), std::move(hint)});
  else
    ++hidden;
}

void findings::finish() {
  if (hidden == 0) return;
  out.push_back({severity::warning,
                 code::more_findings,
                 file,
                 0,
                 0,
                 {"et " + plural(hidden, "autre constat, non montré", "autres constats, non montrés"),
                  "and " + plural(hidden, "more finding, not shown", "more findings, not shown")},
                 {}});
}

void report(findings& to, const refusal& one) {
  refused_words words = words_for(one);
  if (one.heading)
    words.message = {"titres illisibles : " + words.message.fr, "no readable heading: " + words.message.en};
  to.add(one.heading ? severity::error : severity::warning, words.code, one.line, std::move(words.message),
         std::move(words.hint));
}

void report_windows_1252(findings& to, const repeated& what) {
  if (what.count == 0) return;
  to.add(severity::warning, code::windows_1252, what.line,
         {plural(what.count, "ligne qui n'est pas en UTF-8 est lue",
                 "lignes qui ne sont pas en UTF-8 sont lues") +
              " comme du Windows-1252, à partir d'ici",
          plural(what.count, "line that is not UTF-8 is read", "lines that are not UTF-8 are read") +
              " as Windows-1252, from here on"},
         {"vérifiez les accents, ou enregistrez le fichier en UTF-8",
          "check the accents, or save the file as UTF-8"});
}

void report_stray_quotes(findings& to, const repeated& what) {
  if (what.count == 0) return;
  to.add(severity::warning, code::stray_quote, what.line,
         {plural(what.count, "ligne a un guillemet au milieu d'un texte, lu tel quel",
                 "lignes ont un guillemet au milieu d'un texte, lu tel quel") +
              ", à partir d'ici",
          plural(what.count, "line has a quote in the middle of a text, read as it is",
                 "lines have a quote in the middle of a text, read as it is") +
              ", from here on"},
         {"doublez-le, et mettez le texte entier entre guillemets", "double it, and quote the whole text"});
}

void report_bad_utf16(findings& to, std::size_t count) {
  if (count == 0) return;
  to.add(severity::warning, code::bad_utf16, 0,
         {plural(count, "caractère UTF-16 coupé, remplacé", "caractères UTF-16 coupés, remplacés") +
              " par U+FFFD",
          plural(count, "broken UTF-16 character, replaced", "broken UTF-16 characters, replaced") +
              " by U+FFFD"},
         {"enregistrez le fichier en UTF-8", "save the file as UTF-8"});
}

void report_duplicate(findings& to, int line, const std::string& name) {
  to.add(severity::warning, code::duplicate_column, line,
         {"deux colonnes s'appellent « " + name + " » : la première compte",
          "two columns are called \"" + name + "\": the first one counts"},
         {"renommez l'une des deux", "rename one of the two"});
}

}  // namespace aiguillage::table
