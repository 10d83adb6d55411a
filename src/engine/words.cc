#include <array>

#include "aiguillage/explain/event_words.h"
#include "aiguillage/explain/why.h"
#include "engine/fact_json.h"
#include "engine/verbs.h"
#include "report/json_parts.h"

namespace aiguillage::engines {
namespace {

using report::json_writer;

load::keys options() { return {}; }

struct writing {
  json_writer& out;
  const pack& rules;
  language wanted;
};

void word_fields(const writing& to, const std::string& id, const text& words) {
  to.out.field("id", id);
  to.out.field("text", words.in(to.wanted));
}

/// Items of the pack that have an id and a label; `more` writes what else there is of one.
template <class List, class More>
void words_field(const writing& to, const char* name, const List& list, More more) {
  to.out.key(name);
  to.out.list(list, [&](const auto& one) {
    to.out.object([&] {
      word_fields(to, one.id, one.label);
      more(one);
    });
  });
}

template <class List>
void words_field(const writing& to, const char* name, const List& list) {
  words_field(to, name, list, [](const auto&) {});
}

/// A closed list of names, each with its words.
template <class Kind, class Names>
void named_field(const writing& to, const char* name, const Names& names, text (*words)(Kind)) {
  to.out.key(name);
  std::size_t index = 0;
  to.out.list(names, [&](const auto& one) {
    to.out.object([&] { word_fields(to, one, words(static_cast<Kind>(index++))); });
  });
}

text lane_words(dimension lane) {
  constexpr std::array<const char*, 3> fr = {"Numérique", "Administratif", "Social"};
  constexpr std::array<const char*, 3> en = {"Digital", "Administrative", "Social"};
  return {fr[static_cast<std::size_t>(lane)], en[static_cast<std::size_t>(lane)]};
}

void pack_lists(const writing& to) {
  const pack& rules = to.rules;
  words_field(to, "needs", rules.needs, [&](const need_type& one) {
    to.out.field("dimension", dimension_names[static_cast<std::size_t>(one.lane)]);
  });
  words_field(to, "rights", rules.rights, [&](const right& one) {
    to.out.field("operator", report::id_or_null(rules.actor_types, one.decided_by));
  });
  words_field(to, "actor_types", rules.actor_types, [&](const actor_type& one) {
    to.out.field("family", load::group_words()[static_cast<std::size_t>(one.family)]);
  });
  words_field(to, "help", rules.levels);
  words_field(to, "modes", rules.modes);
  words_field(to, "urgencies", rules.urgencies,
              [&](const urgency_level& one) { to.out.field("delay", one.delay.in(to.wanted)); });
  words_field(to, "states", rules.states);
  words_field(to, "publics", rules.publics);
  words_field(to, "stages", rules.renunciation_stages);
}

void write_questions(const writing& to) {
  to.out.list(to.rules.questions, [&](const question_group& one) {
    to.out.object([&] {
      to.out.field("id", one.id);
      to.out.key("facts");
      report::write_ids(to.out, to.rules.facts, one.facts);
      to.out.field("text", one.question.in(to.wanted));
    });
  });
}

void write_grid(const writing& to) {
  const evaluation_grid& grid = to.rules.grid;
  if (!grid.settles.known()) return to.out.value(nullptr);
  to.out.object([&] {
    to.out.field("fact", to.rules.facts[grid.settles].id);
    to.out.field("text", grid.title.in(to.wanted));
    to.out.key("sources");
    to.out.row(grid.sources);
    to.out.key("items");
    to.out.list(grid.items, [&](const grid_item& one) {
      to.out.object([&] {
        word_fields(to, one.id, one.question);
        to.out.key("answers");
        to.out.row(one.answers, [&](const text& each) { to.out.value(each.in(to.wanted)); });
      });
    });
  });
}

void write_sources(const writing& to) {
  to.out.list(to.rules.sources, [&](const auto& named) {
    to.out.object([&] {
      to.out.field("id", named.first);
      to.out.field("statement", named.second.statement);
      to.out.field("status", named.second.status);
    });
  });
}

void all_fields(const writing& to) {
  to.out.field("format", 1);
  to.out.key("pack");
  report::write_pack(to.out, to.rules);
  named_field(to, "dimensions", dimension_names, lane_words);
  pack_lists(to);
  named_field(to, "events", event_names, event_words);
  named_field(to, "reasons", reason_names, reason_words);
  named_field(to, "evidence", load::evidence_words(), evidence_words);
  to.out.key("facts");
  to.out.list(to.rules.facts, [&](const fact& one) { write_fact(to.out, one, to.wanted); });
  to.out.key("questions");
  write_questions(to);
  to.out.key("grid");
  write_grid(to);
  to.out.key("sources");
  write_sources(to);
}

engine_answer run(const asking& of) {
  if (!has_nothing_else(of)) return refused(of, answer_status::wrong_call);
  return {answer_status::done,
          report::json_object([&](json_writer& to) { all_fields({to, of.with.rules, of.wanted}); })};
}

}  // namespace

const verb words_verb{
    "words", {"les mots des règles, par identifiant", "the words of the rules, by id"}, options, run};

}  // namespace aiguillage::engines
