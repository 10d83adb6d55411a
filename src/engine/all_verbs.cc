#include "engine/verbs.h"

namespace aiguillage::engines {

const std::vector<const verb*>& all_verbs() {
  static const std::vector<const verb*> list{&qualify_verb, &route_verb, &ask_verb,   &check_verb,
                                             &schema_verb,  &about_verb, &words_verb, &places_verb,
                                             &grid_verb,    &test_verb,  &read_verb};
  return list;
}

}  // namespace aiguillage::engines
