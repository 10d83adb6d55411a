#include "report/simulation_parts.h"

namespace aiguillage::report {

const char* const simulation_style = R"(
:root { --ink: #1a1a1a; --faint: #4a4a4a; --line: #767676; --soft: #f2f2f0;
  --good: #0b4f8a; --half: #5b7fa6; --bad: #7a4300; --none: #6b6b6b; --two: #7b1f5c; --three: #1c6b3a; }
body { max-width: 76rem; color: var(--ink); }
.lead { font-size: 1.1rem; max-width: 52rem; }
.faint { color: var(--faint); max-width: 52rem; }
.key { list-style: none; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); }
.key li { border-top: 3px solid var(--ink); padding: .4rem .25rem; }
.key strong { display: block; font-size: 1.45rem; line-height: 1.2; white-space: nowrap; }
nav ul { list-style: none; padding: 0; margin: 1rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
a { color: inherit; }
section { border-top: 1px solid var(--line); margin-top: 1.5rem; }
section h2 { margin-top: .75rem; }
figure { margin: 0; }
figcaption { max-width: 52rem; margin-bottom: .75rem; }
.picture { overflow-x: auto; }
.picture > svg { display: block; width: 100%; height: auto; max-width: 34rem; margin-bottom: 1rem; }
svg text { fill: var(--ink); font: 12px system-ui, "Liberation Sans", Arial, sans-serif; }
svg .figure { font-weight: bold; }
svg .axis { stroke: var(--ink); fill: none; stroke-width: 1.5; }
svg .mark { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
svg .room { fill: var(--soft); }
svg .bar { fill: var(--half); }
svg .reached, svg .lane0 { fill: var(--good); }
svg .no_path, svg .renounced, svg .lost, svg .full, svg .lane1 { fill: var(--bad); }
svg .no_need { fill: var(--none); }
svg .lane2 { fill: var(--two); }
svg .node { fill: var(--ink); }
svg .ribbon { fill-opacity: .45; stroke: #fff; stroke-width: .75; }
svg .f0 { fill: var(--good); } svg .f1 { fill: var(--bad); } svg .f2 { fill: var(--two); } svg .f3 { fill: var(--three); }
#flows .picture > svg { max-width: 64rem; min-width: 40rem; }
#areas .picture > svg { max-width: 44rem; max-height: 85vh; }
#areas svg text { font-size: 16px; }
svg .label { font-weight: bold; paint-order: stroke; stroke: #fff; stroke-width: 4px; }
svg .shade { stroke: var(--ink); stroke-width: 1.2; }
svg .s0 { fill: url(#hatch0); } svg .s1 { fill: url(#hatch1); } svg .s2 { fill: url(#hatch2); } svg .s3 { fill: url(#hatch3); }
svg .none { fill: #fff; stroke-dasharray: 3 3; }
svg .ground { fill: #fff; } svg .g1 { fill: #e8eef5; } svg .g2 { fill: #cfdeec; } svg .g3 { fill: #b3cbe2; }
svg .hatch { stroke: #0b4f8a; stroke-width: 1.5; }
svg .place { fill: #fff; stroke: var(--ink); stroke-width: 1.5; }
svg path.full.place { stroke: #a01616; stroke-width: 3.5; fill: none; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.legend svg { vertical-align: -.15rem; width: 22px; height: 16px; }
.wide { overflow-x: auto; margin: .5rem 0 1rem; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; }
td.n { white-space: nowrap; }
table { min-width: 20rem; }
tbody th { font-weight: normal; }
thead th { border-bottom-width: 2px; }
@media (min-width: 64rem) {
  #people, #needs, #losses { display: grid; grid-template-columns: 34rem 1fr; column-gap: 2rem; align-items: start; }
  #people h2, #needs h2, #losses h2 { grid-column: 1 / -1; }
  #losses figure { grid-row: span 2; }
  #places .picture { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; align-items: start; }
}
@media print {
  @page { size: A4; margin: 12mm; }
  nav { display: none; }
  body { max-width: none; font-size: 10pt; }
  .wide, .picture { overflow: visible; }
  thead { display: table-header-group; }
  tr, svg, .key li { break-inside: avoid; }
  table { font-size: 8.5pt; }
  #flows .picture > svg { min-width: 0; }
}
)";

}  // namespace aiguillage::report
