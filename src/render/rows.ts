// In: a diff and both texts. Out: the two versions as rows, one for each block: the first text on the left, on the
// right the second with what went put back in. A wide screen shows both, and hides what went on the right; a narrow
// one, or who asks for one column, shows the right alone, which then holds everything.
import type { Block, StoryDiff } from "../diff/edits.js";
import { count } from "./comparison.js";
import { escaped, unseen } from "./markup.js";
import { firstReading, mergedReading, type Part } from "./parts.js";
import { type Marks, marksOf } from "./placing.js";
import type { Texts } from "./versions.js";

/** This many unchanged paragraphs and more are folded. */
const FOLDED_FROM = 2;
/** Characters by which a paragraph is known. */
const BEGINNING = 60;

interface Sheet extends Texts {
  marks: Marks[];
  numbers: { a: Map<number, number>; b: Map<number, number> };
}

/** Both versions, the switches of what is shown included. */
export function rowsHtml(diff: StoryDiff, texts: Texts): string {
  if (diff.blocks.length === 0) return "";
  const { blocks } = diff;
  const sheet: Sheet = {
    ...texts,
    marks: marksOf(blocks),
    numbers: { a: numbered(blocks, "a"), b: numbered(blocks, "b") },
  };
  const style = diff.edits.filter((edit) => !edit.substantive).length;
  const { prefix } = texts;
  const styleSwitch =
    style === 0
      ? ""
      : `<input type="checkbox" class="show-style" id="${prefix}show-style" checked><label class="switch" for="${prefix}show-style">Show style edits <span class="tally">${style}</span></label>\n`;
  const styleKey =
    style === 0
      ? ""
      : ` <span class="style-key"><del class="style">gone</del> <ins class="style">new</ins> style only</span>`;
  return `${styleSwitch}<input type="checkbox" class="two-columns" id="${prefix}two-columns" checked><label class="switch wide" for="${prefix}two-columns">Side by side</label>
<p class="legend"><span><del>gone</del> <ins>new</ins> changes what a reader learns</span>${styleKey}</p>
<div class="rows">
<div class="heads"><p>${sideName(texts.about.a.source, "Earlier version")}</p><p>${sideName(texts.about.b.source, "Later version")}</p></div>
${allRows(blocks, sheet)}
</div>`;
}

function sideName(source: string | undefined, otherwise: string): string {
  return source === undefined || source.trim() === "" ? otherwise : `${otherwise} <span>${escaped(source)}</span>`;
}

/** Numbers the paragraphs of a text from 1, by where they start. */
function numbered(blocks: readonly Block[], side: "a" | "b"): Map<number, number> {
  const starts = blocks.flatMap((block) => block[side].map(({ start }) => start)).sort((x, y) => x - y);
  return new Map(starts.map((start, index) => [start, index + 1]));
}

/** The id of a block's row. */
export function rowId(index: number, { prefix }: Texts): string {
  return `${prefix}r${index + 1}`;
}

function allRows(blocks: readonly Block[], sheet: Sheet): string {
  const leaving = movedBefore(blocks);
  const html: string[] = [];
  let kept: number[] = [];
  const endKept = (): void => {
    if (kept.length > 0) html.push(keptRows(kept, blocks, sheet));
    kept = [];
  };
  for (const [index, block] of blocks.entries()) {
    const left = leaving.get(index) ?? [];
    const isPlain = block.kind === "kept" && sheet.marks[index].foreign.length === 0;
    if (left.length > 0 || !isPlain) endKept();
    for (const moved of left) html.push(leftRow(moved, blocks[moved], sheet));
    if (isPlain) kept.push(index);
    else html.push(row(index, block, sheet));
  }
  endKept();
  for (const moved of leaving.get(blocks.length) ?? []) html.push(leftRow(moved, blocks[moved], sheet));
  return html.join("\n");
}

/** For each block, the moved ones that stood before it in the first text. */
function movedBefore(blocks: readonly Block[]): Map<number, number[]> {
  const moved = blocks
    .map((block, index) => ({ index, start: block.kind === "moved" ? block.a[0]?.start : undefined }))
    .filter((one): one is { index: number; start: number } => one.start !== undefined)
    .sort((x, y) => x.start - y.start);
  const before = new Map<number, number[]>();
  let next = 0;
  for (const [index, block] of blocks.entries()) {
    const start = block.kind === "moved" ? undefined : block.a[0]?.start;
    if (start === undefined) continue;
    for (; next < moved.length && moved[next].start < start; next++) push(before, index, moved[next].index);
  }
  for (; next < moved.length; next++) push(before, blocks.length, moved[next].index);
  return before;
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function keptRows(indexes: number[], blocks: readonly Block[], sheet: Sheet): string {
  const rows = indexes.map((index) => row(index, blocks[index], sheet)).join("\n");
  if (indexes.length < FOLDED_FROM) return rows;
  return `<details class="kept-run"><summary>${count(indexes.length, "paragraph")} unchanged</summary>\n${rows}\n</details>`;
}

function row(index: number, block: Block, sheet: Sheet): string {
  const note = noteOn(index, block, sheet);
  const isStyle = block.edits.length > 0 && block.edits.every((edit) => !edit.substantive);
  const classes = `row ${block.kind}${isStyle && (block.kind === "added" || block.kind === "removed") ? " style-only" : ""}`;
  return `<div class="${classes}" id="${rowId(index, sheet)}">${note}${cells(index, block, sheet)}</div>`;
}

function cells(index: number, block: Block, sheet: Sheet): string {
  const marks = sheet.marks[index];
  if (block.kind === "added") return cell("now", block, mergedReading(block, marks, sheet.a, sheet.b), sheet);
  if (block.kind === "removed") return cell("was only", block, firstReading(block, marks, sheet.a), sheet);
  const now = cell("now", block, mergedReading(block, marks, sheet.a, sheet.b), sheet);
  // What moved stands on the left where it was, in a row of its own.
  return block.kind === "moved" ? now : cell("was", block, firstReading(block, marks, sheet.a), sheet) + now;
}

/** Where a moved paragraph stood in the first text. */
function leftRow(index: number, block: Block, sheet: Sheet): string {
  const to = listed(block.b.map(({ start }) => sheet.numbers.b.get(start) ?? 0));
  const from = listed(block.a.map(({ start }) => sheet.numbers.a.get(start) ?? 0));
  const beginning = clipped(sheet.a.slice(block.a[0].start, block.a[0].end));
  const link = `<p class="note"><a href="#${rowId(index, sheet)}">Paragraph ${from} moved to ${to}</a> <span class="beginning" ${sheet.attributes.a.trim()}>${escaped(beginning)}</span></p>`;
  const reading = firstReading(block, sheet.marks[index], sheet.a);
  return `<div class="row left" id="${rowId(index, sheet)}-from">${link}${cell("was", block, reading, sheet)}</div>`;
}

/** The beginning of a paragraph, cut at a word. */
export function clipped(text: string, most = BEGINNING): string {
  const flat = text.replace(/\s+/gu, " ").trim();
  if (flat.length <= most) return flat;
  const cut = flat.slice(0, most).replace(/[\ud800-\udbff]$/u, "");
  const atWord = cut.replace(/\s+\S*$/u, "");
  return `${(atWord.length * 2 > most ? atWord : cut).replace(/[\s.,;:]+$/u, "")}…`;
}

/** What happened to the paragraph as a whole. */
function noteOn(index: number, block: Block, sheet: Sheet): string {
  if (block.a.length === 0 || block.b.length === 0) return "";
  const from = listed(block.a.map(({ start }) => sheet.numbers.a.get(start) ?? 0));
  const word = block.a.length > 1 ? "Paragraphs" : "Paragraph";
  const divided = division(block.a.length, block.b.length);
  if (block.kind === "moved") {
    const link = `<a href="#${rowId(index, sheet)}-from">Moved from ${word.toLowerCase()} ${from}</a>`;
    return `<p class="note">${link}${divided === "" ? "" : `, ${divided}`}</p>`;
  }
  return divided === "" ? "" : `<p class="note style-note">${word} ${from} ${divided}</p>`;
}

function division(before: number, after: number): string {
  if (before > 1) return after > 1 ? `divided anew in ${after}` : "merged into one";
  return after > 1 ? `split in ${after}` : "";
}

function listed(numbers: number[]): string {
  if (numbers.length === 1) return String(numbers[0]);
  return `${numbers.slice(0, -1).join(", ")} and ${numbers[numbers.length - 1]}`;
}

function cell(classes: string, block: Block, paragraphs: Part[][], sheet: Sheet): string {
  const side = classes.startsWith("was") ? "a" : "b";
  const inner = paragraphs
    .map((parts, index) => {
      const number = sheet.numbers[side].get(block[side][index]?.start ?? -1) ?? "";
      return `<p data-n="${number}">${parts.map(partHtml).join("")}</p>`;
    })
    .join("");
  return `<div class="cell ${classes}"${sheet.attributes[side]}>${inner}</div>`;
}

const WORDS = { gone: "removed", came: "added" } as const;

/**
 * One side of an edit. White space at its ends is marked apart, so that no line begins or ends with a coloured blank,
 * and yet it goes when the edit is hidden.
 */
export function partHtml({ text, mark }: Part): string {
  if (mark === undefined) return escaped(text);
  const { edit, number, side } = mark;
  const inner = text.trim();
  const tag = side === "gone" ? "del" : "ins";
  const quiet = edit.kind === "moved" || !edit.substantive ? "style" : "";
  const blank = (space: string): string =>
    space === "" ? "" : `<${tag} class="${`blank ${quiet}`.trim()}"> </${tag}>`;
  if (inner === "") return blank(text);
  const at = text.indexOf(inner);
  const known = edit.kind === "added" || edit.kind === "dropped" ? "" : ` (${edit.kind})`;
  const attributes = `${quiet === "" ? "" : ` class="${quiet}"`} data-edit="${number}" title="${edit.kind}"`;
  const marked = `${unseen(`[${WORDS[side]}${known}: `)}${escaped(inner)}${unseen("]")}`;
  return `${blank(text.slice(0, at))}<${tag}${attributes}>${marked}</${tag}>${blank(text.slice(at + inner.length))}`;
}
