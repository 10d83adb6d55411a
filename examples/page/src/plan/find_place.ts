/** Letters without case or accents, so that « mediatheque » finds « Médiathèque ». */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export interface Findable {
  id: string;
  name: string;
  trade: string;
}

/** Items whose name or trade holds every word that was written; those whose name begins with it come first. */
export function findPlaces<Item extends Findable>(items: readonly Item[], written: string): Item[] {
  const parts = plain(written)
    .split(/\s+/)
    .filter((one) => one !== "");
  const found = items.filter((one) => {
    const all = plain(`${one.name} ${one.trade}`);
    return parts.every((part) => all.includes(part));
  });
  const begins = (one: Item): number => (parts[0] !== undefined && plain(one.name).startsWith(parts[0]) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b) || a.name.localeCompare(b.name, "fr"));
}
