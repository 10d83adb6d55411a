// The texts of the page; those of the plan and of the bench are beside their views.
export interface Pair {
  fr: string;
  en: string;
}

export const words = {
  name: { fr: "Aiguillage", en: "Aiguillage" },
  tagline: { fr: "Préparer une orientation vers les bons lieux", en: "Preparing a referral to the right places" },
  privacy: {
    fr: "Tout se passe dans cette page : rien n’est envoyé, rien n’est gardé.",
    en: "Everything happens in this page: nothing is sent, nothing is kept.",
  },
  skip: { fr: "Aller au contenu", en: "Skip to the content" },
  navigation: { fr: "Écrans", en: "Screens" },
  languages: { fr: "Langue", en: "Language" },
  views: {
    start: { fr: "La demande", en: "The request" },
    interview: { fr: "Questions", en: "Questions" },
    plan: { fr: "Parcours", en: "Path" },
    map: { fr: "Carte", en: "Map" },
    graph: { fr: "Schéma", en: "Graph" },
    notes: { fr: "Fiches à imprimer", en: "Notes to print" },
    bench: { fr: "Banc d’essai", en: "Scenario bench" },
  },

  startTitle: { fr: "Que demande la personne ?", en: "What does the person ask for?" },
  startIntro: {
    fr: "Notez la demande comme elle est dite. Tout peut rester vide : les questions viendront une à une.",
    en: "Note the request as it is said. Everything may stay empty: questions will come one by one.",
  },
  date: { fr: "Date du jour", en: "Today’s date" },
  dateHint: { fr: "Sans date, les horaires ne comptent pas.", en: "Without a date, opening hours do not count." },
  territory: { fr: "Territoire", en: "Territory" },
  neutral: { fr: "Sans territoire : un lieu de chaque sorte", en: "No territory: one place of each kind" },
  home: { fr: "Commune où la personne habite", en: "Commune where the person lives" },
  notSaid: { fr: "Pas encore dit", en: "Not said yet" },
  start: { fr: "Commencer", en: "Begin" },

  question: { fr: "Question", en: "Question" },
  changing: { fr: "Changer une réponse", en: "Change an answer" },
  next: { fr: "Continuer", en: "Continue" },
  unknown: { fr: "Je ne sais pas", en: "I do not know" },
  pass: { fr: "Passer", en: "Pass" },
  back: { fr: "Retour", en: "Back" },
  yes: { fr: "Oui", en: "Yes" },
  no: { fr: "Non", en: "No" },
  none: { fr: "Rien de cela", en: "None of these" },
  chooseFirst: {
    fr: "Choisissez une réponse, ou « Je ne sais pas ».",
    en: "Choose an answer, or “I do not know”.",
  },
  whyAsked: { fr: "Pourquoi cette question ?", en: "Why this question?" },
  decides: { fr: "La réponse peut changer :", en: "The answer may change:" },
  decidesUrgency: { fr: "l’urgence", en: "how urgent it is" },
  sensitive: {
    fr: "Question sensible : elle n’est posée que parce que la réponse peut changer le parcours. On peut la passer. La réponse reste ici ; elle n’est transmise qu’avec un accord écrit.",
    en: "Sensitive question: it is asked only because the answer may change the path. It may be passed. The answer stays here; it is passed on only with a written agreement.",
  },
  settled: {
    fr: "Plus aucune réponse ne peut changer le parcours.",
    en: "No answer can change the path any more.",
  },
  seePlan: { fr: "Voir le parcours", en: "See the path" },
  seePlanNow: { fr: "Voir le parcours provisoire", en: "See the provisional path" },
  grid: { fr: "Remplir la grille d’évaluation commune", en: "Fill in the common evaluation grid" },
  gridUndecided: { fr: "Ces réponses ne suffisent pas encore à conclure.", en: "These answers do not settle it yet." },
  gridGives: { fr: "La grille donne :", en: "The grid gives:" },

  standing: { fr: "Ce que l’on sait", en: "What is known" },
  urgency: { fr: "Urgence", en: "Urgency" },
  certain: { fr: "Besoins sûrs", en: "Certain needs" },
  possible: { fr: "Besoins possibles, à vérifier", en: "Possible needs, to be checked" },
  noNeed: { fr: "Aucun pour l’instant", en: "None so far" },
  forming: { fr: "Le parcours se forme", en: "The path takes shape" },
  laneEmpty: { fr: "Rien sur cette voie", en: "Nothing in this lane" },
  more: { fr: "et {n} de plus", en: "and {n} more" },
  given: { fr: "Réponses données", en: "Answers given" },
  noneGiven: { fr: "Aucune réponse pour l’instant", en: "No answer so far" },
  left: { fr: "sans réponse", en: "no answer" },
  change: { fr: "Modifier", en: "Change" },
  erase: { fr: "Effacer", en: "Erase" },
  colon: { fr: " : ", en: ": " },

  keep: { fr: "Garder ou partager", en: "Keep or share" },
  save: { fr: "Enregistrer un fichier", en: "Save a file" },
  openFile: { fr: "Ouvrir un fichier", en: "Open a file" },
  link: { fr: "Lien qui contient les réponses", en: "Link that holds the answers" },
  linkHint: {
    fr: "Qui a ce lien lit les réponses. Elles sont après le signe #, que les navigateurs n’envoient pas.",
    en: "Whoever has this link reads the answers. They come after the # sign, which browsers do not send.",
  },
  reset: { fr: "Tout effacer et recommencer", en: "Erase everything and start again" },
  resetSure: {
    fr: "Effacer toutes les réponses ? Rien n’en est gardé ailleurs.",
    en: "Erase all answers? They are kept nowhere else.",
  },
  badLink: { fr: "Ce lien n’a pas pu être lu.", en: "This link could not be read." },
  badFile: { fr: "Ce fichier n’a pas pu être lu.", en: "This file could not be read." },
  close: { fr: "Fermer ce message", en: "Close this message" },
  cannotStart: { fr: "La page n’a pas pu démarrer :", en: "The page could not start:" },
  cannotLoad: {
    fr: "Cet écran n’a pas pu être chargé ; vérifiez la connexion, puis choisissez un autre écran pour réessayer.",
    en: "This screen could not be loaded; check the connection, then choose another screen to try again.",
  },
  rules: { fr: "Règles", en: "Rules" },
} satisfies Record<string, Pair | Record<string, Pair>>;

/** "{n}" and so on. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

/** Of the numbers; the rules name units in English. */
const units: ReadonlyMap<string, Pair> = new Map([
  ["days", { fr: "jours", en: "days" }],
  ["weeks", { fr: "semaines", en: "weeks" }],
  ["months", { fr: "mois", en: "months" }],
  ["years", { fr: "ans", en: "years" }],
  ["children", { fr: "enfants", en: "children" }],
  ["EUR per month", { fr: "€ par mois", en: "€ a month" }],
  ["square metres per person", { fr: "m² par personne", en: "m² a person" }],
  ["attempts", { fr: "essais", en: "attempts" }],
]);
export const unitText = (unit: string, lang: "fr" | "en"): string => units.get(unit)?.[lang] ?? unit;
