// In: a comparison or a diff. Out: a report to read in a terminal or a plain text file, lines ended by line feeds.
// The same input gives the same text everywhere: no terminal is asked, colours and width come as options. Article
// text is shown without its controls, so that a page cannot drive the terminal it is read in.
import type { Comparison } from "../compare/verdict.js";
import type { StoryDiff } from "../diff/edits.js";
import type { StoryHistory } from "../diff/history.js";
import { SamestoryError } from "../errors.js";
import type { HistoryOptions } from "./chain.js";
import { comparisonLines } from "./comparison.js";
import { historyLines } from "./historyText.js";
import { type Piece, paint } from "./palette.js";
import { storyDiffLines } from "./storyDiff.js";
import { bothTexts } from "./versions.js";

/** How wide, and whether in colour. */
export interface TextOptions {
  /** Columns of the widest line; wide characters count as two. Default 80, at least 40. */
  width?: number;
  /** Whether to use ANSI colours. Default false. */
  color?: boolean;
}

/** Options for a comparison. */
export interface ComparisonTextOptions extends TextOptions {
  /** The first text as given to `compare`; with it the longest shared passages are quoted. */
  a?: string;
}

/** What a diff needs to be shown: the texts that its spans point into. */
export interface DiffTextOptions extends TextOptions {
  /** The first text as given to `diff`: the page, or the `text` of the article. */
  a: string;
  /** The second text as given. */
  b: string;
  /** Whether style edits are shown: `"all"` (the default) or `"none"`. */
  style?: "all" | "none";
}

/** What a history needs to be shown as text. */
export interface HistoryTextOptions extends TextOptions, HistoryOptions {}

/** Columns when none are given. */
const DEFAULT_WIDTH = 80;
/** Below this a report is columns of single words. */
const LEAST_WIDTH = 40;

/** The report of a comparison, as text. Throws `INVALID_OPTION` for a width below 40. */
export function renderText(comparison: Comparison, options?: ComparisonTextOptions): string;
/** The report of a diff, as text. Throws `INVALID_OPTION` for a width below 40 or a `style` that does not exist. */
export function renderText(diff: StoryDiff, options: DiffTextOptions): string;
/** The report of a history, as text. Throws `INVALID_OPTION` for a width below 40, or when its articles are missing. */
export function renderText(history: StoryHistory, options: HistoryTextOptions): string;
export function renderText(
  result: Comparison | StoryDiff | StoryHistory,
  options: Partial<DiffTextOptions & HistoryTextOptions> = {},
): string {
  const width = checkedWidth(options.width ?? DEFAULT_WIDTH);
  const color = options.color ?? false;
  if ("steps" in result) return joined(historyLines(result, options, width), color);
  if (!("blocks" in result)) return joined(comparisonLines(result, options.a, width), color);
  const { a, b } = bothTexts(result, options);
  const { style = "all" } = options;
  if (style !== "all" && style !== "none") {
    throw new SamestoryError("INVALID_OPTION", `style must be "all" or "none", got ${JSON.stringify(style)}.`);
  }
  return joined(storyDiffLines(result, a, b, { color, style: style === "all" }, width), color);
}

function checkedWidth(width: number): number {
  if (Number.isInteger(width) && width >= LEAST_WIDTH) return width;
  throw new SamestoryError("INVALID_OPTION", `width must be a whole number of ${LEAST_WIDTH} or more, got ${width}.`);
}

function joined(lines: Piece[][], color: boolean): string {
  return `${lines.map((line) => paint(line, color).trimEnd()).join("\n")}\n`;
}
