/** Our own signs, drawn on a 24 by 24 grid; they stand beside words, never instead of them. */
const shapes = {
  digital: "M3 5h18v11H3zM8 20h8M12 16v4",
  administrative: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  social:
    "M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 20c0-4 3-7 6-7s6 3 6 7M14 14c4-2 8 1 8 6",
  when: "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4",
  where: "M12 22s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12zM12 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  call: "M5 3h4l2 5-3 2a13 13 0 0 0 6 6l2-3 5 2v4c0 1-1 2-2 2A17 17 0 0 1 3 5c0-1 1-2 2-2z",
  walk: "M13 5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM11 8l-3 3v3M11 8l4 3 3 1M11 8l1 6-3 8M12 14l4 3 1 5",
  bring: "M4 8h16l-1 13H5zM9 8V6a3 3 0 0 1 6 0v2",
  check: "M4 12l5 6L20 5",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l4 2",
  warning: "M12 3l10 18H2zM12 10v5M12 17.5v1",
  decision: "M12 3v18M7 21h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z",
  talk: "M3 4h18v12H11l-5 5v-5H3z",
  home: "M3 12l9-9 9 9M6 10v11h12V10",
  question: "M8 9a4 4 0 1 1 6 3c-2 1-2 2-2 3M12 18.5v1",
} as const;

export type Sign = keyof typeof shapes;

export function Pictogram({ sign, large = false }: { sign: Sign; large?: boolean }) {
  return (
    <svg class={large ? "pictogram large" : "pictogram"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[sign]} />
    </svg>
  );
}
