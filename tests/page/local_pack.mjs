// A local pack for tests, imagined: it adds a need, makes one case more urgent, and keeps some people from one actor.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const localPack = {
  "mine/pack.yaml": `id: mine
version: "0.1.0"
reference_date: 2026-11-01
title: {fr: "Mon département imaginé", en: "My imagined county"}
extends: [france]
`,
  "mine/sources/M.yaml": `sources:
  - id: M01
    statement: "Imaginé, pour un essai."
    status: "S"
`,
  "mine/needs/mobility.yaml": `need: mobility
rules:
  - id: mobility_for_the_young
    title: {fr: "Jeune sans emploi", en: "Young and out of work"}
    text: {fr: "À cet âge, on cherche un transport avec la personne.", en: "At that age, a ride is looked for with the person."}
    strength: hard
    evidence: assumed
    sources: [M01]
    when: {age: {at_most: 25}}
`,
  "mine/routing/m01_families_only.yaml": `id: m01_families_only
title: {fr: "Le CCAS reçoit les familles", en: "The CCAS receives families"}
text: {fr: "Ici, quelqu'un d'autre que le CCAS reçoit qui vit seul.", en: "Here someone else than the CCAS receives who lives alone."}
strength: strong
evidence: assumed
sources: [M01]
when: {household: alone}
then: {exclude: {actors: [ccas]}}
`,
};

/** The same as a folder on the disk, for as long as the test runs; its path. */
export async function writeLocalPack(t) {
  const folder = await mkdtemp(join(tmpdir(), "aiguillage-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(localPack)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return join(folder, "mine");
}
