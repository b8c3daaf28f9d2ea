// In: a comparison. Out: a report for people: the verdict in plain words, the three shares as bars, the reasons, the
// longest shared passages where the first text is given.
import type { Comparison, Passage, Verdict } from "../compare/verdict.js";
import { clip } from "./columns.js";
import type { Piece, Role } from "./palette.js";
import { printable } from "./printable.js";
import { wrap } from "./wrap.js";

/** The verdict line before the score, and what it means. */
export const VERDICT_WORDS: Record<Verdict, { line: string; meaning: string; role: Role }> = {
  identical: {
    line: "Same story: identical",
    meaning: "The words are the same, furniture and house style aside.",
    role: "good",
  },
  "near-duplicate": {
    line: "Same story: near-duplicate",
    meaning: "One is an edited version of the other.",
    role: "good",
  },
  partial: {
    line: "Not the same story: partial",
    meaning: "Passages are copied, but at least one text has much matter of its own.",
    role: "bad",
  },
  template: {
    line: "Not the same story: template",
    meaning: "The same wording is used for another event.",
    role: "bad",
  },
  different: {
    line: "Not the same story: different",
    meaning: "No running text is copied beyond quotes, names and stock phrases.",
    role: "bad",
  },
};

const MOST_PASSAGES = 3;
/** Lines that a passage may take before it is cut. */
const PASSAGE_LINES = 2;
const LABEL = 17;
const LONGEST_BAR = 40;

/** The report, as lines of pieces. */
export function comparisonLines(comparison: Comparison, a: string | undefined, width: number): Piece[][] {
  const { line, meaning, role } = VERDICT_WORDS[comparison.verdict];
  const verdict = wrap(
    [
      { text: line, role },
      { text: `, score ${shareOf(comparison.score)}`, role: "plain" },
    ],
    width,
  );
  return [
    ...verdict,
    ...wrap([{ text: meaning, role: "quiet" }], width),
    [],
    bar("first in second", comparison.containment.aInB, width),
    bar("second in first", comparison.containment.bInA, width),
    bar("resemblance", comparison.resemblance, width),
    ...reasonLines(comparison, width),
    ...passageLines(comparison.passages, a, width),
  ];
}

function bar(label: string, value: number, width: number): Piece[] {
  const length = Math.min(LONGEST_BAR, width - LABEL - 6);
  const full = Math.round(Math.min(1, Math.max(0, value)) * length);
  return [
    { text: label.padEnd(LABEL), role: "plain" },
    { text: `${shareOf(value)}  `, role: "heading" },
    { text: "#".repeat(full), role: "good" },
    { text: "-".repeat(length - full), role: "quiet" },
  ];
}

/** Two decimals, cut and not rounded: 0.996 is not 1, and 0.4999 is on the other side of the line from 0.5. */
export function shareOf(value: number): string {
  return (Math.floor(value * 100 + 1e-9) / 100).toFixed(2);
}

function reasonLines({ reasons }: Comparison, width: number): Piece[][] {
  if (reasons.length === 0) return [];
  const lines: Piece[][] = [[], [{ text: "Why", role: "heading" }]];
  for (const reason of reasons) {
    const [first, ...rest] = wrap([{ text: printable(reason.text), role: "plain" }], width, "    ");
    lines.push([{ text: "  - ", role: "quiet" }, ...first.slice(1)], ...rest);
  }
  return lines;
}

function passageLines(passages: Passage[], a: string | undefined, width: number): Piece[][] {
  if (passages.length === 0) return [];
  const longest = [...passages].sort((x, y) => y.words - x.words).slice(0, MOST_PASSAGES);
  const words = passages.reduce((sum, passage) => sum + passage.words, 0);
  const title = `${count(passages.length, "shared passage")}, ${count(words, "word")} in all`;
  const lines: Piece[][] = [[], ...wrap([{ text: title, role: "heading" }], width)];
  for (const { a: span, words: length } of longest) {
    lines.push([{ text: `  ${count(length, "word")}`, role: "quiet" }]);
    if (a === undefined) continue;
    const room = PASSAGE_LINES * (width - 4) - 12; // lines rarely fill to the last column
    lines.push(...wrap([{ text: clip(printable(a.slice(span.start, span.end)), room), role: "plain" }], width, "    "));
  }
  return lines;
}

/** "1 word", "2 words". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
