// Only for tsc: what the types let through, and what they refuse.
import { AiguillageError, createEngine, readBundle, type Answer, type Engine, type Routed } from "aiguillage";
import { readFolder } from "aiguillage/folder.mjs";

const engine: Engine = await createEngine({
  pack: [await readBundle("./france.json")],
  territories: await readFolder("examples/territories/rennes"),
});
const answer: Answer<Routed> = engine.route({ situation: { credentials: "lost" } }, { territory: "rennes", plans: 2, lang: "en" });
const names: string[] = answer.value.plans.flatMap((plan) => plan.stops.map((stop) => stop.name));
const right: string | null = engine.qualify("situation: {}").value.qualification.needs[0]!.right;
const next: string | undefined = engine.ask(new Uint8Array(), { passed: ["credentials"] }).value.question?.text;
const unknown: unknown = engine.answer("route", {}, { plans: 1 }).value;
try {
  engine.schema({ name: "need" });
} catch (error) {
  if (error instanceof AiguillageError && error.code === "wrong_call") console.log(error.findings[0]?.line.toFixed());
}
engine.free();
console.log(names, right, next, unknown, engine.about().value.territories[0]?.title.length);

// @ts-expect-error: no such option
engine.route({}, { plan: 2 });
// @ts-expect-error: an option of another verb
engine.qualify({}, { territory: "rennes" });
// @ts-expect-error: not a request
engine.route(7);
// @ts-expect-error: no such language
engine.route({}, { lang: "de" });
// @ts-expect-error: answers are not to be changed
answer.json = "";
// @ts-expect-error: errors come from the engine
new AiguillageError();
// @ts-expect-error: not a name of files
await createEngine({ pack: "rules/france" });
