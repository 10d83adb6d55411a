import { render } from "preact";
import { App } from "./app.tsx";
import { loadTools } from "./engine.ts";
import { firstState } from "./reducer.ts";
import { scenarioInFragment } from "./scenario.ts";
import type { Scenario } from "./state.ts";
import { words } from "./words.ts";

const root = document.getElementById("page");

/** What was told does not stay in the address. */
function takenFromAddress(): Scenario | null | undefined {
  const scenario = scenarioInFragment(location.hash);
  if (scenario !== undefined) history.replaceState(null, "", location.pathname + location.search);
  return scenario;
}

async function start(at: Element): Promise<void> {
  const linked = takenFromAddress();
  try {
    const tools = await loadTools();
    const state = firstState(tools, linked);
    at.textContent = "";
    render(<App tools={tools} first={state} taken={takenFromAddress} />, at);
  } catch (error) {
    at.textContent = `${words.cannotStart.fr} ${error instanceof Error ? error.message : String(error)}`;
    throw error;
  }
}

if (root !== null) void start(root);
