#pragma once

#include <string>
#include <vector>

#include "load/content.h"
#include "yaml/document.h"

/// The key tables of every mapping that people write: what readers check, and JSON Schemas are made of.
namespace aiguillage::load {

using keys = std::vector<yaml::key_spec>;

/// The keys of `first`, then those of `more`.
[[nodiscard]] keys joined(keys first, const keys& more);

// What several kinds of files share.
[[nodiscard]] const keys& source_keys();     // sources: which every statement has
[[nodiscard]] const keys& validity_keys();   // valid_from, valid_until, review_by
[[nodiscard]] const keys& statement_keys();  // title, text, strength, evidence and the two above
[[nodiscard]] const keys&
need_guard_keys();  // when, unless; the conditions may look at the right of the need
[[nodiscard]] const keys& routing_guard_keys();  // the same of a routing rule
[[nodiscard]] const keys& condition_keys();      // what a condition may hold besides facts
[[nodiscard]] const keys& number_test_keys();    // of a fact that is a number
[[nodiscard]] const keys& set_test_keys();       // of a fact that is a set

// A pack.
[[nodiscard]] const keys& pack_keys();
[[nodiscard]] const keys& vocabulary_keys();
/// The keys of one item of a section of vocabulary.yaml; empty when there is no such section.
[[nodiscard]] const keys& vocabulary_item_keys(const std::string& section);
[[nodiscard]] const keys& facts_file_keys();
[[nodiscard]] const keys& own_facts_keys();  // facts/*.yaml
[[nodiscard]] const keys& value_lists_keys();
[[nodiscard]] const keys& right_keys();
[[nodiscard]] const keys& value_keys();
[[nodiscard]] const keys& fact_keys();
[[nodiscard]] const keys& claims_keys();
[[nodiscard]] const keys& claim_keys();
[[nodiscard]] const keys& claim_request_keys();
[[nodiscard]] const keys& sources_file_keys();
[[nodiscard]] const keys& register_keys();
[[nodiscard]] const keys& need_keys();
[[nodiscard]] const keys& need_amendment_keys();  // of a local pack that only adds rules to a need
/// A need file of a local pack without this key only adds rules.
inline constexpr const char* need_definition_key = "met_by";
[[nodiscard]] const keys& need_rule_keys();
[[nodiscard]] const keys& minutes_keys();
[[nodiscard]] const keys& right_from_keys();
[[nodiscard]] const keys& right_source_keys();
[[nodiscard]] const keys& competence_keys();
[[nodiscard]] const keys& partial_for_keys();
[[nodiscard]] const keys& serves_keys();
[[nodiscard]] const keys& state_keys();
[[nodiscard]] const keys& produced_by_keys();
[[nodiscard]] const keys& required_by_keys();
[[nodiscard]] const keys& routing_keys();
[[nodiscard]] const keys& effect_keys();  // of `then`: exactly one
/// The keys of one effect that is a mapping; empty for the others.
[[nodiscard]] const keys& effect_item_keys(const std::string& effect);
[[nodiscard]] const keys& exception_keys();
[[nodiscard]] const keys& urgency_file_keys();
[[nodiscard]] const keys& urgency_rule_keys();
[[nodiscard]] const keys& ranking_file_keys();
[[nodiscard]] const keys& ranking_value_keys();
[[nodiscard]] const keys& questions_file_keys();
[[nodiscard]] const keys& question_keys();
[[nodiscard]] const keys& publics_file_keys();
[[nodiscard]] const keys& public_keys();
[[nodiscard]] const keys& defaults_file_keys();
[[nodiscard]] const keys& default_keys();
[[nodiscard]] const keys& grid_file_keys();
[[nodiscard]] const keys& grid_item_keys();
[[nodiscard]] const keys& grid_result_keys();
[[nodiscard]] const keys& grid_count_keys();

// Situations, cases, events, territories.
[[nodiscard]] const keys& situation_keys();
[[nodiscard]] const keys& point_keys();
[[nodiscard]] const keys& case_keys();
[[nodiscard]] const keys& case_territory_keys();
[[nodiscard]] const keys& expect_keys();
[[nodiscard]] const keys& expected_needs_keys();
[[nodiscard]] const keys& expected_route_keys();
[[nodiscard]] const keys& events_file_keys();
[[nodiscard]] const keys& event_keys();
[[nodiscard]] const keys& territory_keys();
[[nodiscard]] const keys& travel_keys();
[[nodiscard]] const keys& site_keys();
[[nodiscard]] const keys& link_keys();
[[nodiscard]] const keys& actors_file_keys();
[[nodiscard]] const keys& actor_keys();
[[nodiscard]] const keys& admission_keys();
[[nodiscard]] const keys& record_source_keys();
[[nodiscard]] const keys& remark_keys();
[[nodiscard]] const keys& mapping_keys();
[[nodiscard]] const keys& column_keys();
[[nodiscard]] const keys& written_table_keys();
[[nodiscard]] const keys& written_column_keys();

// Scenarios and populations.
[[nodiscard]] const keys& scenario_keys();
[[nodiscard]] const keys& arrivals_keys();
[[nodiscard]] const keys& capacity_keys();
[[nodiscard]] const keys& reach_keys();
[[nodiscard]] const keys& reach_band_keys();
[[nodiscard]] const keys& habits_keys();
[[nodiscard]] const keys& population_keys();
[[nodiscard]] const keys& trait_keys();
[[nodiscard]] const keys& people_area_keys();
[[nodiscard]] const keys& people_home_keys();
[[nodiscard]] const keys& areas_table_keys();
[[nodiscard]] const keys& measure_keys();
[[nodiscard]] const keys& association_keys();
[[nodiscard]] const keys& draw_keys();
[[nodiscard]] const keys& shares_row_keys();
[[nodiscard]] const keys& percent_row_keys();
[[nodiscard]] const keys& between_row_keys();
[[nodiscard]] const keys& logit_keys();
[[nodiscard]] const keys& logit_term_keys();
[[nodiscard]] const keys& population_check_keys();

/// Two keys that do not go together in a mapping whose table has both.
struct key_choice {
  const char* one;
  const char* other;
  bool required;  // one of the two is needed
};
[[nodiscard]] const std::vector<key_choice>& key_choices();

// The closed lists of words, each in the order of its enumeration.
[[nodiscard]] const std::vector<std::string>& strength_words();
[[nodiscard]] const std::vector<std::string>& evidence_words();
[[nodiscard]] const std::vector<std::string>& group_words();
[[nodiscard]] const std::vector<std::string>& dimension_words();
[[nodiscard]] const std::vector<std::string>& fact_kind_words();
[[nodiscard]] const std::vector<std::string>& waiting_words();
[[nodiscard]] const std::vector<std::string>& take_words();
[[nodiscard]] const std::vector<std::string>& grade_words();
[[nodiscard]] const std::vector<std::string>& event_words();
[[nodiscard]] const std::vector<std::string>& reason_words();
[[nodiscard]] const std::vector<std::string>& effect_words();
[[nodiscard]] const std::vector<std::string>& channel_words();
[[nodiscard]] const std::vector<std::string>& mandate_words();
[[nodiscard]] const std::vector<std::string>& admission_words();
[[nodiscard]] const std::vector<std::string>& default_area_words();
[[nodiscard]] const std::vector<std::string>& fee_words();
[[nodiscard]] const std::vector<std::string>& requester_words();
[[nodiscard]] const std::vector<std::string>& attribute_words();
[[nodiscard]] const std::vector<std::string>& reading_words();
[[nodiscard]] const std::vector<std::string>& other_words_words();
[[nodiscard]] const std::vector<std::string>& policy_words();
[[nodiscard]] const std::vector<std::string>& day_words();

}  // namespace aiguillage::load
