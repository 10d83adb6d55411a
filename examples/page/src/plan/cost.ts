import type { Language, Plan } from "./answers";
import { counted, fill, riskText, sentence } from "./wording";
import type { Pair } from "./pair";
import { wordsPlan as w } from "../words_plan";

/** What a plan asks of the person, in words. */
export function costTexts(plan: Plan, lang: Language): string[] {
  const decisions = plan.stops.filter((one) => one.decides).length;
  const { days, travel_minutes, handoffs, loss_risk } = plan.cost;
  return [
    counted(plan.stops.length - decisions, w.oneStop, w.stops, lang),
    ...(decisions > 0 ? [counted(decisions, w.oneDecision, w.decisions, lang)] : []),
    days === 0 ? w.sameDay[lang] : counted(days, w.oneDay, w.days, lang),
    ...(travel_minutes > 0 ? [fill(w.travel[lang], { n: travel_minutes })] : []),
    ...(handoffs > 0 ? [counted(handoffs, w.oneHandoff, w.handoffs, lang), riskText(loss_risk, lang)] : []),
  ];
}

interface Difference {
  more: readonly [Pair, Pair];
  less: readonly [Pair, Pair];
  by: number;
}

/** How another plan differs from the first in what it asks for. */
export function differenceTexts(first: Plan, other: Plan, lang: Language): string[] {
  const by = (part: keyof Plan["cost"]): number => Number(other.cost[part]) - Number(first.cost[part]);
  const differences: Difference[] = [
    { more: [w.oneMoreDay, w.moreDays], less: [w.oneDayLess, w.fewerDays], by: by("days") },
    { more: [w.moreTravel, w.moreTravel], less: [w.lessTravel, w.lessTravel], by: by("travel_minutes") },
    { more: [w.oneMoreHandoff, w.moreHandoffs], less: [w.oneHandoffLess, w.fewerHandoffs], by: by("handoffs") },
    {
      more: [w.moreRisk, w.moreRisk],
      less: [w.lessRisk, w.lessRisk],
      by: Math.abs(by("loss_risk")) < 0.005 ? 0 : by("loss_risk"),
    },
  ];
  const texts = differences
    .filter((one) => one.by !== 0)
    .map((one) => counted(Math.abs(one.by), ...(one.by > 0 ? one.more : one.less), lang));
  if (by("partial_services") > 0) texts.push(counted(other.cost.partial_services, w.onePartial, w.morePartial, lang));
  return (texts.length > 0 ? texts : [w.sameCost[lang]]).map(sentence);
}

export type ScorePart = "waiting" | "travel" | "loss" | "actors" | "partial" | "load";
const partWords = {
  waiting: w.byWaiting,
  travel: w.byTravel,
  loss: w.byLoss,
  actors: w.byActors,
  partial: w.byPartial,
  load: w.byLoad,
};

/** The two things that weigh most against the second plan. */
export function weightiest(by: Readonly<Record<ScorePart, number>>, lang: Language): string[] {
  return (Object.keys(partWords) as ScorePart[])
    .filter((part) => by[part] > 0.005)
    .sort((a, b) => by[b] - by[a])
    .slice(0, 2)
    .map((part) => partWords[part][lang]);
}
