#include "explain/random_person.h"

namespace aiguillage {

std::size_t dice::roll(std::size_t sides) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<std::size_t>((state >> 33U) % sides);
}

fact_value random_answer(const fact& of, dice& with) {
  fact_value answer;
  answer.known = true;
  switch (of.kind) {
    case fact_kind::integer: answer.thousandths = 1000 * static_cast<std::int64_t>(with.roll(70)); break;
    case fact_kind::number: answer.thousandths = 500 * static_cast<std::int64_t>(with.roll(3000)); break;
    case fact_kind::code: answer.code = "ar"; break;
    case fact_kind::set_of:
      for (std::size_t left = with.roll(3); left > 0; --left) answer.values.set(with.roll(of.values.size()));
      break;
    default: answer.values.set(with.roll(of.values.size()));
  }
  return answer;
}

situation random_person(const pack& rules, dice& with, std::size_t percent) {
  situation person;
  person.facts = id_vector<fact_id, fact_value>(rules.facts.size());
  for (std::size_t i = 0; i < rules.facts.size(); ++i)
    if (with.roll(100) < percent) person.facts[fact_id(i)] = random_answer(rules.facts[fact_id(i)], with);
  return person;
}

}  // namespace aiguillage
