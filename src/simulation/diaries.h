#pragma once

#include "aiguillage/scenario.h"
#include "aiguillage/simulation/appointments.h"
#include "aiguillage/territory.h"

namespace aiguillage::detail {

/// The minutes of help of all places; a place without a capacity has time for everybody.
struct diaries {
  appointment_book book;
  id_vector<actor_id, std::int64_t> of;  // the diary of a place, -1: none
};

[[nodiscard]] diaries open_diaries(const territory& land, const scenario& told, std::size_t days);

/// The first day with so many minutes from `earliest` on, which are taken; nullopt when there is none.
[[nodiscard]] std::optional<booked_day> take_minutes(diaries& of, actor_id who, std::size_t earliest,
                                                     int minutes);

/// What routes made on `day` see of the waits, by the steps of the scenario.
void show_waits(const diaries& of, const scenario& told, std::size_t day, territory& land);

}  // namespace aiguillage::detail
