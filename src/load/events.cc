#include <algorithm>

#include "aiguillage/load.h"
#include "load/people.h"
#include "load/tables.h"
#include "load/values.h"

namespace aiguillage {
namespace load {
namespace {

using yaml::value_kind;

/// The kinds of events with which a key goes; some keys are needed there.
struct key_place {
  const char* key;
  std::vector<event_kind> with;
  bool needed;
};

const std::vector<key_place>& key_places() {
  using enum event_kind;
  static const std::vector<key_place> all{
      {"actor", {received, booked, refused, no_show, cancelled, closed, saturated, reopened}, true},
      {"needs", {done, renounced}, false},
      {"reason", {refused}, false},
      {"until", {refused, closed, saturated}, false},
      {"for", {booked}, true},
      {"at", {booked}, false},
      {"owner", {booked}, false},
      {"stage", {renounced}, false},
      {"produced", {done}, false}};
  return all;
}

/// These go with every kind, whatever the table says of those that need them.
bool goes_everywhere(const std::string& key) { return key == "actor" || key == "needs"; }

void check_places(const yaml::node& item, event_kind what, const sink& to) {
  const text kind = quoted(event_names[static_cast<std::size_t>(what)]);
  for (const key_place& one : key_places()) {
    const yaml::node* given = item.find(one.key);
    const bool here = std::find(one.with.begin(), one.with.end(), what) != one.with.end();
    const text key = quoted(one.key);
    if (given != nullptr && !here && !goes_everywhere(one.key))
      report(to, *given, code::event_keys,
             {key.fr + " ne va pas avec " + kind.fr, key.en + " does not go with " + kind.en},
             {"effacez cette ligne, ou changez « what »", "delete this line, or change 'what'"});
    if (given == nullptr && here && one.needed)
      report(to, item, code::event_keys, {kind.fr + " demande " + key.fr, kind.en + " asks for " + key.en});
  }
}

/// Exactly one of `on` and `day`.
written_day read_moment(const yaml::node& item, const sink& to) {
  const bool dated = item.find("on") != nullptr;
  if (dated == (item.find("day") != nullptr)) {
    report(to, item, code::on_or_day,
           {"il faut « on » ou « day », et un seul des deux",
            "'on' or 'day' is needed, and one of the two only"},
           {"on: 2026-11-24, ou day: 3 (jours depuis le début)",
            "on: 2026-11-24, or day: 3 (days since the start)"});
    return {};
  }
  if (dated) {
    const yaml::node* date = child(item, "on", value_kind::date);
    return {date == nullptr ? "" : date->scalar, -1};
  }
  return {"", static_cast<int>(integer_at(item, "day", content::event_day, to).value_or(-1))};
}

/// A date, or days since the start.
written_day read_day(const yaml::node& item, const char* key, const sink& to) {
  const yaml::node* given = child(item, key, value_kind::any);
  if (given == nullptr) return {};
  diagnostics not_a_number;
  if (yaml::check_kind(*given, value_kind::integer, key, to.file, not_a_number))
    return {"", static_cast<int>(integer_at(item, key, content::event_day, to).value_or(-1))};
  if (!is_kind(*given, value_kind::date, key, to)) return {};
  return {given->scalar, -1};
}

/// Minutes of the day of "14:30"; -1 when nothing or something else is written.
int read_minute(const yaml::node& item, const sink& to) {
  const yaml::node* given = child(item, "at", value_kind::code);
  if (given == nullptr) return -1;
  const std::string& word = given->scalar;
  const auto digit = [&](std::size_t i) { return word[i] >= '0' && word[i] <= '9'; };
  if (word.size() == 5 && word[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4)) {
    const int hour = (word[0] - '0') * 10 + word[1] - '0';
    const int minute = (word[3] - '0') * 10 + word[4] - '0';
    if (hour < 24 && minute < 60) return hour * 60 + minute;
  }
  const text name = quoted(word);
  report(to, *given, code::code_pattern,
         {name.fr + " n'est pas une heure", name.en + " is not a time of day"},
         {"écrivez par exemple \"14:30\"", "write for example \"14:30\""});
  return -1;
}

std::vector<need_key> read_needs(const yaml::node& item, const pack& rules, const sink& to) {
  std::vector<need_key> result;
  for (const need_reference& one : read_references(item, "needs", rules, to))
    result.push_back({one.need, one.right});
  return result;
}

std::optional<std::size_t> read_stage(const yaml::node& item, const pack& rules, const sink& to) {
  const yaml::node* word = child(item, "stage", value_kind::name);
  if (word == nullptr) return std::nullopt;
  words known;
  for (const value& one : rules.renunciation_stages) known.push_back(one.id);
  return read_word(known, *word, to);
}

bool is_event(const std::string& word) {
  return std::find(event_words().begin(), event_words().end(), word) != event_words().end();
}

event read_event(const yaml::node& item, const pack& rules, const sink& to) {
  event read;
  read.file = to.file;
  read.line = item.line;
  if (!yaml::check_keys(item, event_keys(), to.file, to.out)) return read;
  read.on = read_moment(item, to);
  read.actor = text_at(item, "actor");
  read.what = word_at(event_words(), item, "what", event_kind::received, to);
  if (is_event(text_at(item, "what"))) check_places(item, read.what, to);
  read.needs = read_needs(item, rules, to);
  read.reason = word_at(reason_words(), item, "reason", refusal_reason::other, to);
  read.until = read_day(item, "until", to);
  read.when = read_day(item, "for", to);
  read.minute = read_minute(item, to);
  read.owner = text_at(item, "owner");
  read.stage = read_stage(item, rules, to);
  if (item.find("produced") != nullptr) read.produced = resolve_all(rules.states, item, "produced", to);
  return read;
}

}  // namespace

history read_events(const yaml::node& root, const pack& rules, const sink& to) {
  history read;
  yaml::check_keys(root, events_file_keys(), to.file, to.out);
  for (const yaml::node& item : items_at(root, "events")) read.push_back(read_event(item, rules, to));
  return read;
}

namespace {

std::optional<history> finish_events(const std::optional<yaml::node>& root, const std::string& name,
                                     const pack& rules, diagnostics& found, diagnostics& out) {
  history read;
  if (root) read = read_events(*root, rules, {name, found});
  out.insert(out.end(), found.begin(), found.end());
  if (!root || has_errors(found)) return std::nullopt;
  return read;
}

keys details_of_events() {
  return {
      {"reason", value_kind::name, false, {"pourquoi ce refus", "why it was refused"}, content::reasons},
      {"until",
       value_kind::any,
       false,
       {"premier jour où redemander", "first day to ask again"},
       content::day_or_date},
      {"for",
       value_kind::any,
       false,
       {"le jour du rendez-vous", "the day of the appointment"},
       content::day_or_date},
      {"at", value_kind::code, false, {"l'heure, \"14:30\"", "the time, \"14:30\""}, content::time_of_day},
      {"owner",
       value_kind::name,
       false,
       {"l'acteur qui vérifie que la personne a été reçue",
        "the actor that checks that the person was received"}},
      {"stage",
       value_kind::name,
       false,
       {"l'étape du renoncement", "the stage of giving up"},
       content::renunciation_stages},
      {"produced",
       value_kind::names,
       false,
       {"les états acquis", "the states brought about"},
       content::known_states}};
}

}  // namespace

const keys& events_file_keys() {
  static const keys table{{"events",
                           value_kind::sequence,
                           true,
                           {"ce qui s'est passé, dans l'ordre", "what happened, in order"},
                           {},
                           event_keys}};
  return table;
}

const keys& event_keys() {
  static const keys table = joined(
      {{"on", value_kind::date, false, {"le jour", "the day"}},
       {"day",
        value_kind::integer,
        false,
        {"le jour, compté depuis le début", "the day, counted from the start"},
        content::event_day},
       {"actor", value_kind::name, false, {"le lieu, par son id", "the place, by its id"}},
       {"what", value_kind::name, true, {"ce qui s'y est passé", "what happened there"}, content::events},
       {"needs",
        value_kind::texts,
        false,
        {"pour quels besoins", "for which needs"},
        content::need_references}},
      details_of_events());
  return table;
}

const std::vector<std::string>& event_words() {
  static const words list(event_names.begin(), event_names.end());
  return list;
}

const std::vector<std::string>& reason_words() {
  static const words list(reason_names.begin(), reason_names.end());
  return list;
}

}  // namespace load

std::optional<history> load_events(const std::string& path, const pack& rules, diagnostics& out) {
  diagnostics found;
  return load::finish_events(yaml::parse_file(path, path, found), path, rules, found, out);
}

std::optional<history> parse_events(std::string_view text, const std::string& name, const pack& rules,
                                    diagnostics& out) {
  diagnostics found;
  return load::finish_events(yaml::parse(text, name, found), name, rules, found, out);
}

}  // namespace aiguillage
