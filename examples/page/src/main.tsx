import { render } from "preact";
import { App } from "./app.tsx";
import { loadTools } from "./engine.ts";
import { firstState } from "./reducer.ts";
import { scenarioInFragment } from "./scenario.ts";
import { words } from "./words.ts";

const root = document.getElementById("page");

async function start(at: Element): Promise<void> {
  try {
    const tools = await loadTools();
    const state = firstState(tools, scenarioInFragment(location.hash));
    if (location.hash) history.replaceState(null, "", location.pathname); // what was told does not stay in the address
    at.textContent = "";
    render(<App tools={tools} first={state} />, at);
  } catch (error) {
    at.textContent = `${words.cannotStart.fr} ${error instanceof Error ? error.message : String(error)}`;
    throw error;
  }
}

if (root !== null) void start(root);
