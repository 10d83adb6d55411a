#include <algorithm>
#include <string>

#include <range/v3/range/access.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/range/primitives.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/join.hpp>
#include <range/v3/view/transform.hpp>

#include "explain/phrases.h"
#include "report/dates.h"
#include "report/stop_words.h"
#include "report/text_parts.h"

namespace aiguillage::report {

void title(page& on, const text& words, const std::string& remark) {
  const std::string& left = on.say(words);
  const std::size_t used = width_of(left) + width_of(remark);
  const std::string gap(remark.empty() ? 0 : used + 2 < page_width ? page_width - used : 2, ' ');
  std::string rule;
  for (std::size_t i = 0; i < page_width; ++i) rule += "═";
  on.line(on.inked(ink::bold, left) + gap + on.inked(ink::faint, remark));
  on.line(on.inked(ink::faint, rule));
}

std::string sentence(std::string words) { return detail::capitalised(std::move(words)); }

std::string with_sources(const reason& one, const page& on) {
  std::string sources;
  for (const std::string& source : one.by->sources)
    sources += (sources.empty() ? "" : " ") + (source == "assumed" ? on.say({"supposé", "assumed"}) : source);
  return on.say(one.words) + (sources.empty() ? "" : " [" + sources + "]");
}

void urgency_part(page& on, const pack& rules, const qualification& found) {
  if (!found.urgency.known()) return;
  const urgency_level& level = rules.urgencies[found.urgency];
  on.hanging(on.say({"Urgence : ", "Urgency: "}), on.say(level.label) + " (" + on.say(level.delay) + ").", 0,
             ink::bold);
  if (const rule* by = found.urgency_because) on.paragraph(with_sources({by, by->because}, on), 2);
}

namespace {

std::string decided_by(const page& on, const pack& rules, const question& one) {
  constexpr std::size_t most = 3;
  std::string words;
  if (!one.urgencies.empty()) words = on.say({"l'urgence", "the urgency"});
  for (std::size_t i = 0; i < std::min(most, one.decides.size()); ++i)
    words += (words.empty() ? "" : on.say({" ; ", "; "})) + on.say(rules.needs[one.decides[i]].label);
  if (one.decides.size() <= most) return words;
  const std::string rest = std::to_string(one.decides.size() - most);
  const bool several = one.decides.size() > most + 1;
  return words + on.say({" ; et " + rest + (several ? " autres besoins" : " autre besoin"),
                         "; and " + rest + (several ? " other needs" : " other need")});
}

}  // namespace

void questions_part(page& on, const pack& rules, const qualification& found, std::size_t most) {
  if (found.questions.empty()) return;
  on.heading({"Questions à poser, la plus utile d'abord", "Questions to ask, the most useful first"});
  for (std::size_t i = 0; i < std::min(most, found.questions.size()); ++i) {
    const question& one = found.questions[i];
    on.hanging(std::to_string(i + 1) + ". ", on.say(one.wording), 2, ink::bold);
    const std::string decides = decided_by(on, rules, one);
    if (!decides.empty())
      on.hanging(on.say({"peut changer : ", "may change: "}), decides, 5, ink::faint, ink::faint);
    if (one.sensitive)
      on.paragraph(on.say({"Question sensible : la personne peut ne pas y répondre.",
                           "Sensitive question: the person may skip it."}),
                   5, ink::faint);
  }
  if (found.questions.size() <= most) return;
  const std::string rest = std::to_string(found.questions.size() - most);
  const bool several = found.questions.size() > most + 1;
  on.paragraph(on.say({"Et " + rest + (several ? " autres, moins décisives" : " autre, moins décisive") +
                           " : voir `aiguillage qualify`.",
                       "And " + rest + " more, less decisive: see `aiguillage qualify`."}),
               2, ink::faint);
}

text clock_words(const pack& rules, const territory* land, const situation& person) {
  const text day = full_date_words(applicable_day(rules, person));
  if (person.date.empty())
    return {
        "Aucune date n'est donnée : les jours se comptent à partir d'aujourd'hui, les règles sont celles "
        "du " +
            day.fr + ", les horaires ne sont pas vérifiés.",
        "No date is given: days count from today, the rules are those of " + day.en +
            ", opening hours are not checked."};
  const text in_force{"Règles en vigueur le " + day.fr + ". ", "Rules in force on " + day.en + ". "};
  if (land == nullptr || !is_timed(*land, person))
    return in_force + text{"Les horaires ne sont pas vérifiés : appelez avant d'envoyer quelqu'un.",
                           "Opening hours are not checked: call before sending someone."};
  const std::string usual = assumed_hours;
  return in_force +
         text{
             "Les heures tiennent compte des horaires connus ; un lieu qui ne dit rien des jours fériés est "
             "supposé "
             "fermé ces jours-là, un lieu dont les horaires manquent est supposé ouvert ainsi : " +
                 hours_words(usual, language::fr) + ". Appelez avant d'envoyer quelqu'un.",
             "Times follow the hours that are known; a place that says nothing of public holidays is assumed "
             "closed on them, a place whose hours are missing is assumed open so: " +
                 hours_words(usual, language::en) + ". Call before sending someone."};
}

void notes_part(page& on, const pack& rules, const territory* land, const situation& person) {
  on.heading({"À savoir", "Good to know"});
  on.bullet(on.say(clock_words(rules, land, person)), 2);
  on.bullet(on.say({"Aucun droit n'est décidé ici : seul l'organisme décide.",
                    "No right is decided here: only the organism decides."}),
            2);
  const std::string version =
      rules.id + " " + rules.version + (rules.hash.empty() ? "" : " (" + rules.hash + ")");
  on.bullet(on.say({"Règles : " + version + ". Les codes entre crochets renvoient au registre des sources.",
                    "Rules: " + version + ". Codes in brackets point to the register of sources."}),
            2);
}

namespace {

void need_lines(page& on, const pack& rules, const need& one) {
  on.bullet(sentence(on.say(need_words(rules, one))), 2, ink::bold);
  if (one.help.known())
    on.hanging(on.say({"Aide qui convient : ", "Fitting help: "}), on.say(help_words(rules, one.help)), 4);
  for (const reason& why : reasons_for(rules, one)) on.paragraph(with_sources(why, on), 4, ink::faint);
}

auto needs_of_lane(const pack& rules, const qualification& found, need_status status, std::size_t lane) {
  return found.needs | ranges::views::filter([&rules, status, lane](const need& one) {
           return one.status == status && static_cast<std::size_t>(rules.needs[one.type].lane) == lane;
         });
}

void certain_part(page& on, const pack& rules, const qualification& found) {
  for (std::size_t lane = 0; lane < dimension_names.size(); ++lane) {
    auto needs = needs_of_lane(rules, found, need_status::certain, lane);
    if (ranges::empty(needs)) continue;
    on.line(on.inked(lane_inks[lane], on.say(lane_title(lane))));
    for (const need& one : needs) need_lines(on, rules, one);
  }
}

/// Names only: the reasons are not established.
void possible_part(page& on, const pack& rules, const qualification& found) {
  const auto name = [&](const need& one) { return on.say(need_words(rules, one)); };
  for (std::size_t lane = 0; lane < dimension_names.size(); ++lane) {
    auto needs = needs_of_lane(rules, found, need_status::possible, lane);
    if (ranges::empty(needs)) continue;
    const auto names = needs | ranges::views::transform(name) | ranges::views::join(std::string(" · ")) |
                       ranges::to<std::string>();
    on.line(on.inked(lane_inks[lane], on.say(lane_title(lane))));
    on.paragraph(sentence(names) + ".", 2);
  }
}

}  // namespace
}  // namespace aiguillage::report

namespace aiguillage {

std::string qualification_text(const pack& rules, const situation& person, const qualification& found,
                               const text_style& style) {
  report::page on{style, {}};
  report::title(on, {"Ce que dit la situation", "What the situation says"},
                on.say(report::date_words(person.date, 0)));
  report::urgency_part(on, rules, found);
  const auto has = [&](need_status status) {
    return std::any_of(found.needs.begin(), found.needs.end(),
                       [&](const need& one) { return one.status == status; });
  };
  on.heading({"Ce qui est sûr", "What is certain"});
  report::certain_part(on, rules, found);
  if (!has(need_status::certain))
    on.paragraph(on.say({"Rien pour l'instant : les questions ci-dessous feront avancer.",
                         "Nothing yet: the questions below will help."}),
                 2);
  if (has(need_status::possible)) {
    on.heading({"Ce qui est possible, à vérifier", "What is possible, to be checked"});
    report::possible_part(on, rules, found);
  }
  report::questions_part(on, rules, found, found.questions.size());
  report::notes_part(on, rules, nullptr, person);
  return on.out;
}

}  // namespace aiguillage
