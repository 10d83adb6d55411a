#include "explain/languages.h"

#include <algorithm>
#include <array>

namespace aiguillage::detail {
namespace {

struct named_language {
  const char* code;
  const char* fr;
  const char* en;
};

constexpr std::array<named_language, 42> languages = {{{"am", "amharique", "Amharic"},
                                                       {"ar", "arabe", "Arabic"},
                                                       {"bg", "bulgare", "Bulgarian"},
                                                       {"bm", "bambara", "Bambara"},
                                                       {"bn", "bengali", "Bengali"},
                                                       {"de", "allemand", "German"},
                                                       {"en", "anglais", "English"},
                                                       {"es", "espagnol", "Spanish"},
                                                       {"fa", "persan", "Persian"},
                                                       {"ff", "peul", "Fula"},
                                                       {"fr", "français", "French"},
                                                       {"hi", "hindi", "Hindi"},
                                                       {"ht", "créole haïtien", "Haitian Creole"},
                                                       {"hy", "arménien", "Armenian"},
                                                       {"it", "italien", "Italian"},
                                                       {"ka", "géorgien", "Georgian"},
                                                       {"kab", "kabyle", "Kabyle"},
                                                       {"ku", "kurde", "Kurdish"},
                                                       {"ln", "lingala", "Lingala"},
                                                       {"mn", "mongol", "Mongolian"},
                                                       {"nl", "néerlandais", "Dutch"},
                                                       {"pl", "polonais", "Polish"},
                                                       {"prs", "dari", "Dari"},
                                                       {"ps", "pachto", "Pashto"},
                                                       {"pt", "portugais", "Portuguese"},
                                                       {"ro", "roumain", "Romanian"},
                                                       {"rom", "romani", "Romani"},
                                                       {"ru", "russe", "Russian"},
                                                       {"snk", "soninké", "Soninke"},
                                                       {"so", "somali", "Somali"},
                                                       {"sq", "albanais", "Albanian"},
                                                       {"sr", "serbe", "Serbian"},
                                                       {"sw", "swahili", "Swahili"},
                                                       {"ta", "tamoul", "Tamil"},
                                                       {"ti", "tigrigna", "Tigrinya"},
                                                       {"tr", "turc", "Turkish"},
                                                       {"uk", "ukrainien", "Ukrainian"},
                                                       {"ur", "ourdou", "Urdu"},
                                                       {"uz", "ouzbek", "Uzbek"},
                                                       {"vi", "vietnamien", "Vietnamese"},
                                                       {"wo", "wolof", "Wolof"},
                                                       {"zh", "chinois", "Chinese"}}};

}  // namespace

text language_words(const std::string& code) {
  const auto* at =
      std::find_if(languages.begin(), languages.end(), [&](const auto& one) { return code == one.code; });
  if (at == languages.end()) return {code, code};
  return {std::string(at->fr) + " (" + code + ")", std::string(at->en) + " (" + code + ")"};
}

std::vector<std::string> language_codes() {
  std::vector<std::string> codes;
  for (const named_language& one : languages) codes.emplace_back(one.code);
  return codes;
}

}  // namespace aiguillage::detail
