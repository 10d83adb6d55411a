// The texts of the scenario bench.
export interface Pair {
  fr: string;
  en: string;
}

export const words_bench = {
  title: { fr: "Banc d’essai", en: "Scenario bench" },
  intro: {
    fr: "Vérifiez les réponses sur des situations écrites d’avance, et comparez deux jeux de règles. Les fichiers sont lus ici, dans cette page : rien n’est envoyé.",
    en: "Check the answers on situations written beforehand, and compare two sets of rules. Files are read here, in this page: nothing is sent.",
  },
  casesTitle: { fr: "Les cas", en: "The cases" },
  casesInput: { fr: "Choisir des fichiers de cas", en: "Choose case files" },
  casesHint: {
    fr: "Un ou plusieurs fichiers YAML. Un cas dit une situation et ce qui est attendu.",
    en: "One or several YAML files. A case tells a situation and what is expected.",
  },
  noCases: { fr: "Aucun cas n’est chargé.", en: "No case is loaded." },
  running: { fr: "Essai en cours :", en: "Trying:" },
  onlyDiffering: { fr: "Montrer seulement ce qui diffère", en: "Show only what differs" },
  forget: { fr: "Retirer les cas", en: "Remove the cases" },
  columnCase: { fr: "Cas", en: "Case" },
  columnResult: { fr: "Résultat", en: "Result" },
  columnDiffers: { fr: "Ce qui diffère", en: "What differs" },
  columnAction: { fr: "Suite", en: "Next" },
  asExpected: { fr: "comme attendu", en: "as expected" },
  differs: { fr: "diffère", en: "differs" },
  notRun: { fr: "n’a pas pu être lu", en: "could not be read" },
  noExpectation: { fr: "situation seule : rien n’est attendu", en: "situation alone: nothing is expected" },
  expected: { fr: "attendu :", en: "expected:" },
  got: { fr: "obtenu :", en: "got:" },
  missing: { fr: "il manque :", en: "missing:" },
  nothing: { fr: "rien", en: "nothing" },
  open: { fr: "Ouvrir", en: "Open" },
  tableTried: { fr: "Les cas et ce qu’ils donnent", en: "The cases and what they give" },
  noneDiffers: { fr: "Aucun cas ne diffère.", en: "No case differs." },
  packTitle: { fr: "Un autre jeu de règles", en: "Another set of rules" },
  packHint: {
    fr: "Chargez un autre jeu : on verra pour qui les besoins, l’urgence ou les premières étapes changent. Un jeu local complète les règles de la France ; un jeu entier prend leur place.",
    en: "Load another set: you will see for whom needs, urgency or first stops change. A local set completes the rules of France; a whole set takes their place.",
  },
  packFolder: { fr: "Choisir un dossier de règles", en: "Choose a folder of rules" },
  packBundle: { fr: "Choisir un paquet de règles (JSON)", en: "Choose a bundle of rules (JSON)" },
  notABundle: {
    fr: "Ce fichier n’est pas un paquet de règles.",
    en: "This file is not a bundle of rules.",
  },
  emptyFolder: { fr: "Ce dossier ne contient pas de règles.", en: "There are no rules in this folder." },
  completes: { fr: "complète les règles de la page", en: "completes the rules of the page" },
  replaces: { fr: "prend la place des règles de la page", en: "takes the place of the rules of the page" },
  removePack: { fr: "Retirer ce jeu", en: "Remove this set" },
  needCases: { fr: "Chargez d’abord des cas : ils serviront à comparer.", en: "Load cases first: they serve to compare." },
  tableChanges: { fr: "Ce qui change avec l’autre jeu", en: "What changes with the other set" },
  columnNeeds: { fr: "Besoins", en: "Needs" },
  columnUrgency: { fr: "Urgence", en: "Urgency" },
  columnFirst: { fr: "Premières étapes", en: "First stops" },
  gained: { fr: "en plus :", en: "added:" },
  lost: { fr: "en moins :", en: "gone:" },
  to: { fr: "devient", en: "becomes" },
  same: { fr: "pareil", en: "the same" },
  noStop: { fr: "aucune", en: "none" },
  noHandoff: { fr: "aucun passage de relais", en: "no hand-over" },
  onTheSpot: { fr: "sur place", en: "on the spot" },
  everyHandoff: { fr: "tous", en: "all" },
  or: { fr: " ou ", en: " or " },
  says: { fr: " : ", en: ": " },
  anotherCheck: { fr: "Autre vérification", en: "Another check" },
  unknownWord: { fr: "mot que ces règles n’ont pas", en: "a word that these rules do not have" },
} satisfies Record<string, Pair>;

/** What each check of a case looks at. */
export const checkTitles: Readonly<Record<string, Pair>> = {
  questions: { fr: "Premières questions posées", en: "First questions asked" },
  "needs.include": { fr: "Besoins à reconnaître", en: "Needs to recognise" },
  "needs.exclude": { fr: "Besoins à ne pas retenir", en: "Needs not to retain" },
  urgency: { fr: "Urgence", en: "Urgency" },
  "route.first_any": { fr: "Première étape, l’une de celles-ci", en: "First stop, one of these" },
  "route.first_never": { fr: "Jamais en première étape", en: "Never as a first stop" },
  "route.reach": { fr: "Le parcours passe par", en: "The path goes through" },
  "route.never": { fr: "Jamais dans le parcours", en: "Never on the path" },
  "route.territory": { fr: "N’existe pas sur le territoire", en: "Does not exist in the territory" },
  "route.handoff_at_least": { fr: "Passage de relais, au moins", en: "Hand-over, at least" },
  "route.help": { fr: "Aide donnée", en: "Help given" },
  "route.stops_at_most": { fr: "Nombre d’étapes, au plus", en: "Number of stops, at most" },
  "route.serves": { fr: "Qui répond à quel besoin", en: "Who serves which need" },
  "route.handoffs_checked": { fr: "Relais qui ont une date de vérification", en: "Hand-overs that have a date to check" },
  "route.next_date_with": { fr: "Le prochain rendez-vous est avec", en: "The next date is with" },
};

/** « 18 cas sur 20 donnent ce qui est attendu. » */
export function resultSentence(passed: number, of: number): Pair {
  if (of === 0) return { fr: "", en: "" };
  if (passed === of)
    return of === 1
      ? { fr: "Le cas donne ce qui est attendu.", en: "The case gives what is expected." }
      : { fr: `Les ${of} cas donnent ce qui est attendu.`, en: `All ${of} cases give what is expected.` };
  const differing = of - passed;
  return {
    fr: `${passed} cas sur ${of} donnent ce qui est attendu, ${differing} non.`,
    en: `${passed} of ${of} cases give what is expected, ${differing} do not.`,
  };
}

/** « Quelque chose change pour 3 personnes sur 20. » */
export function changeSentence(changed: number, of: number): Pair {
  if (changed === 0) return { fr: `Rien ne change, sur ${of} cas.`, en: `Nothing changes, in ${of} cases.` };
  return {
    fr: `Quelque chose change dans ${changed} cas sur ${of}.`,
    en: `Something changes in ${changed} of ${of} cases.`,
  };
}
