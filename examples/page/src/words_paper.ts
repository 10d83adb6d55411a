import { say } from "./plan/pair";

/** The texts of the map, the graph and the notes; {names} are filled in. */
export const wordsPaper = {
  // map
  map: say("Le parcours sur la carte", "The path on the map"),
  mapHelp: say(
    "Flèches pour se déplacer, + et − pour agrandir ou réduire, 0 pour tout revoir.",
    "Arrow keys to move, + and − to zoom, 0 to see all again.",
  ),
  noPoints: say(
    "Le territoire sans lieux réels n'a pas de carte. Choisissez un territoire pour en voir une.",
    "The territory without real places has no map. Choose a territory to see one.",
  ),
  zoomIn: say("Agrandir", "Zoom in"),
  zoomOut: say("Réduire", "Zoom out"),
  panLeft: say("Vers la gauche", "Move left"),
  panRight: say("Vers la droite", "Move right"),
  panUp: say("Vers le haut", "Move up"),
  panDown: say("Vers le bas", "Move down"),
  showAll: say("Tout le parcours", "The whole path"),
  showLand: say("Tout le territoire", "The whole territory"),
  home: say("Domicile", "Home"),
  otherPlace: say("Autre lieu du territoire", "Other place of the territory"),
  pathPlace: say("Étape du parcours", "Stop of the path"),
  mapList: say("La carte en liste", "The map as a list"),
  straight: say("à {n} m à vol d'oiseau du lieu précédent", "{n} m as the crow flies from the place before"),
  straightKm: say("à {n} km à vol d'oiseau du lieu précédent", "{n} km as the crow flies from the place before"),
  noPoint: say("lieu non situé", "place not located"),
  noAddress: say(
    "adresse non connue : l'endroit sur la carte est à vérifier",
    "address not known: its place on the map is to be checked",
  ),
  otherPlaces: say("Les autres lieux ({n})", "The other places ({n})"),
  outlines: say("Contours : {source}, {vintage}, {licence}.", "Outlines: {source}, {vintage}, {licence}."),
  legend: say("Légende", "Legend"),
  metres: say("{n} m", "{n} m"),
  kilometres: say("{n} km", "{n} km"),

  // graph
  graph: say("L'ordre des étapes", "The order of the stops"),
  graphHelp: say(
    "Qui passe le relais à qui, et ce qui doit venir avant.",
    "Who hands over to whom, and what has to come before.",
  ),
  arrowHandoff: say("passage de relais", "hand-off"),
  arrowOrder: say("doit venir avant", "has to come before"),
  graphList: say("Le schéma en liste", "The diagram as a list"),
  firstStop: say("peut commencer tout de suite", "may begin at once"),
  graphLine: say("{mode}, de la part de : {from}", "{mode}, sent by: {from}"),

  // notes
  notes: say("Les fiches à imprimer", "The notes to print"),
  notesHelp: say(
    "Une page pour la personne et une page par lieu. Remettez-les avec son accord, et voyez avec elle si elle peut garder un papier sans risque.",
    "One page for the person and one page for each place. Hand them over with their agreement, and ask whether they can keep a paper safely.",
  ),
  print: say("Imprimer", "Print"),
  noteFor: say("Fiche pour : {who}", "Note for: {who}"),
  who: say("Qui", "Who"),
  whoText: say(
    "La personne se présente elle-même. Son nom n'est pas écrit ici.",
    "The person introduces themselves. Their name is not written here.",
  ),
  whoLine: say("Nom, si la personne le veut :", "Name, if the person wishes:"),
  when: say("Quand", "When"),
  where: say("Où", "Where"),
  what: say("Pour quoi", "What for"),
  how: say("Comment", "How"),
  bring: say("À apporter", "To bring"),
  nothingPrecise: say("Rien de précis d'après les réponses.", "Nothing precise, from the answers."),
  papersAssumed: say(
    "Supposé d'après les réponses : demandez la liste des papiers au lieu avant d'y aller.",
    "Assumed from the answers: ask the place for the list of papers before going.",
  ),
  tell: say("À dire, avec son accord", "To tell, if they agree"),
  tellNothing: say(
    "Rien de particulier : la personne dira elle-même ce qu'elle veut.",
    "Nothing in particular: the person will say what they wish.",
  ),
  refusedNote: say(
    "La personne refuse que l'on transmette : rien n'est dit sans elle.",
    "The person refuses that anything is passed on: nothing is said without them.",
  ),
  agreedNote: say("Accord écrit de la personne : donné.", "Written agreement of the person: given."),
  helperOnly: say("Pour vous seulement : cette partie ne s'imprime pas", "For you only: this part is not printed"),
  keep: say("À garder pour vous", "To keep to yourself"),
  ifAgreed: say("Seulement avec un accord écrit", "Only with a written agreement"),
  sentSecretly: say(
    "Ne dites pas là-bas qui l'envoie : cela en montrerait trop.",
    "Do not say there who sends them: it would show too much.",
  ),
  keepNothing: say("Rien à garder pour vous sur cette étape.", "Nothing to keep to yourself for this stop."),
  checkBox: say("Vu le :", "Seen on:"),

  // the person's page
  modesForPerson: {
    tell: say("J'y vais par moi-même.", "I go there on my own."),
    written_note: say("J'y vais avec ma feuille.", "I go there with my sheet."),
    booked_appointment: say("J'ai un rendez-vous.", "I have an appointment."),
    consented_referral: say("Le lieu est prévenu, avec mon accord.", "The place knows that I come; I agreed."),
    warm_call: say("On appelle ce lieu avec moi.", "Someone calls this place with me."),
    escort: say("Quelqu'un vient avec moi.", "Someone comes with me."),
    outreach: say("Quelqu'un vient me voir.", "Someone comes to see me."),
  },
  yourPath: say("Mon parcours", "My path"),
  youBring: say("J'apporte :", "I bring:"),
  youFor: say("Pour :", "For:"),
  decides: say(
    "C'est là que l'on décide. J'attends la réponse.",
    "This is where it is decided. I wait for the answer.",
  ),
  nextCheck: say("Prochaine date à retenir", "Next date to remember"),
  nextCheckText: say(
    "{when} : {who} vérifie avec moi que tout va bien.",
    "{when}: {who} checks with me that all is well.",
  ),
  ifStuck: say(
    "Si une porte est fermée ou si l'on me renvoie ailleurs, je reviens ou j'appelle :",
    "If a door is closed or I am sent elsewhere, I come back or call:",
  ),
  free: say(
    "Ces aides sont gratuites. Je ne donne mon mot de passe à personne.",
    "This help is free. I give my password to nobody.",
  ),
  myRight: say("J'ai le droit de dire non, et de changer d'avis.", "I may say no, and change my mind."),
} as const;
