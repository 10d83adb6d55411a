#include <algorithm>

#include "aiguillage/explain/why_not.h"
#include "explain/phrases.h"

namespace aiguillage {

using detail::same;

namespace {

text in_all(const text& words, const text& more, const char* between) {
  return words.fr.empty() ? more : words + same(between) + more;
}

struct unit_words {
  text one;
  text many;
  text rest;
};

/// `3 jours de plus avant la fin`, `1 jour de moins`; nothing for no difference.
text more_or_less(int by, const unit_words& of) {
  if (by == 0) return {};
  const int count = by < 0 ? -by : by;
  const text& unit = count == 1 ? of.one : of.many;
  const std::string number = std::to_string(count) + " ";
  return {number + unit.fr + (by > 0 ? " de plus" : " de moins") + of.rest.fr,
          number + (by > 0 ? "more " : "fewer ") + unit.en + of.rest.en};
}

text costs_words(const detour& one) {
  const plan_cost& a = one.cost;
  const plan_cost& b = one.main_cost;
  const int stops = static_cast<int>(one.stops) - static_cast<int>(one.main_stops);
  text words;
  for (const text& each :
       {more_or_less(stops, {{"étape", "stop"}, {"étapes", "stops"}, {}}),
        more_or_less(
            a.days - b.days,
            {{"jour", "day"}, {"jours", "days"}, {" avant la dernière étape", " until the last stop"}}),
        more_or_less(a.travel_minutes - b.travel_minutes,
                     {{"minute", "minute"}, {"minutes", "minutes"}, {" de trajet", " of travel"}}),
        more_or_less(a.partial_services - b.partial_services,
                     {{"besoin", "need"},
                      {"besoins", "needs"},
                      {" au premier niveau seulement", " at the first level only"}}),
        more_or_less(a.handoffs - b.handoffs, {{"relais", "hand-off"}, {"relais", "hand-offs"}, {}})})
    if (!each.fr.empty()) words = in_all(words, each, ", ");
  if (a.waiting != b.waiting && a.days == b.days)
    words = in_all(words,
                   a.waiting > b.waiting ? text{"une attente plus longue pour les besoins qui pressent",
                                                "a longer wait for the needs that press"}
                                         : text{"une attente plus courte", "a shorter wait"},
                   ", ");
  if (a.loss > b.loss)
    words =
        in_all(words, {"plus de risques de se perdre en chemin", "more chances to be lost on the way"}, ", ");
  if (a.load != b.load && words.fr.empty())
    words = {"le temps pris aux aidants diffère", "the time taken from helpers differs"};
  return words;
}

/// Begins with the place, when several were asked about and this holds for one of them.
text at_place(const territory& land, const why_not& of, actor_id who, const text& words) {
  return of.about.who.size() > 1 && who.known() ? same(land.actors[who].name) + text{" : ", ": "} + words
                                                : words;
}

/// What a value of a list does, or the whole set as it would be known.
text values_words(const pack& rules, const situation& person, const fact_change& one) {
  const fact& of = rules.facts[one.which];
  const auto whole = [&](const fact_value& value) {
    situation tried = person;
    tried.facts[one.which] = value;
    return value_words(rules, tried, one.which);
  };
  if (of.kind == fact_kind::boolean || of.kind == fact_kind::one_of) {
    value_set all;
    for (const fact_value& each : one.to) all |= each.values;
    return detail::answers_words(of, all, false);
  }
  std::vector<text> labels;
  labels.reserve(one.to.size());
  for (const fact_value& each : one.to) labels.push_back(whole(each));
  return detail::alternatives(labels);
}

}  // namespace

text standing_words(const pack& rules, const why_not& of) {
  const text type = rules.actor_types[of.about.type].label;
  if (of.about.who.empty()) return text{"Il n'y en a pas ici : ", "There is none here: "} + type + same(".");
  if (of.bridges && of.stands != place_standing::in_plan)
    return {"Le parcours proposé y passe déjà, pour ce que cette étape apporte aux suivantes.",
            "The proposed path goes there already, for what that stop brings to the next ones."};
  switch (of.stands) {
    case place_standing::in_plan:
      return {"Le parcours proposé y passe déjà.", "The proposed path goes there already."};
    case place_standing::decides:
      return {"Le parcours proposé s'y termine déjà : c'est là que l'on décide.",
              "The proposed path ends there already: it is decided there."};
    case place_standing::able:
      return {"Ce lieu peut aider ; un autre parcours passe devant.",
              "This place can help; another path passes before it."};
    case place_standing::able_along:
      return {"Ce lieu peut aider pour ce qui ne demande pas d'étape de plus ; rien d'autre n'y mène.",
              "This place can help with what asks for no stop of its own; nothing else leads there."};
    default:
      if (of.needs.empty())
        return {"Aucun besoin n'est sûr pour l'instant : rien ne mène à ce lieu.",
                "No need is certain for now: nothing leads to this place."};
      return {"Rien de ce que l'on sait ne mène à ce lieu.", "Nothing that is known leads to this place."};
  }
}

text standing_words(const pack&, const need_standing_there& one) {
  switch (one.stands) {
    case place_standing::in_plan: return {"il y est", "it is there"};
    case place_standing::decides: return {"c'est là que l'on décide", "it is decided there"};
    case place_standing::able: return {"peut aider, pas choisi", "can help, not chosen"};
    case place_standing::able_along:
      return {"peut aider si le parcours y passe", "can help if the path goes there"};
    case place_standing::asks_no_stop: return {"ne demande pas d'étape", "asks for no stop"};
    default: return {"n'y mène pas", "does not lead there"};
  }
}

text bar_words(const pack& rules, const territory& land, const why_not& of, const bar& one) {
  const text type = rules.actor_types[of.about.type].label;
  switch (one.kind) {
    case bar_kind::absent: return text{"il n'y en a pas ici : ", "there is none here: "} + type;
    case bar_kind::remit: return text{"un autre métier que : ", "another trade than: "} + type;
    case bar_kind::place: return at_place(land, of, one.who, hindrance_words(one.kept_by));
    case bar_kind::consent:
      return {"l'accord donné ne permet pas l'aide que ce lieu apporte",
              "the agreement given does not allow the help that this place gives"};
    case bar_kind::level:
      return {"l'aide donnée là ne suffit pas à cette personne",
              "the help given there is not enough for this person"};
    case bar_kind::condition:
      return one.holds == tri::unknown
                 ? text{"dans son ressort sous une condition que l'on ne connaît pas encore",
                        "within its remit under a condition that is not known yet"}
                 : text{"dans son ressort sous une condition qui n'est pas remplie",
                        "within its remit under a condition that is not met"};
    default: return one.by == nullptr ? text{} : at_place(land, of, one.who, said_by(*one.by));
  }
}

text detour_words(const pack& rules, const detour& one) {
  const text need_label = need_words(rules, *one.through);
  const text costs = costs_words(one);
  const text head =
      text{"Le meilleur parcours qui y passe (pour : ", "The best path that goes there (for: "} + need_label +
      same(")");
  const text what = costs.fr.empty() ? text{" a les mêmes coûts ; l'ordre des lieux départage",
                                            " has the same costs; the order of the places decides"}
                                     : text{" : ", ": "} + costs;
  const text hedge = one.exact ? text{}
                               : text{" (recherche écourtée : il peut y avoir mieux)",
                                      " (search cut short: there may be better)"};
  return head + what + hedge + same(".");
}

text change_words(const pack& rules, const situation& person, const fact_change& one) {
  return detail::answered(rules.facts[one.which], values_words(rules, person, one));
}

text ways_words(const why_not& of) {
  if (!of.in.ways.empty()) {
    const bool open = std::all_of(of.in.ways.front().changes.begin(), of.in.ways.front().changes.end(),
                                  [](const fact_change& one) { return one.open; });
    return open ? text{"Le plus petit écart qui y mènerait : d'abord les questions encore ouvertes.",
                       "The smallest difference that would lead there: the questions still open first."}
                : text{"Le plus petit écart qui y mènerait.",
                       "The smallest difference that would lead there."};
  }
  const text bound = of.in.cut_short
                         ? text{" Toutes les réponses seules ont été essayées, et une partie des couples.",
                                " Every answer alone was tried, and some of the pairs."}
                         : text{" Toutes les réponses ont été essayées seules, puis par deux.",
                                " Every answer was tried alone, then by twos."};
  const auto has = [&](auto good) {
    return std::any_of(of.needs.begin(), of.needs.end(), [&](const need_standing_there& one) {
      return std::any_of(one.bars.begin(), one.bars.end(), good);
    });
  };
  if (of.about.who.empty())
    return {"Aucune réponse n'y changerait rien : cela tient au territoire.",
            "No answer would change that: it is a matter of the territory."};
  if (has([](const bar& one) { return one.kind == bar_kind::place; }))
    return text{"Aucun écart d'une ou deux réponses n'y mène : cela tient au lieu et au territoire.",
                "No difference of one or two answers leads there: it is a matter of the place and the "
                "territory."} +
           bound;
  return text{"Aucun écart d'une ou deux réponses n'y mène.",
              "No difference of one or two answers leads there."} +
         bound;
}

}  // namespace aiguillage
