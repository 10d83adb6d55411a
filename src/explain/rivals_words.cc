#include "aiguillage/explain/rivals.h"
#include "explain/phrases.h"

namespace aiguillage {

using detail::same;

namespace {

text figure_words(door_figure what, int value) {
  const std::string number = std::to_string(value);
  switch (what) {
    case door_figure::days:
      return value == 1 ? text{"1 jour d'attente", "1 day of waiting"}
                        : text{number + " jours d'attente", number + " days of waiting"};
    case door_figure::travel: return {number + " min de trajet", number + " min of travel"};
    case door_figure::loss:
      return text{"un risque de perte de ", "a chance of loss of "} + same(detail::decimal(value));
    case door_figure::load: return text{"une charge de ", "a load of "} + same(detail::decimal(value));
    default: return {"fermé", "closed"};
  }
}

}  // namespace

text part_words(score_part which, std::int64_t by) {
  const bool more = by > 0;
  switch (which) {
    case score_part::waiting:
      return more ? text{"plus d'attente", "more waiting"} : text{"moins d'attente", "less waiting"};
    case score_part::travel:
      return more ? text{"plus de trajet", "more travel"} : text{"moins de trajet", "less travel"};
    case score_part::loss:
      return more ? text{"plus de pertes en chemin", "more loss on the way"}
                  : text{"moins de pertes en chemin", "less loss on the way"};
    case score_part::actors:
      return more ? text{"plus d'acteurs", "more actors"} : text{"moins d'acteurs", "fewer actors"};
    case score_part::partial:
      return more ? text{"plus d'aide au premier niveau", "more help at the first level only"}
                  : text{"moins d'aide au premier niveau", "less help at the first level only"};
    default:
      return more ? text{"plus de temps pris aux aidants", "more time taken from helpers"}
                  : text{"moins de temps pris aux aidants", "less time taken from helpers"};
  }
}

text tip_words(const tipping_point& one) {
  const bool second = one.second_from >= 0;
  const text whose = second ? text{"ce parcours passe devant", "this path passes before it"}
                            : text{"un autre parcours passe devant", "another path passes before it"};
  if (one.what == door_figure::closed) return text{"fermé : ", "closed: "} + whose;
  const bool share = one.what == door_figure::loss || one.what == door_figure::load;
  const std::string now = share ? detail::decimal(one.now) : std::to_string(one.now);
  return text{"dès ", "from "} + figure_words(one.what, second ? one.second_from : one.from) +
         text{" (" + now + " aujourd'hui) : ", " (" + now + " now): "} + whose;
}

}  // namespace aiguillage
