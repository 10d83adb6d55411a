#pragma once

#include "siting/max_cover_instance.h"

/// The Lagrangian relaxation of a covering instance.
namespace aiguillage::siting {

inline constexpr std::int64_t cover_scale = 1024;  // multipliers are counted in this part of a weight

/// The relaxed problem at some multipliers: what one pays for each point, from 0 to its weight, to whoever covers it. No set
/// of candidates covers more than the value, nor more than the values of its parts when candidates are settled.
class cover_relaxation {
 public:
  cover_relaxation(const cover_instance& at, std::vector<std::int64_t> multipliers);

  /// Chooses the free candidates that are paid most, and gives the value, scaled.
  std::int64_t choose();

  /// After `choose`: settles what must be open or closed in a plan whose value reaches `target`. False: there is none such.
  bool settle(std::int64_t target);

  /// Turns the direction towards the points covered too often, and away from those that count although nobody covers them;
  /// a quarter at a time (Camerini, Fratta and Maffioli 1975). Gives the sum of the squares; 0: the choice solves the problem.
  std::int64_t turn();

  /// Pays less along the direction, `by` for a point covered once too often.
  void step(std::int64_t by);

  void move_to(const std::vector<std::int64_t>& multipliers);

  [[nodiscard]] const std::vector<std::int64_t>& multipliers() const { return multipliers_; }
  [[nodiscard]] const std::vector<std::uint32_t>& chosen() const { return chosen_; }
  [[nodiscard]] const std::vector<standing>& standings() const { return all_; }
  [[nodiscard]] std::size_t settled() const { return all_.size() - free_.size() + opened_; }

 private:
  void count(std::int32_t more);
  void pay(std::size_t point, std::int64_t multiplier);

  const cover_instance& at_;
  std::vector<std::int64_t> multipliers_;
  std::vector<std::int64_t> paid_;  // to each candidate
  std::int64_t kept_ = 0;           // of the weights, not paid
  std::int64_t value_ = 0;
  std::vector<standing> all_;
  std::size_t opened_ = 0;
  std::vector<std::uint32_t> free_;  // not closed; the chosen ones first
  std::vector<std::uint32_t> chosen_;
  std::vector<bool> is_chosen_;
  std::vector<std::int32_t> times_;  // covered by the chosen
  std::vector<std::int32_t> direction_;
  std::int64_t last_in_ = 0;    // the least paid among the free ones that are chosen
  std::int64_t first_out_ = 0;  // the most among those that are not
};

}  // namespace aiguillage::siting
