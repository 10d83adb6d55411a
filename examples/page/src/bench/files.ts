// What people choose in a file input, as the engine takes it. Nothing is sent anywhere: the browser reads it here.
export type PackFiles = Record<string, string>;

export interface NamedText {
  name: string;
  text: string;
}

/** Of a folder, what the engine reads: the cases beside the rules try a pack, they are no part of it. */
export function isRead(path: string): boolean {
  const inside = path.slice(path.indexOf("/") + 1);
  return /\.(ya?ml|csv)$/.test(inside) && !/(^|\/)\./.test(inside) && !/^cases\/|\.test\.yaml$/.test(inside);
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;
const byName = (a: NamedText, b: NamedText): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Whole texts, in the order of their names; throws on bytes that are not UTF-8. */
export async function readTexts(files: readonly File[]): Promise<NamedText[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const read = async (file: File): Promise<NamedText> => {
    const bytes = await file.arrayBuffer();
    try {
      return { name: pathOf(file), text: decoder.decode(bytes) };
    } catch (cause) {
      throw new Error(`${pathOf(file)}: UTF-8 ?`, { cause });
    }
  };
  return (await Promise.all(files.map(read))).sort(byName);
}

export async function readFolder(files: readonly File[]): Promise<PackFiles> {
  const texts = await readTexts(files.filter((one) => isRead(pathOf(one))));
  return Object.fromEntries(texts.map(({ name, text }) => [name, text]));
}

/** A bundle made by folder.mjs; null: the text is not one. */
export function readBundle(text: string): PackFiles | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (data === null || typeof data !== "object" || Array.isArray(data)) return null;
  const entries = Object.entries(data);
  const isPack = entries.length > 0 && entries.every(([, content]) => typeof content === "string");
  return isPack ? Object.fromEntries(entries) : null;
}

/** The text of `pack.yaml`, in whatever folder it is. */
const manifestOf = (files: PackFiles): string =>
  Object.entries(files).find(([path]) => /^[^/]+\/pack\.yaml$/.test(path))?.[1] ?? "";

/** A local pack says which one it extends: it is read after that one, not in its place. */
export const extendsAnother = (files: PackFiles): boolean =>
  /^extends:[ \t]*(\[[ \t]*\w|\w|\r?\n[ \t]*- )/m.test(manifestOf(files));
