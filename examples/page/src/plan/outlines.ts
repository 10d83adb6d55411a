import rennes from "../../contours/rennes.json";

export interface Outlines {
  source: string;
  licence: string;
  vintage: string;
  communes: readonly { code: string; name: string; rings: readonly (readonly number[])[] }[];
}

/** The outlines that come with the page, by territory; another territory's map shows its places alone. */
const known: Readonly<Record<string, Outlines>> = { rennes };

export const outlinesOf = (territory: string): Outlines | null => known[territory] ?? null;
