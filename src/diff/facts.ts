/**
 * Sums up which facts changed between two versions, came or went: numbers, dates, names, quotes, attributions.
 * A fact that stands anywhere in the other text has not gone, wherever it moved to.
 */
import type { Span } from "../article.js";
import { HashSet } from "../text/hashSet.js";
import { hashWord } from "../text/normalize.js";
import { WordFlag, type Words } from "../text/words.js";
import type { Edit, FactChange } from "./edits.js";
import { DAYS, TITLES } from "./lexicon.js";
import type { Naming } from "./named.js";
import { plain } from "./plain.js";
import type { Vocabulary } from "./vocabulary.js";

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
  const hashesA = new HashSet(a.hash, a.count);
  const hashesB = new HashSet(b.hash, b.count);
  const facts: FactChange[] = [];
  for (const edit of edits) {
    const kind = OF_KIND[edit.kind];
    if (kind) facts.push(changeOf(kind, edit, textA, textB));
  }
  const told = edits.filter(isTold);
  const coveredA = told.flatMap((edit) => edit.a ?? []);
  const covered = told.flatMap((edit) => edit.b ?? []);
  for (const fact of aloneIn(textA, a, partnerOfA, vocabularyB, hashesB, coveredA))
    facts.push({ kind: fact.kind, change: "dropped", a: fact.at });
  for (const fact of aloneIn(textB, b, partnerOfB, vocabularyA, hashesA, covered))
    facts.push({ kind: fact.kind, change: "added", b: fact.at });
  return facts;
}

/** Whether an edit accounts for the facts in it: it is one of them, or says the same in another form. */
function isTold(edit: Edit): boolean {
  if (OF_KIND[edit.kind] || ASIDE.has(edit.kind)) return true;
  return !edit.substantive && !WHOLE.has(edit.kind) && edit.a !== undefined && edit.b !== undefined;
}

/** What stands in these is no fact of the story, though it may come or go. */
const ASIDE: ReadonlySet<Edit["kind"]> = new Set<Edit["kind"]>(["dateline", "credit", "unit-conversion"]);
const WHOLE: ReadonlySet<Edit["kind"]> = new Set<Edit["kind"]>(["moved", "split", "merged"]);

function changeOf(kind: FactChange["kind"], edit: Edit, textA: string, textB: string): FactChange {
  const change: FactChange = { kind, change: edit.a && edit.b ? "changed" : edit.a ? "dropped" : "added" };
  if (edit.a) change.a = quoteSpan(textA, edit.a);
  if (edit.b) change.b = quoteSpan(textB, edit.b);
  return change;
}

/** The words of a fact, without the marks that hung on them: ", police said". */
function quoteSpan(text: string, span: Span): Span & { text: string } {
  let { start, end } = span;
  while (start < end - 1 && HUNG_ON.test(text[start] as string)) start++;
  while (end > start + 1 && HUNG_ON.test(text[end - 1] as string)) end--;
  return { start, end, text: text.slice(start, end) };
}

const HUNG_ON = /[\s,;:–—]/u;

interface Fact {
  kind: FactChange["kind"];
  at: Span & { text: string };
}

/** Facts among the unmatched words of one text that the other text has nowhere: neither as written nor in house style. */
function aloneIn(
  text: string,
  words: Words,
  partner: Uint32Array,
  known: () => Vocabulary,
  hashes: HashSet,
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
  let quoteRead = 0;
  for (let i = 0; i < words.count; ) {
    const flags = words.flags[i] as number;
    if (flags & WordFlag.quoted && i >= quoteRead) {
      quoteRead = endOfQuote(words, i);
      if (quoteRead - i >= SHORTEST_QUOTE && keptShare(partner, i, quoteRead) < QUOTE_KEPT) {
        tell("quote", i, quoteRead);
        i = quoteRead;
        continue;
      }
    }
    const end = partner[i] === 0 && !hashes.has(words.hash[i] as number) ? endOfFact(text, words, i) : i;
    const kind = end > i && !isKnown(text, words, i, known()) ? kindOfFact(text, words, i) : undefined;
    if (kind) tell(kind, i, end);
    i = Math.max(end, i + 1);
  }
  return facts;
}

/** Where the fact ends that starts at a word; the word itself when none does. */
function endOfFact(text: string, words: Words, i: number): number {
  if (kindOfFact(text, words, i) === "name") {
    let end = i + 1;
    while (end < words.count && isName(words, end) && !((words.flags[end] as number) & WordFlag.sentenceStart)) end++;
    return end;
  }
  return kindOfFact(text, words, i) ? i + 1 : i;
}

function kindOfFact(text: string, words: Words, i: number): Fact["kind"] | undefined {
  const flags = words.flags[i] as number;
  if (flags & (WordFlag.date | WordFlag.month)) return "date";
  if (flags & WordFlag.number) return words.hash[i] === ONE ? undefined : "number";
  if (!isName(words, i) || TITLES.has(plainAt(text, words, i))) return undefined;
  return DAYS.has(plainAt(text, words, i)) ? "date" : "name";
}

function plainAt(text: string, words: Words, i: number): string {
  return plain(text.slice(words.start[i], words.end[i]));
}

/** A name the other text has as a possessive is known to it; so is one it has as part of a compound ("U.S.-Russia"). */
function isKnown(text: string, words: Words, i: number, known: Vocabulary): boolean {
  const word = plainAt(text, words, i);
  if (known.has(word)) return true;
  return word.includes("-") && word.split("-").every((part) => known.has(part.replace(/\./gu, "")) || known.has(part));
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
