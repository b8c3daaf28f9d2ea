// In: a diff and both texts as given. Out: a report for people: facts first, then the paragraphs in reading order
// with their edits marked, then the counts. What did not change is only counted.
import type { Span } from "../article.js";
import type { Block, FactChange, StoryDiff } from "../diff/edits.js";
import { clip, columns } from "./columns.js";
import { count } from "./comparison.js";
import { inlineEdits, type Marking, wordEdits } from "./inline.js";
import type { Piece, Role } from "./palette.js";
import { printable } from "./printable.js";
import { wrap } from "./wrap.js";

/** Columns of a fact's text: a long quotation is known by its beginning. */
const LONGEST_FACT = 160;

/** The report, as lines of pieces. */
export function storyDiffLines(diff: StoryDiff, a: string, b: string, marking: Marking, width: number): Piece[][] {
  if (isUnchanged(diff)) return [[{ text: "No differences.", role: "good" }]];
  const body = blockLines(diff.blocks, a, b, marking, width);
  return [
    ...factLines(diff.facts, width),
    ...legend(diff, marking, width),
    ...body,
    ...summaryLines(diff, marking, width),
  ];
}

/** True when the two bodies are the same to the last character. */
export function isUnchanged(diff: StoryDiff): boolean {
  return diff.edits.length === 0 && diff.blocks.every((block) => block.kind === "kept");
}

const CHANGES = ["changed", "added", "dropped"] as const;
const CHANGE_WORDS = { changed: "changed", added: "came", dropped: "went" } as const;
const CHANGE_SIGNS = { changed: "~", added: "+", dropped: "-" } as const;

function factLines(facts: FactChange[], width: number): Piece[][] {
  if (facts.length === 0) return [[{ text: "Facts: none changed, came or went", role: "heading" }]];
  const tally = CHANGES.map((change) => ({ change, all: facts.filter((fact) => fact.change === change) }));
  const title = tally.flatMap(({ change, all }) => (all.length === 0 ? [] : [`${all.length} ${CHANGE_WORDS[change]}`]));
  const lines = wrap([{ text: `Facts: ${title.join(", ")}`, role: "heading" }], width);
  for (const { all } of tally) for (const fact of all) lines.push(...factLine(fact, width));
  return lines;
}

function factLine({ kind, change, a, b }: FactChange, width: number): Piece[][] {
  const gone: Piece[] = a === undefined ? [] : [{ text: clip(printable(a.text), LONGEST_FACT), role: "gone" }];
  const came: Piece[] = b === undefined ? [] : [{ text: clip(printable(b.text), LONGEST_FACT), role: "came" }];
  const arrow: Piece[] = a === undefined || b === undefined ? [] : [{ text: " → ", role: "plain" }];
  const label: Piece = { text: `${kind}: `, role: "quiet" };
  return hanging(`  ${CHANGE_SIGNS[change]} `, "quiet", [label, ...gone, ...arrow, ...came], width);
}

/** What the signs mean, where signs stand for colours. */
function legend(diff: StoryDiff, marking: Marking, width: number): Piece[][] {
  const signed = diff.blocks.some(
    (block) =>
      (block.kind === "edited" || block.kind === "moved") && isShown(block, marking) && wordEdits(block).length > 0,
  );
  if (marking.color || !signed) return [];
  const style = marking.style ? "   {~old>new~} style" : "";
  return [[], ...wrap([{ text: `[-gone-] {+new+} substantive${style}`, role: "quiet" }], width)];
}

function blockLines(blocks: Block[], a: string, b: string, marking: Marking, width: number): Piece[][] {
  const lines: Piece[][] = [];
  const numberOf = paragraphNumbers(blocks);
  let unchanged = 0;
  const endUnchanged = (): void => {
    if (unchanged > 0) lines.push([], [{ text: `… ${count(unchanged, "paragraph")} unchanged`, role: "quiet" }]);
    unchanged = 0;
  };
  for (const block of blocks) {
    if (isShown(block, marking)) {
      endUnchanged();
      lines.push([]);
      // One by one: a paragraph of ten million characters has more lines than a call may have arguments.
      for (const line of oneBlock(block, a, b, numberOf, marking, width)) lines.push(line);
    } else unchanged += block.b.length;
  }
  endUnchanged();
  return lines;
}

/** Whether a block is worth its lines: kept ones are not, nor those whose only edits are hidden. */
function isShown({ kind, edits }: Block, marking: Marking): boolean {
  if (kind === "kept") return false;
  if (kind === "added" || kind === "removed" || marking.style) return true;
  return edits.some((edit) => edit.substantive);
}

function oneBlock(
  block: Block,
  a: string,
  b: string,
  numberOf: (span: Span) => number,
  marking: Marking,
  width: number,
): Piece[][] {
  const note = noteOn(block, numberOf);
  const lines = note === "" ? [] : hanging("> ", "quiet", [{ text: note, role: "quiet" }], width);
  if (block.kind === "added") return [...lines, ...whole(block.b, b, "+ ", "came", width)];
  if (block.kind === "removed") return [...lines, ...whole(block.a, a, "- ", "gone", width)];
  if (wordEdits(block).length === 0) {
    const begins = clip(block.b.map((span) => printable(b.slice(span.start, span.end))).join(" "), width - 2);
    return [...lines, ...hanging("  ", "plain", [{ text: begins, role: "plain" }], width)];
  }
  return [...lines, ...hanging(note === "" ? "~ " : "  ", "quiet", inlineEdits(block, a, b, marking), width)];
}

/** What happened to the paragraph as a whole. */
function noteOn({ kind, a, b }: Block, numberOf: (span: Span) => number): string {
  if (a.length === 0 || b.length === 0) return "";
  const from = listed(a.map(numberOf));
  const divided = division(a.length, b.length);
  if (kind === "moved") return divided === "" ? `moved from ${from}` : `moved from ${from} and ${divided}`;
  return divided === "" ? "" : `${from} ${divided}`;
}

function division(before: number, after: number): string {
  if (before > 1) return after > 1 ? `divided anew in ${after}` : "merged";
  return after > 1 ? `split in ${after}` : "";
}

/** "paragraph 3", "paragraphs 3 and 7", "paragraphs 3 to 6", "paragraphs 3, 5 and 9". */
function listed(numbers: number[]): string {
  if (numbers.length === 1) return `paragraph ${numbers[0]}`;
  const last = numbers[numbers.length - 1];
  const isRun = numbers.length > 2 && numbers.every((number, index) => number === numbers[0] + index);
  return isRun ? `paragraphs ${numbers[0]} to ${last}` : `paragraphs ${numbers.slice(0, -1).join(", ")} and ${last}`;
}

function whole(spans: Span[], text: string, sign: string, role: Role, width: number): Piece[][] {
  return spans.flatMap((span) =>
    hanging(sign, role, [{ text: printable(text.slice(span.start, span.end)), role }], width),
  );
}

/** Sets pieces with a sign before the first line. */
export function hanging(sign: string, role: Role, pieces: Piece[], width: number): Piece[][] {
  const [first, ...rest] = wrap(pieces, width, " ".repeat(columns(sign)));
  const bare: Role = role === "gone" || role === "came" ? "plain" : role; // no strike through the sign
  return [[{ text: sign, role: bare }, ...first.slice(1)], ...rest];
}

/** Numbers the paragraphs of the first text from 1, in its own order. */
function paragraphNumbers(blocks: Block[]): (span: Span) => number {
  const starts = blocks.flatMap((block) => block.a.map((span) => span.start)).sort((x, y) => x - y);
  const numbers = new Map(starts.map((start, index) => [start, index + 1]));
  return (span) => numbers.get(span.start) ?? 0;
}

function summaryLines(diff: StoryDiff, marking: Marking, width: number): Piece[][] {
  const substantive = diff.edits.filter((edit) => edit.substantive);
  const style = diff.edits.filter((edit) => !edit.substantive);
  const hidden = marking.style || style.length === 0 ? "" : " (hidden)";
  const title = `${substantive.length} substantive, ${count(style.length, "style edit")}${hidden}`;
  const lines: Piece[][] = [[], ...wrap([{ text: title, role: "heading" }], width)];
  const details = [
    ["substantive", tally(substantive.map((edit) => edit.kind))],
    ["style", tally(style.map((edit) => edit.kind))],
    ["paragraphs", tally(diff.blocks.flatMap(({ kind, a, b }) => (b.length > 0 ? b : a).map(() => kind)))],
  ];
  for (const [label, counts] of details) {
    if (counts !== "") lines.push(...wrap([{ text: `${label}: ${counts}`, role: "quiet" }], width, "  "));
  }
  if (!diff.complete) lines.push(...wrap([{ text: COARSE, role: "bad" }], width));
  return lines;
}

const COARSE =
  "The texts are too unlike or too long for a full search: the diff is right, but coarser than it could be.";

/** "3 spelling, 1 moved": the most frequent first, equals in the order met. */
function tally(kinds: string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort((x, y) => y[1] - x[1])
    .map(([kind, number]) => `${number} ${kind}`)
    .join(", ");
}
