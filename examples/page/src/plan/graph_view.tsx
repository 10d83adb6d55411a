import type { Plan } from "./answers";
import { arrowPath, layoutGraph, wrapped, type Graph, type GraphStop, type Sizes } from "./layout";
import type { Props } from "../state";
import { modeText, nameOf, numberList, whenText, Name } from "./stop_parts";
import { useNarrow } from "./narrow";
import { fill, sentence, textOf } from "./wording";
import { wordsPlan as w } from "../words_plan";

type State = Props["state"];
const wide: Sizes = { nodeWidth: 280, nodeHeight: 88, gapX: 60, gapY: 92, perRow: 3 };
const narrow: Sizes = { nodeWidth: 220, nodeHeight: 110, gapX: 0, gapY: 92, perRow: 1 };

/** Letters that a line of a node can hold, by the width of the node. */
const letters = (sizes: Sizes) => ({
  name: Math.floor(sizes.nodeWidth / 9.3),
  more: Math.floor(sizes.nodeWidth / 8.1),
  mode: Math.floor(sizes.nodeWidth / 14 + 4),
});

export const graphStops = (plan: Plan): GraphStop[] =>
  plan.stops.map((stop) => ({
    id: stop.id,
    after: stop.after,
    from: stop.handoff?.from_stop ?? null,
  }));

function Lines({ lines, x, y, bold }: { lines: readonly string[]; x: number; y: number; bold?: boolean }) {
  return (
    <text x={x} y={y} class={bold ? "node-name" : "node-more"}>
      {lines.map((line, i) => (
        <tspan key={i} x={x} dy={i === 0 ? 0 : 17}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Node({ state, plan, node, sizes }: { state: State; plan: Plan; node: Graph["nodes"][number]; sizes: Sizes }) {
  const number = plan.stops.findIndex((one) => one.id === node.id);
  const stop = plan.stops[number];
  const most = letters(sizes);
  const x = node.x + sizes.nodeWidth / 2;
  const start = plan.stops.find((one) => one.handoff && one.handoff.from_stop === null)?.handoff.from ?? "here";
  const name = wrapped(stop ? `${number + 1}. ${nameOf(state, stop.actor)}` : w.hereShort[state.lang], most.name, 3);
  const more = wrapped(stop ? whenText(state, stop) : nameOf(state, start), most.more, 2);
  const mode = stop?.handoff ? wrapped(sentence(textOf(state.now.words.modes, stop.handoff.mode)), most.mode, 3) : [];
  const top = node.y + (sizes.nodeHeight - 17 * (name.length + more.length)) / 2 + 12;
  return (
    <g class={stop?.decides ? "node decides" : stop ? "node" : "node start"}>
      {mode.map((line, i) => (
        <text key={i} class="node-mode" x={x + 12} y={node.y - 12 - 15 * (mode.length - 1 - i)}>
          {line}
        </text>
      ))}
      <rect x={node.x} y={node.y} width={sizes.nodeWidth} height={sizes.nodeHeight} rx={stop?.decides ? 0 : 12} />
      <Lines lines={name} x={x} y={top} bold />
      <Lines lines={more} x={x} y={top + 17 * name.length + 2} />
    </g>
  );
}

function Drawing({ state, plan }: { state: State; plan: Plan }) {
  const sizes = useNarrow() ? narrow : wide;
  const graph = layoutGraph(graphStops(plan), sizes);
  const margin = 44;
  const width = Math.max(graph.width + 2 * margin, 320);
  const at = (id: string) => graph.nodes.find((one) => one.id === id);
  return (
    <div class="graph-frame">
      <svg
        viewBox={`${(graph.width - width) / 2} -4 ${width} ${graph.height + 8}`}
        role="img"
        aria-label={w.graph[state.lang]}
        width={width}
        height={graph.height + 8}
      >
        <defs>
          <marker
            id="tip"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0L10 5L0 10Z" />
          </marker>
        </defs>
        {graph.edges.map((edge) => {
          const [from, to] = [at(edge.from), at(edge.to)];
          return (
            from &&
            to && (
              <path
                key={edge.from + edge.to}
                class={`arrow ${edge.kind}`}
                marker-end="url(#tip)"
                d={arrowPath(from, to, sizes, edge.kind === "order" ? -30 : 0)}
              />
            )
          );
        })}
        {graph.nodes.map((node) => (
          <Node key={node.id} state={state} plan={plan} node={node} sizes={sizes} />
        ))}
      </svg>
    </div>
  );
}

function GraphList({ state, plan }: { state: State; plan: Plan }) {
  const { lang } = state;
  return (
    <section>
      <h3>{w.graphList[lang]}</h3>
      <ol>
        {plan.stops.map((stop) => (
          <li key={stop.id}>
            <strong>
              <Name state={state} id={stop.actor} />
            </strong>
            {stop.decides && ` (${w.decision[lang].toLowerCase()})`}
            {w.colon[lang]}
            {stop.after.length > 0
              ? fill(w.afterStops[lang], { list: numberList(plan, stop.after) }).toLowerCase()
              : w.firstStop[lang]}
            .{" "}
            {stop.handoff
              ? fill(w.graphLine[lang], { mode: modeText(state, stop), from: nameOf(state, stop.handoff.from) })
              : modeText(state, stop)}
            .
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who comes before whom, and who hands over to whom; the same as a list. */
export function GraphView({ state }: Props) {
  const { lang } = state;
  const [plan] = state.now.routed.plans;
  return (
    <div class="graph">
      <h2>{w.graph[lang]}</h2>
      <p>{w.graphHelp[lang]}</p>
      {plan && plan.stops.length > 0 ? (
        <>
          <ul class="legend">
            <li>
              <svg class="key-arrow" viewBox="0 0 40 10" aria-hidden="true">
                <path class="arrow handoff" d="M0 5H40" />
              </svg>{" "}
              {w.arrowHandoff[lang]}
            </li>
            <li>
              <svg class="key-arrow" viewBox="0 0 40 10" aria-hidden="true">
                <path class="arrow order" d="M0 5H40" />
              </svg>{" "}
              {w.arrowOrder[lang]}
            </li>
          </ul>
          <Drawing state={state} plan={plan} />
          <GraphList state={state} plan={plan} />
        </>
      ) : (
        <p>{w.noPlan[lang]}</p>
      )}
    </div>
  );
}
