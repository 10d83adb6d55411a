// The screens after the first one: loaded while that is looked at.
export { BenchView } from "./bench/BenchView.tsx";
export { Interview } from "./interview/interview.tsx";
export { GraphView } from "./plan/graph_view.tsx";
export { MapView } from "./plan/map_view.tsx";
export { NotesView } from "./plan/notes_view.tsx";
export { PlanView } from "./plan/plan_view.tsx";
