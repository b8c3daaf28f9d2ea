/** "“We have waited,” she said" and "She said they had waited": a quotation told in indirect speech, or the other way round. */
import type { Span } from "../article.js";
import { WordFlag, type Words } from "../text/words.js";
import type { Edit, EditKind } from "./edits.js";
import type { Ground } from "./walk.js";

/** Fewer words between quotation marks are a term, and those with capitals a title. */
const SHORTEST_QUOTE = 4;
/** So many words on either side of a mark are looked at. */
const LONGEST_QUOTE = 100;
/** So many quotations of a block are looked at: each edit is held against each of them. */
const MOST_QUOTES = 64;
const MARKS = /["“”„‟«»‘’「」『』＂]/u;
/** What indirect speech does to words: another tense, other persons. */
const SHIFTED: ReadonlySet<EditKind> = new Set<EditKind>(["inflection", "wording"]);

type SideName = "a" | "b";

/**
 * The edits of a block. Where quotation marks stand in one text alone and the words between them in both, words that changed
 * with them are other words of a quotation; where none did, the marks are what makes it one.
 */
export function nameIndirect(ground: Ground, edits: readonly Edit[]): Edit[] {
  const quotes = edits.flatMap((edit) =>
    (["a", "b"] as const).flatMap((side) => {
      const span = quoteOf(ground, edit, side);
      return span ? { side, span, mark: edit, isReworded: false } : [];
    }),
  );
  if (quotes.length === 0) return [...edits];
  quotes.length = Math.min(quotes.length, MOST_QUOTES);
  const named = new Set<Edit>();
  for (const edit of edits) {
    if (!SHIFTED.has(edit.kind) || !edit.a || !edit.b) continue;
    for (const quote of quotes) {
      const inside = quote.side === "a" ? edit.a : edit.b;
      if (inside.start < quote.span.start || inside.end > quote.span.end) continue;
      quote.isReworded = true;
      named.add(edit);
    }
  }
  for (const quote of quotes) {
    const { side, span, mark, isReworded } = quote;
    // Both marks: one alone was lost, or a page prints speech that goes on otherwise.
    const hasOther = quotes.some((one) => one !== quote && one.side === side && one.span.start === span.start);
    if (!isReworded && hasOther) named.add(mark);
  }
  return edits.map((edit) => (named.has(edit) ? { ...edit, kind: "quotation", substantive: true } : edit));
}

/** The characters of the quotation that an edit opens or closes in one text, when the other tells it without its marks. */
function quoteOf(ground: Ground, { kind, a, b }: Edit, side: SideName): Span | undefined {
  const [mark, answer] = side === "a" ? [a, b] : [b, a];
  const [text, other] = side === "a" ? [ground.textA, ground.textB] : [ground.textB, ground.textA];
  if (kind !== "punctuation" || !mark || !isQuoting(text, mark) || isQuoting(other, answer)) return undefined;
  const quote = quoteBeside(ground[side], mark);
  if (!quote || !isToldPlainly(ground, side, quote)) return undefined;
  const { start, end } = ground[side];
  return { start: start[quote.start] as number, end: end[quote.end - 1] as number };
}

function isQuoting(text: string, span: Span | undefined): boolean {
  return span !== undefined && MARKS.test(text.slice(span.start, span.end));
}

/** The quoted words that a mark opens or closes, as far as they are looked at. */
function quoteBeside({ count, start, flags }: Words, mark: Span): Span | undefined {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((start[middle] as number) < mark.end) low = middle + 1;
    else high = middle;
  }
  const isQuoted = (i: number) => i >= 0 && i < count && ((flags[i] as number) & WordFlag.quoted) !== 0;
  if (isQuoted(low) === isQuoted(low - 1)) return undefined;
  const quote = { start: low, end: low };
  while (isQuoted(quote.end) && quote.end - low < LONGEST_QUOTE) quote.end++;
  while (isQuoted(quote.start - 1) && low - quote.start < LONGEST_QUOTE) quote.start--;
  return quote;
}

/** Whether the other text has words of a quotation without quotation marks, more than a term has, and none of them with. */
function isToldPlainly(ground: Ground, side: SideName, { start, end }: Span): boolean {
  const [partner, other] = side === "a" ? [ground.partnerOfA, ground.b] : [ground.partnerOfB, ground.a];
  let told = 0;
  let small = 0;
  for (let i = start; i < end; i++) {
    const match = (partner[i] as number) - 1;
    if (match < 0) continue;
    if ((other.flags[match] as number) & WordFlag.quoted) return false;
    told++;
    small += +(((ground[side].flags[i] as number) & WordFlag.capital) === 0);
  }
  return told >= SHORTEST_QUOTE && small * 2 > told;
}
