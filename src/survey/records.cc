#include <algorithm>
#include <map>

#include "aiguillage/explain/record.h"
#include "explain/phrases.h"
#include "survey/surveying.h"

/// What is said of the actors: how old it is, and whether it is said twice.
namespace aiguillage::surveying {
namespace {

text counted(std::size_t count, const text& one, const text& many) {
  return detail::same(std::to_string(count) + " ") + (count == 1 ? one : many);
}

/// Old records of one producer.
struct old_records {
  std::vector<actor_id> actors;
  std::string first;  // the earliest day, and the latest
  std::string last;
};

void say_old(work& on, const std::string& producer, const old_records& of) {
  const std::string by = producer.empty() ? "" : producer + ", ";
  const text days = of.first == of.last ? detail::same(of.first)
                                        : text{of.first + " à " + of.last, of.first + " to " + of.last};
  report(on, severity::note, code::stale_record, on.land.actors[of.actors.front()].written,
         counted(of.actors.size(), {"fiche ancienne", "old record"}, {"fiches anciennes", "old records"}) +
             detail::same(" (" + by) + days + text{") : ", "): "} + listed(ids_of(on, of.actors)),
         {"demandez au lieu ce qui a changé, puis écrivez le jour dans vintage",
          "ask the place what has changed, then write the day in vintage"});
}

void check_age(work& on) {
  std::map<std::string, old_records> stale;
  for (std::size_t i = 0; i < on.land.actors.size(); ++i) {
    const actor_record record = record_of(on.rules, on.anyone, on.land.actors[actor_id(i)]);
    if (record.vintage.empty())
      report(on, severity::note, code::undated_record, actor_id(i),
             {"rien ne dit de quel jour date ce qui est dit de ce lieu",
              "nothing says of which day what is said of this place is"},
             {"écrivez vintage", "write vintage"});
    if (!record.stale) continue;
    old_records& of = stale[record.producer];
    of.actors.emplace_back(i);
    if (of.first.empty() || record.vintage < of.first) of.first = record.vintage;
    of.last = std::max(of.last, record.vintage);
  }
  for (const auto& [producer, of] : stale) say_old(on, producer, of);
}

/// Lower case, without spaces and signs; letters with accents stay as they are.
std::string folded(const std::string& name) {
  std::string result;
  for (const char one : name) {
    if (one >= 'A' && one <= 'Z') result += static_cast<char>(one - 'A' + 'a');
    if ((one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || static_cast<unsigned char>(one) >= 0x80U)
      result += one;
  }
  return result;
}

struct written_once {
  site_id at;
  actor_type_id type;
  std::string name;

  friend bool operator<(const written_once& a, const written_once& b) {
    if (a.at != b.at) return a.at < b.at;
    return a.type != b.type ? a.type < b.type : a.name < b.name;
  }
};

void check_names(work& on) {
  std::map<written_once, actor_id> seen;
  for (std::size_t i = 0; i < on.land.actors.size(); ++i) {
    const actor& one = on.land.actors[actor_id(i)];
    if (!one.at.known() || one.name.empty()) continue;
    const auto [first, fresh] = seen.try_emplace({one.at, one.type, folded(one.name)}, actor_id(i));
    if (!fresh)
      report(on, severity::warning, code::same_name, actor_id(i),
             text{"même nom, même type et même lieu que ", "same name, type and site as "} +
                 quoted(on.land.actors[first->second].id),
             {"effacez l'un des deux, ou dites par leur nom ce qui les distingue",
              "delete one of the two, or say in their names what sets them apart"});
  }
}

}  // namespace

void check_records(work& on) {
  check_age(on);
  check_names(on);
}

}  // namespace aiguillage::surveying
