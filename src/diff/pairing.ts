/**
 * Takes a gap apart: which of its pieces on both sides answer each other, and which stretches are left in between.
 *
 * In: the tokens of both sides. Out: changes in reading order, some with their kind, the rest to be named by `kinds.ts`.
 * Tokens are paired in order so that the pairs weigh as much as possible (a weighted longest common subsequence).
 */
import { WordFlag } from "../text/words.js";
import { sortOfDoubt } from "./doubt.js";
import type { EditKind } from "./edits.js";
import {
  AUXILIARIES,
  BOUNDS,
  DAYS,
  EMPTY,
  MODALITY,
  MONTH_NUMBERS,
  PARTS_OF_DAY,
  RELATIVE_DAYS,
  SAME_DAYS,
} from "./lexicon.js";
import { classOfMark, kindOfMarks, pairMarks } from "./marks.js";
import { isCut, relateWords, respellingKind } from "./relate.js";
import { type Relation, relateExpressions } from "./relations.js";
import type { Token } from "./tokens.js";

/** Tokens of one side in place of tokens of the other; one side may be empty. */
export interface Change {
  a: Token[];
  b: Token[];
  /** What the pairing already knows. */
  kind?: EditKind;
}

/** More tokens than this on a side are two texts, not one changed. */
const LONGEST = 100;

/** What a pair loses for each token in front of it. */
const EARLY = 1e-4;

interface Answer {
  weight: number;
  /** "same" when nothing of note differs. */
  kind: EditKind | "same";
}

/** The changes of a gap. */
export function pairTokens(a: Token[], b: Token[], language: () => string): Change[] {
  if (a.length === 0 || b.length === 0 || a.length > LONGEST || b.length > LONGEST) return stretchChanges(a, b);
  const answers: (Answer | undefined)[] = [];
  for (const one of a) for (const two of b) answers.push(answer(one, two, language));
  const changes: Change[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const { i, j } of heaviestPairs(answers, a.length, b.length)) {
    changes.push(...stretchChanges(a.slice(fromA, i), b.slice(fromB, j)));
    const kind = answers[i * b.length + j]?.kind;
    if (kind && kind !== "same") changes.push({ a: [a[i] as Token], b: [b[j] as Token], kind });
    else changes.push({ a: [], b: [] });
    fromA = i + 1;
    fromB = j + 1;
  }
  changes.push(...stretchChanges(a.slice(fromA), b.slice(fromB)));
  return joinForms(changes).filter((change) => change.a.length + change.b.length > 0);
}

/** Longest common subsequence by weight; of equal ones, the first in the text. */
function heaviestPairs(answers: readonly (Answer | undefined)[], n: number, m: number): { i: number; j: number }[] {
  const width = m + 1;
  const table = new Float64Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const skip = Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
      const own = answers[i * m + j];
      // Of two commas that would do, the first: what follows it came or went.
      const take = own ? (table[(i + 1) * width + j + 1] as number) + own.weight - EARLY * (i + j) : 0;
      table[i * width + j] = Math.max(skip, take);
    }
  }
  const pairs: { i: number; j: number }[] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    const own = answers[i * m + j];
    const value = table[i * width + j] as number;
    if (value === 0) break;
    if (own && Math.abs(value - (table[(i + 1) * width + j + 1] as number) - own.weight + EARLY * (i + j)) < 1e-5)
      pairs.push({ i: i++, j: j++ });
    else if ((table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number)) i++;
    else j++;
  }
  return pairs;
}

// Weights: forms of one word hold more than marks, a full stop more than a comma, and no mark outweighs a word.
function answer(a: Token, b: Token, language: () => string): Answer | undefined {
  if ((a.flags ^ b.flags) & WordFlag.month) return undefined; // "May" the month, "may" the verb
  if (a.type === "mark" || b.type === "mark") return a.type === b.type ? answerMarks(a.text, b.text) : undefined;
  if (a.expression && b.expression) return answerExpressions(a, b);
  if (a.expression || b.expression) return undefined;
  if (a.type === "title" || b.type === "title") return a.type === b.type ? answerTitles(a, b) : undefined;
  if (a.hash !== 0 && a.hash === b.hash) return answerSame(a, b);
  if ((a.flags | b.flags) & (WordFlag.ideograph | WordFlag.cluster)) return undefined;
  // Words of a line that the alignment left out.
  if (a.hash * b.hash === 0 && a.text.toLowerCase() === b.text.toLowerCase())
    return { weight: 1.6, kind: a.text === b.text ? "same" : "capitalization" };
  if (isDay(a.plain) && isDay(b.plain)) return answerDays(a.plain, b.plain);
  const kind = relateWords(a, b, language);
  return kind && { weight: 2.2, kind };
}

function answerMarks(a: string, b: string): Answer | undefined {
  if (a === b)
    return { weight: /[.!?。！？…:;]/u.test(a) ? 1.3 : classOfMark(a) === "quote" ? 0.9 : 0.5, kind: "same" };
  return classOfMark(a) !== "" && classOfMark(a) === classOfMark(b)
    ? { weight: 0.8, kind: kindOfMarks(a, b) }
    : undefined;
}

function answerExpressions(a: Token, b: Token): Answer | undefined {
  if (!a.expression || !b.expression) return undefined;
  if (a.text === b.text) return { weight: 2, kind: "same" };
  const relation: Relation = relateExpressions(a.expression, b.expression);
  return { weight: relation === "number" || relation === "date" ? 1.4 : 2, kind: relation };
}

/** How one day in place of another is to be named, when both are told in the same way. */
export function relateDays(a: Token, b: Token): EditKind | "same" | undefined {
  if (a.expression && b.expression) return answerExpressions(a, b)?.kind;
  return a.expression || b.expression ? undefined : answerDays(a.plain, b.plain)?.kind;
}

const isDay = (word: string): boolean => DAYS.has(word) || MONTH_NUMBERS.has(word);

/** One season, in American and in British. */
const SEASONS: ReadonlySet<string> = new Set(["fall", "autumn"]);

/** Two days or two months stand for each other; a day for a month is left to `kinds.ts`. */
function answerDays(a: string, b: string): Answer | undefined {
  if (
    DAYS.has(a) !== DAYS.has(b) ||
    RELATIVE_DAYS.has(a) !== RELATIVE_DAYS.has(b) ||
    PARTS_OF_DAY.has(a) !== PARTS_OF_DAY.has(b) ||
    SAME_DAYS.get(a) === (SAME_DAYS.get(b) ?? "")
  )
    return undefined;
  if (SEASONS.has(a) && SEASONS.has(b)) return { weight: 1.4, kind: "wording" };
  // The day is the same, as a rule, and the text another day's.
  if (RELATIVE_DAYS.has(a)) return { weight: 1.4, kind: "wording" };
  const month = MONTH_NUMBERS.get(a);
  return { weight: 1.4, kind: month !== undefined && month === MONTH_NUMBERS.get(b) ? "date-form" : "date" };
}

function answerTitles(a: Token, b: Token): Answer {
  if (a.text === b.text) return { weight: 1, kind: "same" };
  const same = a.text.replace(/\./gu, "") === b.text.replace(/\./gu, "");
  return {
    weight: 1,
    kind: same || isCut(a.plain, b.plain) || isCut(b.plain, a.plain) ? "abbreviation" : "honorific",
  };
}

/** A word that both sides share: kept apart only when it says something, so that "the" does not tear a phrase. */
function answerSame(a: Token, b: Token): Answer | undefined {
  const bare = a.flags & (WordFlag.ideograph | WordFlag.cluster);
  if (bare || EMPTY.has(a.plain) || a.plain.length < 3) return undefined;
  return { weight: 1.6, kind: a.text === b.text ? "same" : respellingKind(a.text, b.text, a.flags | b.flags) };
}

// ---- what is left between pairs ----

/** Words of both sides as one change, and the marks outside of them for themselves. */
function stretchChanges(a: Token[], b: Token[]): Change[] {
  if (a.length + b.length === 0) return [];
  const one = trimMarks(a);
  const two = trimMarks(b);
  if (one.inner.length + two.inner.length === 0) return markChanges(a, b);
  if (one.inner.length > 0 && two.inner.length > 0) {
    trimSame(one.inner, two.inner);
    if (isSame(one.inner, two.inner))
      return [...markChanges(one.before, two.before), ...markChanges(one.after, two.after)];
    return [
      ...markChanges(one.before, two.before),
      ...cutAtMark(one.inner, two.inner),
      ...markChanges(one.after, two.after),
    ];
  }
  // Marks beside words that came or went go with them; those of the other side stand in for the words.
  const alone = one.inner.length > 0;
  return [
    ...aloneChanges(one.inner.length > 0 ? one.inner : two.inner, alone),
    ...(alone ? markChanges([], b) : markChanges(a, [])),
  ];
}

/** Words on one side only: what is left of a sentence, and whole sentences behind it, are two things. */
function aloneChanges(tokens: Token[], inA: boolean): Change[] {
  const first = tokens[0];
  const change = (part: Token[]): Change => (inA ? { a: part, b: [] } : { a: [], b: part });
  if (!first || first.flags & WordFlag.sentenceStart) return [change(tokens)];
  const cut = tokens.findIndex((token) => (token.flags & WordFlag.sentenceStart) !== 0);
  if (cut <= 0) return [change(tokens)];
  return [change(trimMarks(tokens.slice(0, cut)).inner), change(tokens.slice(cut))];
}

function isSame(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every((token, i) => token.text === b[i]?.text);
}

/** Words that stay the same at either end stay outside, one left on each side at least. */
function trimSame(a: Token[], b: Token[]): void {
  const same = (x: Token | undefined, y: Token | undefined) =>
    x !== undefined && y !== undefined && x.hash !== 0 && x.text === y.text;
  while (a.length > 1 && b.length > 1 && same(a[0], b[0])) {
    a.shift();
    b.shift();
  }
  while (a.length > 1 && b.length > 1 && same(a[a.length - 1], b[b.length - 1])) {
    a.pop();
    b.pop();
  }
}

/** Fewer words behind a comma may well belong to what stands before it. */
const SHORTEST_CLAUSE = 3;

/** "Hansen, who led the inspections" and "Hanson": the name changed, and the clause behind it went. */
function cutAtMark(a: Token[], b: Token[]): Change[] {
  const inA = a.some((token) => token.type === "mark");
  const inB = b.some((token) => token.type === "mark");
  if (inA === inB) return [{ a, b }];
  const long = inA ? a : b;
  const short = inA ? b : a;
  const turned = (one: Token[], two: Token[]): Change => (inA ? { a: one, b: two } : { a: two, b: one });
  const sentence = long.findIndex((token, i) => i > 0 && (token.flags & WordFlag.sentenceStart) !== 0);
  if (
    sentence > 0 &&
    (short[0]?.flags ?? 0) & WordFlag.sentenceStart &&
    !((long[0]?.flags ?? 0) & WordFlag.sentenceStart)
  )
    return [turned(trimMarks(long.slice(0, sentence)).inner, []), turned(long.slice(sentence), short)];
  const mark = sentence > 0 ? lastMarkBefore(long, sentence) : long.findIndex((token) => token.type === "mark");
  const rest = trimMarks(long.slice(mark)).inner;
  if (mark <= 0 || mark > short.length + 2 || (sentence < 0 && !isClause(rest))) return [{ a, b }];
  return [turned(trimMarks(long.slice(0, mark)).inner, short), turned(rest, [])];
}

/** More than an office or a name in apposition: three words or more, not all of them capitals. */
function isClause(tokens: readonly Token[]): boolean {
  return (
    tokens.length >= SHORTEST_CLAUSE &&
    tokens.some((token) => token.type === "word" && !(token.flags & WordFlag.capital))
  );
}

function lastMarkBefore(tokens: readonly Token[], end: number): number {
  let i = end - 1;
  while (i >= 0 && tokens[i]?.type !== "mark") i--;
  return i;
}

function trimMarks(tokens: Token[]): { before: Token[]; inner: Token[]; after: Token[] } {
  let from = 0;
  let to = tokens.length;
  while (from < to && tokens[from]?.type === "mark") from++;
  while (to > from && tokens[to - 1]?.type === "mark") to--;
  return { before: tokens.slice(0, from), inner: tokens.slice(from, to), after: tokens.slice(to) };
}

function markChanges(a: Token[], b: Token[]): Change[] {
  return pairMarks(a, b).map((pair) => ({
    a: pair.a ? [pair.a] : [],
    b: pair.b ? [pair.b] : [],
    kind: kindOfMarks(pair.a?.text, pair.b?.text),
  }));
}

// ---- forms of more than one word ----

/** "has asked" and "asked": an auxiliary in front belongs to the form; "is expected to concede": so does a doubt. */
function joinForms(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const before = joined[joined.length - 1];
    if (change.kind === "number" && before && isBound(before)) {
      joined[joined.length - 1] = { a: [...before.a, ...change.a], b: [...before.b, ...change.b], kind: "number" };
      continue;
    }
    if (before && (isClauseOf(before, change) || isClauseOf(change, before))) {
      joined[joined.length - 1] = { a: [...before.a, ...change.a], b: [...before.b, ...change.b], kind: "wording" };
      continue;
    }
    if (before && isCompound(before, change)) {
      joined[joined.length - 1] = { a: [...before.a, ...change.a], b: [...before.b, ...change.b] };
      continue;
    }
    if (change.kind === "inflection" && before && before.kind === undefined) {
      const rest = { a: leaveAuxiliaries(before.a, change.a), b: leaveAuxiliaries(before.b, change.b) };
      const doubts = [before.a, before.b].map((side) => side.filter((token) => MODALITY.has(token.plain)));
      // "never charged", "no charges": denied on both sides.
      if (doubts.every((side) => side.length === 1 && sortOfDoubt(side[0]?.plain ?? "") === "not")) {
        joined[joined.length - 1] = { a: [...before.a, ...change.a], b: [...before.b, ...change.b], kind: "wording" };
        continue;
      }
      if (doubts.some((side) => side.length > 0) && before.a.length + before.b.length <= 4) {
        joined[joined.length - 1] = { a: [...before.a, ...change.a], b: [...before.b, ...change.b], kind: "negation" };
        continue;
      }
      joined.pop();
      if (rest.a.left.length + rest.b.left.length > 0) joined.push({ a: rest.a.left, b: rest.b.left });
      joined.push({ a: rest.a.form, b: rest.b.form, kind: "inflection" });
      continue;
    }
    joined.push(change);
  }
  return joined;
}

/** "[they] refused", "refusing"; "[for] processing", "[to] process": with the little words beside it, another form is another clause. */
function isClauseOf(little: Change, form: Change): boolean {
  const own = little.a.length === 0 ? little.b : little.a;
  const [one, two] = [form.a[0]?.plain ?? "", form.b[0]?.plain ?? ""];
  return (
    (form.kind === "inflection" || form.kind === "wording") &&
    little.kind === undefined &&
    little.a.length * little.b.length === 0 &&
    own.length > 0 &&
    own.every(({ plain }) => CLAUSE_WORDS.has(plain)) &&
    one.endsWith("ing") !== two.endsWith("ing")
  );
}

const CLAUSE_WORDS: ReadonlySet<string> = new Set(
  "he she it they we i for to after before by when while as".split(" "),
);

/** "titles" and "title belts": the plural went to a noun that was put behind. */
function isCompound(form: Change, change: Change): boolean {
  const [first, ...others] = change.a.length === 0 ? change.b : change.a;
  if (form.kind !== "inflection" || change.kind || !first || change.a.length * change.b.length > 0) return false;
  const [one, two] = [form.a[0]?.plain, form.b[0]?.plain];
  const [single, many] = change.a.length === 0 ? [two, one] : [one, two];
  return many === `${single}s` && /^\p{Ll}.*s$/u.test(first.text) && others.every((token) => EMPTY.has(token.plain));
}

/** "more than 30" and "41": the bound goes with the figure. */
function isBound({ a, b, kind }: Change): boolean {
  const words = [...a, ...b];
  return (
    kind === undefined &&
    words.some((token) => BOUNDS.has(token.plain)) &&
    words.every((token) => BOUNDS.has(token.plain) || /^an?$/u.test(token.plain))
  );
}

function leaveAuxiliaries(before: Token[], own: Token[]): { left: Token[]; form: Token[] } {
  let from = before.length;
  while (from > 0 && AUXILIARIES.has(before[from - 1]?.plain ?? "")) from--;
  return { left: before.slice(0, from), form: [...before.slice(from), ...own] };
}
