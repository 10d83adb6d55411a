import type { State } from "../state";

/** What the engine answers beyond the parts that its types spell out; see src/report/schemas. */
export type Routed = State["now"]["routed"];
export type Plan = Routed["plans"][number];
export type Stop = Plan["stops"][number];
export type Dimension = keyof Plan["lanes"];
export type Words = State["now"]["words"];
export type Places = State["now"]["places"];
export type Place = Places["actors"][number];
export type Language = State["lang"];
export type Because = Stop["because"][number];

export const dimensions: readonly Dimension[] = ["digital", "administrative", "social"];

/** What a note may show; the engine holds back what would tell more than the person agreed to. */
export type Note = Stop["handoff"]["note"];

export interface StopMore {
  time: string | null;
  hours: { as_written: string | null; known: boolean; assumed: boolean };
  record: { producer: string | null; vintage: string | null; age_days: number | null; stale: boolean };
  appointment: { day: number; days_ago: number; time: string | null; owner: string } | null;
}
export interface PlanMore {
  deadline: { day: number; passed_days: number; later_stops: string[] } | null;
  offered_afterwards: string[];
  next_date: { stop: string; owner: string; because: Because } | null;
}

export interface WinIf {
  actor: string;
  what: "days" | "travel" | "loss" | "load" | "closed";
  now: number | null;
  from: number | null;
  second_wins: boolean;
}
export interface Second {
  by: Record<"waiting" | "travel" | "loss" | "actors" | "partial" | "load", number>;
  would_win_if: WinIf[];
  wins_if_all_closed: boolean;
}

export interface WhyNot {
  actor: string;
  standing: string;
  text: string;
  needs: { id: string; standing: string; text: string; reasons: { text: string; source: string | null }[] }[];
  detour: { text: string } | null;
  would_change: string[];
}

export interface ComparedStop {
  actor: string;
  decides: boolean;
  needs: string[];
}
export interface AlteredStop extends ComparedStop {
  day: { before: number; after: number };
  mode: { before: string | null; after: string | null };
}
export interface Followed {
  days_since_start: number;
  done: string[];
  renounced: { id: string; stage: string | null }[];
  bounces: { id: string; count: number; by: string[] }[];
  ignored: { event: number; why: string }[];
  changes: { stays: ComparedStop[]; new: ComparedStop[]; gone: ComparedStop[]; altered: AlteredStop[] };
}

export interface RoutedMore {
  unmet: { id: string; text: string; why: { actor_type: string | null; text: string }[] }[];
  overridden: Because[];
  why_not: WhyNot[];
  second: Second | null;
  followed?: Followed;
}

/** The schemas of the engine say that these are there. */
export const whole = (routed: Routed): RoutedMore => routed as unknown as RoutedMore;
export const wholePlan = (plan: Plan): PlanMore => plan as unknown as PlanMore;
export const wholeStop = (stop: Stop): StopMore => stop as unknown as StopMore;
export const noteOf = (stop: Stop): Note | null => (stop.handoff ? stop.handoff.note : null);
