import { say } from "./plan/pair";
import { wordsFollow } from "./words_follow";
import { wordsPaper } from "./words_paper";

/** The texts of the plan, with those of the files beside this one; {names} are filled in. */
export const wordsPlan = {
  ...wordsFollow,
  ...wordsPaper,

  // days, places
  today: say("aujourd'hui", "today"),
  tomorrow: say("demain", "tomorrow"),
  inDays: say("dans {n} jours", "in {n} days"),
  dayAgo: say("hier", "yesterday"),
  daysAgo: say("il y a {n} jours", "{n} days ago"),
  minutes: say("{n} min", "{n} min"),
  here: say("Le lieu où est la personne", "The place where the person is"),
  hereShort: say("Vous êtes ici", "You are here"),
  colon: say(" : ", ": "),
  joined: say(" ; ", "; "),

  // the plan
  plan: say("Le parcours", "The path"),
  urgency: say("Urgence :", "Urgency:"),
  provisional: say(
    "Parcours provisoire : il vaut pour ce qui est sûr. Des réponses peuvent encore le changer.",
    "Provisional path: it stands for what is certain. Answers may still change it.",
  ),
  backToQuestions: say("Revenir aux questions", "Back to the questions"),
  noPlan: say(
    "Aucune étape à proposer pour l'instant. Répondez à une question de plus, ou regardez plus bas ce qui reste sans solution.",
    "No stop to propose for now. Answer one more question, or see below what has no solution yet.",
  ),
  threeLanes: say("Les trois voies", "The three lanes"),
  lanesHelp: say(
    "Une étape qui sert plusieurs voies est écrite une seule fois.",
    "A stop that serves several lanes is written only once.",
  ),
  laneEmpty: say("Rien à faire sur cette voie", "Nothing to do in this lane"),
  stop: say("Étape", "Stop"),
  decision: say("L'organisme décide", "The agency decides"),
  decisionHelp: say(
    "Une fois les autres étapes faites, c'est là que l'on décide.",
    "Once the other stops are done, this is where it is decided.",
  ),
  firstLevel: say(
    "premier niveau, à compléter si cela ne suffit pas",
    "first level, to be completed if it is not enough",
  ),
  makesPossible: say("Là pour que les étapes suivantes soient possibles", "There to make the next stops possible"),
  before: say("Il faut d'abord :", "Needed before:"),
  brings: say("Ce que cette étape apporte :", "What this stop brings:"),
  afterStops: say("Après l'étape {list}", "After stop {list}"),
  handedBy: say("De la part de :", "Sent by:"),
  wayThere: say("Comment :", "How:"),
  travel: say("{n} min de trajet", "{n} min of travel"),
  alreadyThere: say("La personne est déjà sur place", "The person is already there"),
  appointment: say("Rendez-vous pris :", "Appointment made:"),
  appointmentToCheck: say(
    "Ce rendez-vous est passé sans nouvelles : appelez pour savoir.",
    "This appointment has passed without news: call to find out.",
  ),
  checkReceived: say(
    "{who} s'assure que la personne a été reçue, {when}.",
    "{who} makes sure that the person was received, {when}.",
  ),
  checkDecision: say("{who} demande où en est la décision, {when}.", "{who} asks how the decision stands, {when}."),
  followUp: say("Suivi :", "Follow-up:"),
  agreements: say("À demander d'abord à la personne :", "To ask the person first:"),
  toCheck: say("À vérifier avant d'envoyer quelqu'un", "To check before sending someone"),
  hoursUnknown: say(
    "Horaires non connus, supposés habituels : appelez avant.",
    "Hours not known, taken as usual: call first.",
  ),
  hoursSaid: say("Horaires, à vérifier :", "Hours, to be checked:"),
  record: say("Fiche du {date}, source : {producer}.", "Record of {date}, source: {producer}."),
  recordNoDate: say("Fiche sans date.", "Record without a date."),
  recordOld: say(
    "La fiche du lieu est ancienne ({date}) : vérifiez par téléphone.",
    "The record of the place is old ({date}): check by telephone.",
  ),
  thePlace: say("Le lieu", "The place"),
  why: say("Pourquoi cette étape ?", "Why this stop?"),
  sure: say("Fiabilité :", "How sure:"),
  sources: say("Sources", "Sources"),
  inEnglish: say("Le texte des sources est en anglais.", "The text of the sources is in English."),
  fieldStudy: say("étude de terrain", "field study"),
  sourceRead: say("texte public lu", "public text, read"),
  sourcePartlyRead: say("lu en partie, le reste de seconde main", "read in part, the rest second hand"),
  sourceSecondHand: say("source de seconde main", "second-hand source"),
  sourceGeneral: say("connaissance générale, à vérifier", "general knowledge, to be checked"),
  sourceNotChecked: say("non vérifié", "not checked"),
  deadline: say("Date limite : {when}.", "Deadline: {when}."),
  deadlineLate: say("Attention : après la date limite, étape {list}.", "Beware: after the deadline, stop {list}."),
  deadlinePassed1: say("Attention : la date limite est passée depuis hier.", "Beware: the deadline passed yesterday."),
  deadlinePassed: say(
    "Attention : la date limite est passée depuis {n} jours.",
    "Beware: the deadline passed {n} days ago.",
  ),
  nextDate: say("Prochaine échéance : {who} la fixe avec la personne.", "Next date: {who} sets it with the person."),
  afterwards: say("À proposer ensuite", "To offer afterwards"),
  goodToKnow: say("À savoir", "Good to know"),
  nothingDecided: say(
    "Aucun droit n'est décidé ici : seul l'organisme décide.",
    "No right is decided here: only the agency decides.",
  ),
  assumedDelays: say(
    "Les délais et les durées sont des valeurs supposées par les règles.",
    "Delays and durations are values assumed by the rules.",
  ),

  // what the plan costs
  cost: say("Ce que ce parcours demande", "What this path asks for"),
  oneStop: say("{n} étape", "{n} stop"),
  stops: say("{n} étapes", "{n} stops"),
  oneDecision: say("{n} décision d'organisme", "{n} decision by an agency"),
  decisions: say("{n} décisions d'organismes", "{n} decisions by agencies"),
  oneHandoff: say("{n} passage de relais", "{n} hand-off"),
  handoffs: say("{n} passages de relais", "{n} hand-offs"),
  oneDay: say("{n} jour jusqu'à la dernière étape", "{n} day until the last stop"),
  days: say("{n} jours jusqu'à la dernière étape", "{n} days until the last stop"),
  sameDay: say("tout le même jour", "all on the same day"),
  riskLow: say("peu de risque de se perdre en chemin", "little risk of getting lost on the way"),
  riskSome: say("un certain risque de se perdre en chemin", "some risk of getting lost on the way"),
  riskHigh: say("un grand risque de se perdre en chemin", "a great risk of getting lost on the way"),

  // what has no stop
  unmet: say("Ce qui reste sans solution ici", "What has no solution here"),
  unmetHelp: say(
    "Ce n'est pas un refus : voici pourquoi, et ce que vous pouvez faire.",
    "This is not a refusal: here is why, and what you can do.",
  ),
  tradeByTrade: say("Pourquoi, métier par métier", "Why, trade by trade"),
  waived: say("Ce qui n'a plus besoin d'étape", "What asks for no stop"),
  waivedByRule: say("Une autre voie le remplace.", "Another way takes its place."),
  waivedByEvents: say("D'après ce qui s'est passé.", "From what happened."),
  overridden: say("Ce que le parcours n'a pas pu respecter", "What the path could not keep to"),
} as const;
