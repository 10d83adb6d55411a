#include "load/loading.h"
#include "load/tables.h"

namespace aiguillage::load {
namespace {

using yaml::value_kind;

constexpr std::size_t most_values = value_set().size();

text label_of(const yaml::node& item) { return {text_at(item, "fr"), text_at(item, "en")}; }

/// Checks the items of one list, and keeps them for `values_from`.
void read_items(const yaml::node& list, const std::string& section, loading& into, const sink& to) {
  std::vector<value>& kept = into.lists["vocabulary." + section];
  for (const yaml::node& item : list.items) {
    yaml::check_keys(item, vocabulary_item_keys(section), to.file, to.out);
    const std::string id = text_at(item, "id");
    if (id.empty() || !take_id(into, section, id, item, to)) continue;
    kept.push_back({id, label_of(item), false});
  }
  if (kept.size() > most_values)
    report(to, list, code::too_many,
           {"cette liste dépasse 128 valeurs", "this list has more than 128 values"});
}

int rank_of(const yaml::node& item, const sink& to) {
  const yaml::node* given = child(item, "rank", value_kind::any);
  if (given == nullptr || is_null(*given) || !is_kind(*given, value_kind::integer, "rank", to)) return -1;
  return static_cast<int>(integer_at(item, "rank", content::rank, to).value_or(-1));
}

void read_actor_types(const yaml::node& root, loading& into, const sink& to) {
  for (const yaml::node& item : items_at(root, "actor_types")) {
    actor_type one;
    one.id = text_at(item, "id");
    one.label = label_of(item);
    one.family = word_at(group_words(), item, "group", group::proximity, to);
    if (flag_at(item, "forbidden")) one.family = group::forbidden;
    one.decides = flag_at(item, "decides");
    into.rules.actor_types.add(std::move(one));
  }
}

void read_needs(const yaml::node& root, loading& into, const sink& to) {
  const yaml::node* lanes = child(root, "need_types", value_kind::mapping);
  if (lanes == nullptr) return;
  for (const yaml::entry& lane : lanes->entries) {
    yaml::node word;
    word.scalar = lane.key;
    word.line = lane.line;
    word.column = lane.column;
    const auto index = read_word(dimension_words(), word, to);
    if (!is_kind(lane.value, value_kind::sequence, lane.key, to) || !index) continue;
    read_items(lane.value, "need_types", into, to);
    for (const yaml::node& item : lane.value.items) {
      need_type one;
      one.id = text_at(item, "id");
      one.label = label_of(item);
      one.lane = static_cast<dimension>(*index);
      into.rules.needs.add(std::move(one));
    }
  }
}

void read_levels(const yaml::node& root, loading& into, const sink& to) {
  for (const yaml::node& item : items_at(root, "help_levels"))
    into.rules.levels.add({text_at(item, "id"), label_of(item), rank_of(item, to), {}});
  std::size_t next = 0;
  for (const yaml::node& item : items_at(root, "help_levels"))
    into.rules.levels[level_id(next++)].covers = resolve_all(into.rules.levels, item, "covers", to);
}

void read_modes_and_urgency(const yaml::node& root, loading& into, const sink& to) {
  for (const yaml::node& item : items_at(root, "handoff_modes"))
    into.rules.modes.add({text_at(item, "id"), label_of(item), rank_of(item, to)});
  for (const yaml::node& item : items_at(root, "urgency"))
    into.rules.urgencies.add(
        {text_at(item, "id"), label_of(item), bilingual_at(item, "delay"), rank_of(item, to)});
  for (const yaml::node& item : items_at(root, "consent_kinds"))
    into.rules.consents.push_back(text_at(item, "id"));
  for (const yaml::node& item : items_at(root, "renunciation_stages"))
    into.rules.renunciation_stages.push_back({text_at(item, "id"), label_of(item), false});
}

void check_family(const yaml::node& item, const loading& into, const sink& to) {
  const yaml::node* family = child(item, "family", value_kind::name);
  const auto list = into.lists.find("vocabulary.demarche_families");
  if (family == nullptr || list == into.lists.end()) return;
  words known;
  for (const value& one : list->second) known.push_back(one.id);
  (void)read_word(known, *family, to);
}

/// The law behind a procedure whose law changes often; the ids of law and public pages begin with L.
void read_procedures(const yaml::node& root, loading& into, const sink& to) {
  for (const yaml::node& item : items_at(root, "demarches")) {
    into.procedures[text_at(item, "id")] = {flag_at(item, "offline_route"), text_at(item, "family")};
    for (const char* key : {"operator", "operator_agri", "online_step"})
      (void)resolve_at(into.rules.actor_types, item, key, to);
    check_family(item, into, to);
    if (!flag_at(item, "volatile")) continue;
    for (const std::string& id : texts_at(item, "source"))
      if (id[0] == 'L') into.volatile_sources.insert(id);
  }
}

}  // namespace

const std::vector<std::string>& group_words() {
  static const words list = words_from({"proximity", "social_work", "operator", "defence", "forbidden"});
  return list;
}

const std::vector<std::string>& dimension_words() {
  static const words list(dimension_names.begin(), dimension_names.end());
  return list;
}

void read_vocabulary(const yaml::node& root, const std::string&, loading& into, const sink& to) {
  yaml::check_keys(root, vocabulary_keys(), to.file, to.out);
  if (root.kind != yaml::node_kind::mapping) return;
  for (const yaml::entry& section : root.entries)
    if (section.value.kind == yaml::node_kind::sequence && !vocabulary_item_keys(section.key).empty())
      read_items(section.value, section.key, into, to);
  read_actor_types(root, into, to);
  read_needs(root, into, to);
  read_levels(root, into, to);
  read_modes_and_urgency(root, into, to);
  read_procedures(root, into, to);
}

}  // namespace aiguillage::load
