#include "aiguillage/explain/event_words.h"

namespace aiguillage {

text event_words(event_kind what) {
  switch (what) {
    case event_kind::received: return {"reçu", "received"};
    case event_kind::booked: return {"rendez-vous pris", "appointment made"};
    case event_kind::done: return {"fait", "done"};
    case event_kind::refused: return {"pas fait, pour une raison", "not done, for a reason"};
    case event_kind::no_show: return {"n'est pas venu", "did not come"};
    case event_kind::cancelled: return {"rendez-vous annulé", "appointment called off"};
    case event_kind::closed: return {"lieu fermé", "place closed"};
    case event_kind::saturated: return {"ne prend plus personne pour l'instant", "takes nobody for now"};
    case event_kind::reopened: return {"reçoit de nouveau", "receives again"};
    default: return {"a renoncé", "gave up"};
  }
}

text reason_words(refusal_reason why) {
  switch (why) {
    case refusal_reason::capacity_full: return {"plus de place", "no place left"};
    case refusal_reason::waitlist_only: return {"liste d'attente seulement", "waiting list only"};
    case refusal_reason::not_eligible:
      return {"ne prend pas cette situation", "does not take this situation"};
    case refusal_reason::out_of_zone: return {"hors de sa zone", "outside its zone"};
    case refusal_reason::wrong_organism: return {"n'est pas compétent", "not competent for this"};
    case refusal_reason::missing_document: return {"il manque une pièce", "a document is missing"};
    case refusal_reason::missing_mandate: return {"il manque un mandat", "a mandate is missing"};
    case refusal_reason::user_unreachable:
      return {"la personne n'a pas pu être jointe", "the person could not be reached"};
    case refusal_reason::user_absent: return {"la personne n'était pas là", "the person was not there"};
    case refusal_reason::user_declined:
      return {"la personne ne veut pas y aller", "the person does not want to go"};
    case refusal_reason::user_not_mobile:
      return {"la personne ne peut pas s'y rendre", "the person cannot get there"};
    case refusal_reason::blocking_other_need:
      return {"un autre besoin passe d'abord", "another need comes first"};
    case refusal_reason::duplicate: return {"déjà suivi ailleurs", "already taken care of elsewhere"};
    case refusal_reason::service_closed: return {"ce service a fermé", "this service has closed"};
    case refusal_reason::wrong_information:
      return {"fiche inexacte, à corriger", "the record is wrong and has to be corrected"};
    default: return {"n'a pas pu aider", "could not help"};
  }
}

}  // namespace aiguillage
