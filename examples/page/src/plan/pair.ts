/** A text in the languages of the page. */
export interface Pair {
  fr: string;
  en: string;
}

/** With the spaces that French does not break, and one kind of apostrophe. */
export const say = (fr: string, en: string): Pair => ({
  fr: fr
    .replace(/ ([:;?!»%])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0")
    .replace(/\} (min|jour|étape)/g, "}\u00a0$1")
    .replaceAll("'", "’"),
  en: en.replaceAll("'", "’"),
});
