/**
 * Sums up a diff as a desk editor would: one line on what changed in substance, and the house style that was applied.
 *
 * In: a diff and the two texts it was made of. Out: a sentence, and a list of style conversions with counts. From the
 * edits and facts alone, so it says nothing that the diff does not say.
 */
import type { Span } from "../article.js";
import type { Edit, EditKind, StoryDiff } from "./edits.js";
import { wordValue } from "./numerals.js";

/** The two texts of a diff, as they were given to it. */
export interface Texts {
  a: string;
  b: string;
}

/** A habit of one newsroom in place of another's. */
export interface StyleChange {
  /** What was done: "British spelling", "honorifics added". */
  name: string;
  /** How many edits show it. */
  count: number;
}

/** What {@link summarize} says of a diff. */
export interface Summary {
  /** What changed, in one line: "Toll raised from 12 to 14; second paragraph cut; rest restyled to British usage." */
  sentence: string;
  /** The style that was applied, the most frequent first. */
  houseStyle: StyleChange[];
}

/** More clauses than this are no summary. */
const MOST_CLAUSES = 5;
/** A style that shows once may be chance: the sentence speaks of British usage from two on. */
const LEAST_SIGNS = 2;

/**
 * Sums up what an editor changed, in a sentence and as a list of house-style conversions. The same diff gives the same
 * summary.
 *
 * @param diff what {@link diff} returned
 * @param texts the texts of both articles, exactly as they were given to `diff`
 */
export function summarize(diff: StoryDiff, texts: Texts): Summary {
  const houseStyle = styleOf(diff.edits, texts);
  const substance = clausesOf(diff, texts);
  const more = substance.length - MOST_CLAUSES;
  const clauses =
    more > 0 ? [...substance.slice(0, MOST_CLAUSES), `${more} more ${plural(more, "change")} of substance`] : substance;
  const style = styleClause(diff.edits, houseStyle, clauses.length > 0);
  if (style !== "") clauses.push(style);
  const sentence = clauses.length === 0 ? "Nothing changed" : clauses.join("; ");
  return { sentence: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, houseStyle };
}

// ---- substance ----

function clausesOf(diff: StoryDiff, texts: Texts): string[] {
  const facts = diff.edits.flatMap((edit) => {
    const clause = changeClause(edit, texts);
    return clause === undefined ? [] : [clause];
  });
  return [...facts, ...paragraphClauses(diff), ...shortClauses(diff, texts)];
}

/** What a fact that changed is called. */
const CALLED: Partial<Record<EditKind, string>> = {
  date: "date",
  name: "name",
  place: "place",
  quotation: "quotation",
  attribution: "attribution",
};

function changeClause(edit: Edit, texts: Texts): string | undefined {
  if (!edit.a || !edit.b) return undefined;
  const from = cut(texts.a, edit.a);
  const to = cut(texts.b, edit.b);
  if (edit.kind === "number") return `${numberName(edit, texts)} ${direction(from, to)} from ${from} to ${to}`;
  if (edit.kind === "negation") return `“${from}” made “${to}”`;
  const called = CALLED[edit.kind];
  return called && `${called} changed from “${from}” to “${to}”`;
}

/** Words beside a figure that say what it counts. */
const TOLL =
  /^[^\p{L},;:]{0,2}(?:\p{L}+\s){0,4}(?:dead|killed|died|deaths?|bodies|lives|victims|toll|perished|fatalities)/iu;
/** A plural right behind the figure. */
const COUNTED = /^\s([a-z]{3,}s|people|men|women|children)\b/u;

function numberName(edit: Edit, texts: Texts): string {
  const after = edit.b ? texts.b.slice(edit.b.end, edit.b.end + 60).split(/[.\n]/u)[0] : "";
  if (TOLL.test(after ?? "")) return "toll";
  const noun = COUNTED.exec(after ?? "")?.[1];
  return noun && !/^(?:times|was|has|this|thus)$/u.test(noun) ? `number of ${noun}` : "figure";
}

function direction(from: string, to: string): string {
  const [one, two] = [numberIn(from), numberIn(to)];
  if (unitIn(from) !== unitIn(to)) return "changed";
  if (one === undefined || two === undefined || one === two) return "changed";
  return two > one ? "raised" : "lowered";
}

/** What stands beside the figures: two amounts in different units are not held against each other. */
function unitIn(text: string): string {
  return /\d/u.test(text) ? text.replace(/[\d.,\s]/gu, "").replace(/s$/u, "") : "";
}

function numberIn(text: string): number | undefined {
  const figures = /^\D{0,2}(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\D*$/u.exec(text)?.[1];
  return figures === undefined ? wordValue(text.toLowerCase()) : Number(figures.replace(/,/gu, ""));
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** Whole paragraphs that came or went, by their place. */
function paragraphClauses(diff: StoryDiff): string[] {
  const placesIn = (side: "a" | "b") => {
    const starts = diff.blocks.flatMap((block) => block[side].map((span) => span.start)).sort((x, y) => x - y);
    return new Map(starts.map((start, i) => [start, i]));
  };
  const placesA = placesIn("a");
  const placesB = placesIn("b");
  const gone = diff.blocks.filter((block) => block.kind === "removed" && block.edits.some((edit) => edit.substantive));
  const come = diff.blocks.filter((block) => block.kind === "added" && block.edits.some((edit) => edit.substantive));
  return [
    ...listParagraphs(
      gone.map(({ a: [span] }) => ({ place: placesA.get(span?.start ?? -1) ?? -1, names: namesIn(diff, "a", span) })),
      placesA.size,
      "cut",
    ),
    ...listParagraphs(
      come.map(({ b: [span] }) => ({ place: placesB.get(span?.start ?? -1) ?? -1, names: namesIn(diff, "b", span) })),
      placesB.size,
      "added",
    ),
  ];
}

/** Names that one text has nowhere but in this paragraph. */
function namesIn(diff: StoryDiff, side: "a" | "b", span: Span | undefined): string[] {
  return diff.facts.flatMap((fact) => {
    const at = fact.change === "changed" || fact.kind !== "name" ? undefined : fact[side];
    return at && span && span.start <= at.start && at.end <= span.end && !/\s.*\s/u.test(at.text) ? [at.text] : [];
  });
}

/** More passages than this are not named one by one. */
const MOST_NAMED = 3;

interface Paragraph {
  place: number;
  names: string[];
}

/** "second and fourth paragraphs cut", or by the names they alone have: "5 paragraphs cut, with all on Iran and Trump". */
function listParagraphs(paragraphs: readonly Paragraph[], count: number, done: string): string[] {
  const places = paragraphs.map(({ place }) => place);
  if (places.length === 0) return [];
  const names = [...new Set(paragraphs.flatMap((paragraph) => paragraph.names.slice(0, 1)))].slice(0, MOST_NAMED);
  const about = names.length === 0 ? "" : done === "cut" ? `, with all on ${listed(names)}` : `, on ${listed(names)}`;
  const named = places.flatMap((place) => (place === count - 1 ? "last" : (ORDINALS[place] ?? [])));
  const many = places.length > 3 || named.length < places.length;
  return [`${many ? places.length : listed(named)} ${plural(places.length, "paragraph")} ${done}${about}`];
}

/** Longer than this, words that came or went are counted, not quoted. */
const LONGEST_QUOTED = 60;

/** Words, clauses and sentences that came or went inside a paragraph; and facts of other kinds on one side only. */
function shortClauses(diff: StoryDiff, texts: Texts): string[] {
  const clauses: string[] = [];
  const inside = diff.blocks
    .filter((block) => block.kind === "edited" || block.kind === "moved")
    .flatMap((block) => block.edits);
  for (const done of ["cut", "added"] as const) {
    const edits = inside.filter((edit) => edit.substantive && (done === "cut" ? !edit.b : !edit.a));
    const quoted = edits.flatMap((edit) => (edit.a ? [cut(texts.a, edit.a)] : edit.b ? [cut(texts.b, edit.b)] : []));
    const short = quoted.filter((text) => text.length <= LONGEST_QUOTED);
    const long = quoted.length - short.length;
    if (short.length > 3) clauses.push(`${short.length} phrases ${done}`);
    else if (short.length > 0) clauses.push(`${listed(short.map((text) => `“${text}”`))} ${done}`);
    if (long > 0) clauses.push(`${long} ${plural(long, "passage")} ${done}`);
  }
  return clauses;
}

function cut(text: string, span: Span): string {
  return text
    .slice(span.start, span.end)
    .replace(/\s+/gu, " ")
    .replace(/^["“”«»„「]+|["“”«»」]+$/gu, "");
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

// ---- style ----

function styleClause(edits: readonly Edit[], houseStyle: readonly StyleChange[], after: boolean): string {
  const count = edits.filter((edit) => !edit.substantive).length;
  if (count === 0) return "";
  const subject = after ? "rest " : "";
  const usage = ["British", "American"].find((name) => signsOf(houseStyle, `${name} spelling`) >= LEAST_SIGNS);
  if (usage) return `${subject}restyled to ${usage} usage`;
  const order = edits.every((edit) => edit.substantive || ORDER.has(edit.kind));
  if (order) return `${subject}put in another order`;
  return count === 1 ? `one ${after ? "other " : ""}edit of style` : `${subject}restyled`;
}

const ORDER: ReadonlySet<EditKind> = new Set<EditKind>(["moved", "split", "merged", "reordered"]);

function signsOf(houseStyle: readonly StyleChange[], name: string): number {
  return houseStyle.find((style) => style.name === name)?.count ?? 0;
}

function styleOf(edits: readonly Edit[], texts: Texts): StyleChange[] {
  const counts = new Map<string, number>();
  for (const edit of edits) {
    if (edit.substantive) continue;
    const from = edit.a ? texts.a.slice(edit.a.start, edit.a.end) : undefined;
    const to = edit.b ? texts.b.slice(edit.b.start, edit.b.end) : undefined;
    const name = STYLES[edit.kind]?.(from, to);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // A page turned from one usage to the other has few words that go against it: those are no habit.
  const found = [...counts].map(([name, count]) => ({ name, count }));
  return found.sort((x, y) => y.count - x.count || (x.name < y.name ? -1 : 1));
}

type Reader = (from: string | undefined, to: string | undefined) => string | undefined;

/** What an edit of a kind says of the style; nothing when it may be anything. */
const STYLES: Partial<Record<EditKind, Reader>> = {
  spelling: (from, to) => (from && to ? readSpelling(from.toLowerCase(), to.toLowerCase()) : undefined),
  honorific: (from, to) => (from ? (to ? "honorifics changed" : "honorifics dropped") : "honorifics added"),
  dateline: (from, to) => (from ? (to ? "dateline changed" : "dateline dropped") : "dateline added"),
  credit: (from, to) => (from ? (to ? "credit changed" : "credit dropped") : "credit added"),
  capitalization: (from, to) => (from && to ? readCapitals(from, to) : undefined),
  abbreviation: (from, to) => (from && to ? readAbbreviation(from, to) : undefined),
  "number-form": (from, to) => (from && to ? readNumbers(from, to) : undefined),
  "date-form": (from, to) => (from && to ? readDates(from, to) : undefined),
  "unit-conversion": (_, to) => (to ? readUnits(to) : undefined),
  typography: (from, to) => (from && to ? readMarks(from, to) : undefined),
};

/** Endings and words that are British on the left and American on the right. */
const USAGE: readonly (readonly [RegExp, RegExp])[] = [
  [/our/u, /or/u],
  [/is(?:e|ed|es|ing|ation)/u, /iz(?:e|ed|es|ing|ation)/u],
  [/ys(?:e|ed|ing)/u, /yz(?:e|ed|ing)/u],
  [/tre|bre/u, /ter|ber/u],
  [/wards$/u, /ward$/u],
  [/ence/u, /ense/u],
  [/ll(?:ed|ing|er)/u, /l(?:ed|ing|er)/u],
  [/[ao]e/u, /e/u],
  [/ogue/u, /og/u],
  [/grey/u, /gray/u],
  [/per cent/u, /percent/u],
  [/programme/u, /program/u],
  [
    /tyre|kerb|plough|cheque|sceptic|mould|aluminium|aeroplane|storey|pyjama|whilst|amongst|licen[cs]e|practise/u,
    /tire|curb|plow|check|skeptic|mold|aluminum|airplane|story|pajama|while|among|license|practice/u,
  ],
];

function readSpelling(from: string, to: string): string {
  for (const [british, american] of USAGE) {
    if (isTurned(from, to, american, british)) return "British spelling";
    if (isTurned(from, to, british, american)) return "American spelling";
  }
  return from.replace(/-/gu, "") === to.replace(/-/gu, "")
    ? to.includes("-")
      ? "hyphens added"
      : "hyphens dropped"
    : "other spelling";
}

/** Whether a word has one pattern and not the other, and with the other in its place is the second word. */
function isTurned(from: string, to: string, before: RegExp, after: RegExp): boolean {
  const sign = after.exec(to)?.[0];
  return sign !== undefined && from !== to && before.test(from) && from.replace(before, sign) === to;
}

function readCapitals(from: string, to: string): string | undefined {
  const shouts = (word: string) => /^\p{Lu}{2,}/u.test(word) && word.length > 2;
  if (shouts(from) && !shouts(to)) return "sentence-case acronyms";
  if (shouts(to) && !shouts(from)) return "acronyms in capitals";
  if (from.length < 2) return undefined;
  return /^\p{Lu}/u.test(from) ? "fewer capitals" : "more capitals";
}

function readAbbreviation(from: string, to: string): string {
  if (from.replace(/\./gu, "") === to.replace(/\./gu, ""))
    return to.includes(".") ? "abbreviations with points" : "abbreviations without points";
  if (/[%]/u.test(from) !== /[%]/u.test(to)) return to.includes("%") ? "percent sign" : "percent in words";
  return to.length < from.length ? "words abbreviated" : "abbreviations spelled out";
}

function readNumbers(from: string, to: string): string {
  const figures = /\p{Nd}/u;
  if (figures.test(to) && !figures.test(from)) return "numbers in figures";
  if (figures.test(from) && !figures.test(to)) return "numbers in words";
  return "other number format";
}

function readDates(from: string, to: string): string {
  if (/\d[:.h]\d|\b[ap]\.?m\b|Uhr/u.test(from + to)) return "other time format";
  const dayFirst = (text: string) =>
    /^\D{0,8}\d/u.test(text) && /\d\D*\p{L}{3}/u.test(text) && !/^\p{L}{3,}\.?\s\d/u.test(text);
  if (dayFirst(to) && !dayFirst(from)) return "day before month";
  if (dayFirst(from) && !dayFirst(to)) return "month before day";
  return to.length > from.length ? "months in full" : "months abbreviated";
}

function readUnits(to: string): string {
  if (/[€$£¥]|euro|dollar/iu.test(to)) return "currency converted";
  return /mile|f(?:ee|oo)t|\bft\b|inch|mph|acre|pound|Fahrenheit|°\s?F|\dF\b|yard|ounce|gallon/iu.test(to)
    ? "imperial units"
    : "metric units";
}

function readMarks(from: string, to: string): string | undefined {
  if (/^["'“”‘’«»„]$/u.test(from)) return quoteStyle(to);
  if (/^[-–—]+$/u.test(from)) return "other dashes";
  return /[’']/u.test(from) ? (to.includes("’") ? "curly apostrophes" : "straight apostrophes") : undefined;
}

function quoteStyle(mark: string): string {
  if (/['‘’]/u.test(mark)) return "single quotation marks";
  return /["]/u.test(mark)
    ? "straight quotation marks"
    : /[“”„]/u.test(mark)
      ? "curly quotation marks"
      : "angle quotation marks";
}
