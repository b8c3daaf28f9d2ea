/**
 * The text of a piece of HTML that is an article already, as feeds carry it: all of it, but for what feeds hang on (a
 * "read more" link, "The post … appeared first on …", share links, captions). No page is around it to compare with, so
 * only links, elements, names and cues decide.
 */
import { type Block, type PageElement, parseHtml } from "./blocks.js";
import { type Measured, measureBlocks } from "./bodyMeasures.js";
import { CLASS, END, SPACE } from "./characters.js";
import { Zone } from "./zones.js";

/**
 * Paragraphs of a fragment, parted by blank lines. `names` are the article's title and its outlet's: the last paragraph, if
 * it links to them by name, says only where the article comes from.
 */
export function fragmentText(html: string, names: readonly string[] = []): string {
  const page = measureBlocks(parseHtml(html).blocks);
  const kept = page.blocks.filter((block, i) => !isHungOn(page, block, i, names));
  const last = kept.at(-1);
  const texts = kept.map(({ text }) => text);
  if (last !== undefined) texts[texts.length - 1] = withoutTail(last);
  return texts.filter((text) => text !== "").join("\n\n");
}

/** Names of elements that never hold an article's own text. */
const FURNITURE =
  Zone.share |
  Zone.subscribe |
  Zone.advertisement |
  Zone.related |
  Zone.comments |
  Zone.caption |
  Zone.figure |
  Zone.hidden |
  Zone.navigation |
  Zone.form |
  Zone.control;
/** A block with more of its characters in links is a list of links, … */
const MOST_LINKED = 0.6;
/** … and the last of several with more than this is a pointer to the page it came from. */
const MOST_LINKED_LAST = 0.35;
/** Pointers are no longer than this, in words. */
const POINTER_WORDS = 40;

function isHungOn(page: Measured, block: Block, i: number, names: readonly string[]): boolean {
  if ((ownZones(block.element) & FURNITURE) !== 0) return true;
  const short = page.lines.words[i] <= POINTER_WORDS;
  const others = page.blocks.length > 1;
  if (others && page.linked[i] > MOST_LINKED && short) return true;
  if (others && page.lines.cue[i] !== 0) return true;
  const named = block.linked > 0 && names.some((name) => block.text.includes(name));
  return i > 0 && isLast(page, i) && short && (named || page.linked[i] > MOST_LINKED_LAST);
}

/** Whether only furniture follows. */
function isLast({ blocks, linked }: Measured, i: number): boolean {
  for (let k = i + 1; k < blocks.length; k++) if (linked[k] <= MOST_LINKED) return false;
  return true;
}

function ownZones(element: PageElement): number {
  let zones = 0;
  for (let at: PageElement | undefined = element; at !== undefined; at = at.parent) zones |= at.zones;
  return zones;
}

/** Without the link it ends in, where the sentence before has ended or was cut: "… on Monday. [Continue reading]". */
function withoutTail({ text, tail }: Block): string {
  if (tail === 0) return text;
  const before = text.slice(0, -tail).trimEnd();
  const own = text.slice(-tail).trim();
  const isSentence = CLASS[own.charCodeAt(own.length - 1)] === END && !/(?:…|\.{3})$/.test(own);
  if (before === "" || isSentence) return text;
  return endedOrCut(before) ? before : text;
}

function endedOrCut(text: string): boolean {
  const end = text.replace(/[\s\])}"'»”’]+$/u, "");
  const cls = CLASS[end.charCodeAt(end.length - 1)];
  return cls === END || cls === SPACE;
}

/** The visible text of a piece of HTML on one line: for titles. */
export function plainText(html: string): string {
  return parseHtml(html)
    .blocks.map(({ text }) => text)
    .join(" ");
}
