/**
 * Sums up which facts changed between two versions, came or went: numbers, dates, names, quotes, attributions.
 * A fact that stands anywhere in the other text has not gone, wherever it moved to.
 */
import type { Span } from "../article.js";
import { hashWord } from "../text/normalize.js";
import { WordFlag, type Words } from "../text/words.js";
import type { Edit, FactChange } from "./edits.js";
import type { Naming } from "./kinds.js";
import { DAYS } from "./lexicon.js";
import { plain } from "./plain.js";

/** Fewer words between quotation marks are a term, not a quote. */
const SHORTEST_QUOTE = 4;
/** A quote stands in the other text when this share of its words does. */
const QUOTE_KEPT = 0.6;

const OF_KIND: Partial<Record<Edit["kind"], FactChange["kind"]>> = {
  number: "number",
  date: "date",
  name: "name",
  place: "name",
  quotation: "quote",
  attribution: "attribution",
};

/** The facts that changed (from the edits), went and came (from the words of either text that the other lacks). */
export function gatherFacts({ ground, vocabularyA, vocabularyB }: Naming, edits: readonly Edit[]): FactChange[] {
  const { textA, textB, a, b, partnerOfA, partnerOfB } = ground;
  const hashesA = hashesOf(a);
  const hashesB = hashesOf(b);
  const facts: FactChange[] = [];
  const covered: Span[] = [];
  for (const edit of edits) {
    const kind = OF_KIND[edit.kind];
    if (!kind) continue;
    facts.push(changeOf(kind, edit, textA, textB));
    if (edit.b) covered.push(edit.b);
  }
  const coveredA = edits.flatMap((edit) => (OF_KIND[edit.kind] && edit.a ? [edit.a] : []));
  for (const fact of aloneIn(textA, a, partnerOfA, vocabularyB(), hashesB, coveredA))
    facts.push({ kind: fact.kind, change: "dropped", a: fact.at });
  for (const fact of aloneIn(textB, b, partnerOfB, vocabularyA(), hashesA, covered))
    facts.push({ kind: fact.kind, change: "added", b: fact.at });
  return facts;
}

function changeOf(kind: FactChange["kind"], edit: Edit, textA: string, textB: string): FactChange {
  const change: FactChange = { kind, change: edit.a && edit.b ? "changed" : edit.a ? "dropped" : "added" };
  if (edit.a) change.a = quoteSpan(textA, edit.a);
  if (edit.b) change.b = quoteSpan(textB, edit.b);
  return change;
}

function quoteSpan(text: string, span: Span): Span & { text: string } {
  return { ...span, text: text.slice(span.start, span.end) };
}

interface Fact {
  kind: FactChange["kind"];
  at: Span & { text: string };
}

function hashesOf(words: Words): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (let i = 0; i < words.count; i++) hashes.add(words.hash[i] as number);
  return hashes;
}

/** Facts among the unmatched words of one text that the other text has nowhere: neither as written nor in house style. */
function aloneIn(
  text: string,
  words: Words,
  partner: Uint32Array,
  known: ReadonlySet<string>,
  hashes: ReadonlySet<number>,
  covered: readonly Span[],
): Fact[] {
  const facts: Fact[] = [];
  const told = new Set<string>();
  const tell = (kind: Fact["kind"], from: number, to: number) => {
    const at = quoteSpan(text, { start: words.start[from] as number, end: words.end[to - 1] as number });
    if (told.has(kind + at.text) || covered.some((span) => span.start < at.end && at.start < span.end)) return;
    told.add(kind + at.text);
    facts.push({ kind, at });
  };
  for (let i = 0; i < words.count; ) {
    const flags = words.flags[i] as number;
    const quoteEnd = flags & WordFlag.quoted ? endOfQuote(words, i) : i;
    if (quoteEnd - i >= SHORTEST_QUOTE && keptShare(partner, i, quoteEnd) < QUOTE_KEPT) {
      tell("quote", i, quoteEnd);
      i = quoteEnd;
      continue;
    }
    const word = partner[i] !== 0 ? "" : plain(text.slice(words.start[i], words.end[i]));
    if (word === "" || known.has(word) || hashes.has(words.hash[i] as number)) i++;
    else if (flags & (WordFlag.date | WordFlag.month) || DAYS.has(word)) tell("date", i, ++i);
    else if (flags & WordFlag.number && words.hash[i] !== ONE) tell("number", i, ++i);
    else if (isName(words, i)) {
      let end = i + 1;
      while (
        end < words.count &&
        isName(words, end) &&
        !(((words.flags[end] as number) & WordFlag.sentenceStart) !== 0)
      )
        end++;
      tell("name", i, end);
      i = end;
    } else i++;
  }
  return facts;
}

/** "one" is most often a pronoun. */
const ONE = /* @__PURE__ */ hashWord("1");

function endOfQuote(words: Words, from: number): number {
  let i = from;
  while (i < words.count && (words.flags[i] as number) & WordFlag.quoted) i++;
  return i;
}

function keptShare(partner: Uint32Array, from: number, to: number): number {
  let kept = 0;
  for (let i = from; i < to; i++) if (partner[i] !== 0) kept++;
  return kept / (to - from);
}

/** A capital inside a sentence; at its start only when the next word has one too. */
function isName(words: Words, i: number): boolean {
  const flags = words.flags[i] as number;
  if (!(flags & WordFlag.capital) || flags & (WordFlag.date | WordFlag.month)) return false;
  if (!(flags & WordFlag.sentenceStart)) return true;
  return (
    i + 1 < words.count &&
    ((words.flags[i + 1] as number) & (WordFlag.capital | WordFlag.sentenceStart)) === WordFlag.capital
  );
}
