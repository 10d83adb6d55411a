#include <algorithm>

#include "explain/phrases.h"
#include "survey/surveying.h"

namespace aiguillage::surveying {

void report(work& on, severity level, const char* code, const written_at& where, text message, text hint) {
  const std::vector<std::string>& files = on.land.files;
  const bool known = where.file < files.size();
  on.into.findings.push_back({level, code, known ? files[where.file] : on.land.id + "/territory.yaml",
                              known ? where.line : 0, 0, std::move(message), std::move(hint)});
}

void report(work& on, severity level, const char* code, actor_id who, const text& message, text hint) {
  const actor& at = on.land.actors[who];
  report(on, level, code, at.written, quoted(at.id) + text{" : ", ": "} + message, std::move(hint));
}

void report(work& on, severity level, const char* code, const text& message, text hint) {
  report(on, level, code, written_at{}, message, std::move(hint));
}

text quoted(const std::string& name) { return {"« " + name + " »", "'" + name + "'"}; }

text listed(const std::vector<std::string>& names, std::size_t most) {
  std::string all;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) all += (i == 0 ? "" : ", ") + names[i];
  if (names.size() <= most) return {all, all};
  const std::string left = std::to_string(names.size() - most);
  return {all + ", et " + left + " de plus", all + ", and " + left + " more"};
}

std::vector<std::string> ids_of(const work& on, const std::vector<actor_id>& actors) {
  std::vector<std::string> ids;
  for (const actor_id one : actors) ids.push_back(on.land.actors[one].id);
  return ids;
}

std::vector<std::string> ids_of(const work& on, const std::vector<need_type_id>& needs) {
  std::vector<std::string> ids;
  for (const need_type_id one : needs) ids.push_back(on.rules.needs[one].id);
  return ids;
}

}  // namespace aiguillage::surveying
