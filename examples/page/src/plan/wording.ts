import type { Dimension, Language, Places, Words } from "./answers";
import type { Pair } from "./pair";
import { wordsPlan as w } from "../words_plan";

interface Named {
  id: string;
  text: string;
}

export const textOf = (list: readonly Named[], id: string | null): string =>
  list.find((one) => one.id === id)?.text ?? "";

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « {n} jours » with its numbers. */
export function fill(text: string, parts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => (name in parts ? String(parts[name]) : all));
}

export function counted(n: number, one: Pair, many: Pair, lang: Language): string {
  return fill((Math.abs(n) < 2 && !(lang === "en" && n === 0) ? one : many)[lang], { n });
}

export function needText(words: Words, id: string, lang: Language): string {
  const [type = "", right] = id.split(":");
  const need = sentence(textOf(words.needs, type));
  return right === undefined ? need : need + w.colon[lang] + textOf(words.rights, right);
}

export function dimensionOf(words: Words, needId: string): Dimension | null {
  const [type] = needId.split(":");
  return (words.needs.find((one) => one.id === type)?.dimension as Dimension | undefined) ?? null;
}

/** A place by its name; in the neutral territory, by its trade. */
export function placeName(places: Places, words: Words, id: string, lang: Language): string {
  if (id === "here") return w.here[lang];
  const place = places.actors.find((one) => one.id === id);
  if (place && places.territory.hash !== "neutral") return sentence(place.name);
  return sentence(textOf(words.actor_types, place?.type ?? id));
}

const onDay = (date: string, day: number): Date => new Date(Date.parse(date + "T00:00:00Z") + day * 86_400_000);

export function dateText(date: string, day: number, lang: Language): string {
  const form = new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return form.format(onDay(date, day)).replace(/^(\p{L}+),? 1 /u, lang === "fr" ? "$1 1er " : "$1 1 ");
}

export function dayText(date: string | null, day: number, lang: Language): string {
  const near =
    day === 0
      ? w.today[lang]
      : day === 1
        ? w.tomorrow[lang]
        : day > 0
          ? fill(w.inDays[lang], { n: day })
          : counted(-day, w.dayAgo, w.daysAgo, lang);
  return date ? `${near}, ${dateText(date, day, lang)}` : near;
}

export function longDate(date: string, lang: Language): string {
  const text = new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(onDay(date, 0));
  return lang === "fr" ? text.replace(/^1 /, "1er ") : text;
}

export function timeText(time: string | null, lang: Language): string {
  if (!time) return "";
  if (lang === "en") return time;
  const [hour = "", minute = ""] = time.split(":");
  return `${Number(hour)}\u00a0h${minute === "00" ? "" : `\u00a0${minute}`}`;
}

export const minutesText = (minutes: number, lang: Language): string => fill(w.minutes[lang], { n: minutes });

const dayNames: readonly [RegExp, string][] = [
  [/Mo/g, "lun."],
  [/Tu/g, "mar."],
  [/We/g, "mer."],
  [/Th/g, "jeu."],
  [/Fr/g, "ven."],
  [/Sa/g, "sam."],
  [/Su/g, "dim."],
  [/PH/g, "fériés"],
  [/off/g, "fermé"],
];
/** Opening hours as the record writes them, with French names of days. */
export function hoursText(hours: string, lang: Language): string {
  if (lang === "en") return hours;
  return dayNames.reduce((text, [from, to]) => text.replace(from, to), hours);
}

export const unbroken = (number: string): string => number.replace(/ /g, "\u00a0");

/** How big a risk is, without a figure that would look more exact than it is. */
export function riskText(risk: number, lang: Language): string {
  return (risk < 0.1 ? w.riskLow : risk < 0.25 ? w.riskSome : w.riskHigh)[lang];
}

/** How the person gets there, as it is said to them. */
export function wordsForPerson(mode: string, lang: Language): string {
  return (w.modesForPerson as Readonly<Record<string, Pair>>)[mode]?.[lang] ?? "";
}
