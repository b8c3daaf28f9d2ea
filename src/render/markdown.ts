// In: a comparison, or a diff with both texts. Out: a report in Markdown (GitHub's), for issues, wikis and chats.
// Gone and new are HTML's <del> and <ins>, which GitHub shows: signs like ~~ fail beside quotation marks and in scripts
// without spaces.
import type { Comparison } from "../compare/verdict.js";
import type { FactChange, StoryDiff } from "../diff/edits.js";
import type { StoryHistory } from "../diff/history.js";
import type { Summary } from "../diff/summary.js";
import { SamestoryError } from "../errors.js";
import type { HistoryOptions } from "./chain.js";
import { count, shareOf, VERDICT_WORDS } from "./comparison.js";
import { historyParts } from "./historyMarkdown.js";
import { factMarkdown, plainMarkdown } from "./inMarkdown.js";
import { firstReading, mergedReading, type Part } from "./parts.js";
import { type Marks, marksOf } from "./placing.js";
import { isUnchanged } from "./storyDiff.js";
import { bothTexts } from "./versions.js";

/** What a diff needs to become Markdown. */
export interface MarkdownOptions {
  /** The first text as given to `diff`: the page, or the `text` of the article. */
  a: string;
  /** The second text as given. */
  b: string;
  /** Whether style edits are shown: `"all"`, or `"none"` (the default), for they drown the rest where there is no colour. */
  style?: "all" | "none";
  /** The sentence on top and the house style; see `summarize`. */
  summary?: Summary;
}

/** What a history needs to become Markdown. */
export interface HistoryMarkdownOptions extends HistoryOptions, Pick<MarkdownOptions, "style"> {}

/** The report of a comparison, as Markdown. */
export function renderMarkdown(comparison: Comparison): string;
/** The report of a diff, as Markdown. Throws `INVALID_OPTION` when a text is missing or `style` does not exist. */
export function renderMarkdown(diff: StoryDiff, options: MarkdownOptions): string;
/** The report of a history, as Markdown. Throws `INVALID_OPTION` when its articles are missing. */
export function renderMarkdown(history: StoryHistory, options: HistoryMarkdownOptions): string;
export function renderMarkdown(
  result: Comparison | StoryDiff | StoryHistory,
  options: Partial<MarkdownOptions & HistoryMarkdownOptions> = {},
): string {
  if ("steps" in result) return `${historyParts(result, options, bodyParts).join("\n\n")}\n`;
  if (!("blocks" in result)) return `${comparisonParts(result).join("\n\n")}\n`;
  const { a, b } = bothTexts(result, options);
  const { style = "none", summary } = options;
  if (style !== "all" && style !== "none") {
    throw new SamestoryError("INVALID_OPTION", `style must be "all" or "none", got ${JSON.stringify(style)}.`);
  }
  return `${diffParts(result, a, b, style === "all", summary).join("\n\n")}\n`;
}

function comparisonParts(comparison: Comparison): string[] {
  const { line, meaning } = VERDICT_WORDS[comparison.verdict];
  const { aInB, bInA } = comparison.containment;
  const parts = [
    `**${line}**, score ${shareOf(comparison.score)}. ${meaning}`,
    [
      "| first in second | second in first | resemblance |",
      "|---|---|---|",
      `| ${shareOf(aInB)} | ${shareOf(bInA)} | ${shareOf(comparison.resemblance)} |`,
    ].join("\n"),
  ];
  const reasons = comparison.reasons.map(({ text }) => `- ${plainMarkdown(text)}`);
  if (reasons.length > 0) parts.push(reasons.join("\n"));
  const words = comparison.passages.reduce((sum, passage) => sum + passage.words, 0);
  if (words > 0) parts.push(`${count(comparison.passages.length, "shared passage")}, ${count(words, "word")} in all.`);
  return parts;
}

function diffParts(diff: StoryDiff, a: string, b: string, style: boolean, summary: Summary | undefined): string[] {
  if (isUnchanged(diff)) return ["No differences."];
  const substantive = diff.edits.filter((edit) => edit.substantive).length;
  const parts = [
    summary === undefined ? "" : `**${plainMarkdown(summary.sentence)}**`,
    diff.facts.map(factLine).join("\n"),
    `${substantive} substantive, ${count(diff.edits.length - substantive, "style edit")}.`,
    summary === undefined || summary.houseStyle.length === 0
      ? ""
      : `House style: ${summary.houseStyle.map(({ name }) => plainMarkdown(name)).join(", ")}.`,
    ...bodyParts(diff, a, b, style),
    diff.complete ? "" : "The diff is right, but coarser than it could be: the texts are too unlike or too long.",
  ];
  return parts.filter((part) => part !== "");
}

function factLine({ kind, change, a, b }: FactChange): string {
  return `- ${kind} ${change}: ${factMarkdown(a?.text, b?.text)}`;
}

/** The paragraphs that were edited. */
function bodyParts(diff: StoryDiff, a: string, b: string, style: boolean): string[] {
  const marks = marksOf(diff.blocks);
  const parts: string[] = [];
  let unchanged = 0;
  const endUnchanged = (): void => {
    if (unchanged > 0) parts.push(`*… ${count(unchanged, "paragraph")} unchanged*`);
    unchanged = 0;
  };
  for (const [index, block] of diff.blocks.entries()) {
    const isShown =
      block.kind !== "kept" && (style || block.kind === "moved" || block.edits.some((e) => e.substantive));
    if (!isShown) {
      unchanged += block.b.length;
      continue;
    }
    endUnchanged();
    for (const paragraph of readingOf(block, marks[index], a, b)) {
      const text = paragraph
        .map((part) => partMarkdown(part, style))
        .join("")
        .trim();
      if (text !== "") parts.push(`${block.kind === "moved" ? "*(moved)* " : ""}${text}`);
    }
  }
  endUnchanged();
  return parts;
}

function readingOf(block: StoryDiff["blocks"][number], marks: Marks, a: string, b: string): Part[][] {
  return block.b.length === 0 ? firstReading(block, marks, a) : mergedReading(block, marks, a, b);
}

function partMarkdown({ text, mark }: Part, style: boolean): string {
  if (mark === undefined) return plainMarkdown(text);
  const { edit, side } = mark;
  if (!edit.substantive && !style) return side === "came" ? plainMarkdown(text) : "";
  const inner = text.trim();
  if (inner === "") return text === "" ? "" : " ";
  const tag = side === "gone" ? "del" : "ins";
  const at = text.indexOf(inner);
  const shown = edit.substantive ? `<strong>${plainMarkdown(inner)}</strong>` : plainMarkdown(inner);
  return `${at > 0 ? " " : ""}<${tag}>${shown}</${tag}>${at + inner.length < text.length ? " " : ""}`;
}
