/** The files of a folder of rules or of a territory, for createEngine. Node only. */
export function readFolder(folder: string): Promise<Record<string, Uint8Array>>;

/** The same as texts, for a bundle in JSON; rejects when a file is not UTF-8. Node only. */
export function bundleOf(folder: string): Promise<Record<string, string>>;
