/**
 * Sums up a diff as a desk editor would: one line on what changed in substance, and the house style that was applied.
 *
 * In: a diff and the two texts it was made of. Out: a sentence, and a list of style conversions with counts. From the
 * edits and facts alone, so it says nothing that the diff does not say.
 */
import type { Span } from "../article.js";
import type { Edit, EditKind, StoryDiff } from "./edits.js";
import { later } from "./later.js";
import { wordValue } from "./numerals.js";
import { requireTexts } from "./script.js";

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
 * @throws {SamestoryError} `WRONG_TEXT` when they are others, `INVALID_INPUT` when `diff` is no diff
 */
export function summarize(diff: StoryDiff, texts: Texts): Summary {
  requireTexts(diff, texts?.a, texts?.b);
  const houseStyle = styleOf(diff.edits, texts);
  const substance = clausesOf(diff, texts);
  const more = substance.length - MOST_CLAUSES;
  const clauses =
    more > 0
      ? [...substance.slice(0, MOST_CLAUSES), `${numeral(more)} more ${plural(more, "change")} of substance`]
      : substance;
  const style = styleClause(diff.edits, houseStyle, clauses.length > 0);
  if (style !== "") clauses.push(style);
  const sentence = clauses.length === 0 ? "Nothing changed" : clauses.join("; ");
  return { sentence: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, houseStyle };
}

// ---- substance ----

function clausesOf(diff: StoryDiff, texts: Texts): string[] {
  const short = shortChanges(diff, texts);
  const numbers = numberClause(diff.edits, texts);
  const others = CLAUSE_ORDER.flatMap((kind) => changeClauses(kind, diff.edits, texts));
  return [...(numbers === "" ? [] : [numbers]), ...others, ...passageClauses(diff, short), ...quotedClauses(short)];
}

/** What an editor would tell first, figures before all. */
const CLAUSE_ORDER: readonly EditKind[] = ["negation", "name", "place", "attribution", "quotation", "date"];

/** Kinds whose words stand for themselves; those of speech stand in quotation marks. */
const BARE: ReadonlySet<EditKind> = new Set<EditKind>(["date", "name", "place"]);
/** Longer denials are told with the paragraphs. */
const LONGEST_DENIAL = 30;

/** Changes of one kind: "date changed from Tuesday to Wednesday, from night to morning". */
function changeClauses(kind: EditKind, edits: readonly Edit[], texts: Texts): string[] {
  const changes = edits.flatMap((edit) =>
    edit.kind === kind && edit.a && edit.b ? [{ from: cut(texts.a, edit.a), to: cut(texts.b, edit.b) }] : [],
  );
  if (kind === "negation")
    return changes.flatMap(({ from, to }) =>
      from.length + to.length > LONGEST_DENIAL ? [] : [`“${from}” made “${to}”`],
    );
  const said = (text: string) => (BARE.has(kind) ? shortened(text) : `“${shortened(text)}”`);
  const pairs = [...new Set(changes.map(({ from, to }) => `from ${said(from)} to ${said(to)}`))];
  if (pairs.length === 0) return [];
  const shown = pairs.length > MOST_NAMED ? pairs.slice(0, MOST_NAMED - 1) : pairs;
  const rest = pairs.length - shown.length;
  return [`${kind} changed ${listed([...shown, ...(rest > 0 ? [`${numeral(rest)} more`] : [])])}`];
}

/** More figures than this are no summary. */
const MOST_FIGURES = 4;

/** "toll raised from 12 to 19, injured from 31 to 38, missing lowered from 45 to 26": the toll first, a verb said once. */
function numberClause(edits: readonly Edit[], texts: Texts): string {
  const figures = edits.flatMap(({ kind, a, b }) => {
    if (kind !== "number" || !a || !b) return [];
    const [from, to] = [shortened(cut(texts.a, a)), shortened(cut(texts.b, b))];
    return [{ name: numberName(texts.b, b), verb: direction(from, to), from, to }];
  });
  const told = figures.filter(
    (one, i) =>
      figures.findIndex(({ name, from, to }) => name === one.name && from === one.from && to === one.to) === i,
  );
  const named = [...told].sort((x, y) => Number(y.name === "toll") - Number(x.name === "toll"));
  const more = named.length - MOST_FIGURES;
  const shown = (more > 1 ? named.slice(0, MOST_FIGURES) : named).map(({ name, verb, from, to }, i, all) => {
    const said = i > 0 && all[i - 1]?.verb === verb;
    const [one, two] = [from, to].map((figure) => (/ (?:to|from) /u.test(figure) ? `“${figure}”` : figure));
    return `${name} ${said ? "" : `${verb} `}from ${one} to ${two}`;
  });
  return [...shown, ...(more > 1 ? [`${numeral(more)} other figures changed`] : [])].join(", ");
}

/** What the words beside a figure say it counts, the graver first: the words behind it, and those before. */
const COUNTS = /* @__PURE__ */ later(() =>
  [
    ["toll", "dead|kill(?:ed|ing|s)|died|deaths?|bodies|lives|victims|toll|perished|fatalities"],
    ["injured", "injured|injuring|injuries|hurt|wounded|wounding"],
    ["missing", "missing|unaccounted"],
    ["rescued", "rescued|saved|alive|survivors"],
    ["arrests", "arrest(?:ed|s)|detained"],
  ].map(([name, words]) => ({
    name,
    behind: new RegExp(`^[^\\p{L},;:]{0,2}(?:[\\p{L}’'-]+\\s){0,4}(?:${words})\\b`, "iu"),
    before: new RegExp(`\\b(?:${words})\\s(?:[\\p{L}’'-]+\\s){0,3}$`, "iu"),
  })),
);
/** A plural right behind the figure. */
const COUNTED = /^\s([a-z]{3,}s|people|men|women|children)\b/u;
const NO_PLURAL = /^(?:times|was|has|this|thus|years|percent)$/u;

function numberName(text: string, { start, end }: Span): string {
  const after = text.slice(end, end + 60).split(/[.\n]/u)[0] ?? "";
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .split(/[.,;:\n]/u)
      .at(-1) ?? "";
  const counted = COUNTS().find((one) => one.behind.test(after)) ?? COUNTS().find((one) => one.before.test(before));
  if (counted) return counted.name;
  const noun = COUNTED.exec(after)?.[1];
  return noun && !NO_PLURAL.test(noun) ? `number of ${noun}` : "figure";
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
const NUMERALS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

const numeral = (count: number): string => NUMERALS[count] ?? String(count);

/** What was done to words that stand on one side only. */
type Done = "cut" | "added";

/** A whole paragraph that came or went: its place, and a name that one text has nowhere else. */
interface Passage {
  place: string;
  name: string | undefined;
}

/** Whole paragraphs that came or went, with the phrases that did where those are too many to be quoted. */
function passageClauses(diff: StoryDiff, short: Record<Done, ShortChanges>): string[] {
  return (["cut", "added"] as const).flatMap((done) => {
    const { phrases, long } = short[done];
    const parts = [
      ...passageNames(passagesOf(diff, done)),
      ...(long > 0 ? [`${numeral(long)} ${plural(long, "sentence")}`] : []),
      ...(phrases.length > MOST_QUOTED ? [`${numeral(phrases.length)} phrases`] : []),
    ];
    const told = parts.length === 0 ? "" : `${listed(parts)} ${done}`;
    const names = namesOf(passagesOf(diff, done));
    if (told === "" || names.length === 0 || areNamed(passagesOf(diff, done))) return told === "" ? [] : [told];
    return [done === "cut" ? `${told}, including all on ${listed(names)}` : `${told}, naming ${listed(names)}`];
  });
}

function passagesOf(diff: StoryDiff, done: Done): Passage[] {
  const [side, kind] = done === "cut" ? (["a", "removed"] as const) : (["b", "added"] as const);
  const starts = diff.blocks.flatMap((block) => block[side].map(({ start }) => start)).sort((x, y) => x - y);
  const alone = diff.blocks.filter((block) => block.kind === kind && block.edits.some((edit) => edit.substantive));
  return alone.map((block) => {
    const span = block[side][0];
    const place = starts.indexOf(span?.start ?? -1);
    const ordinal = place === starts.length - 1 ? "last" : (ORDINALS[place] ?? "later");
    return { place: ordinal, name: namesIn(diff, side, span)[0] };
  });
}

/** More passages than this are counted. */
const MOST_NAMED = 3;

const namesOf = (passages: readonly Passage[]): string[] =>
  [...new Set(passages.flatMap(({ name }) => name ?? []))].slice(0, MOST_NAMED);

/** Whether each passage is told by itself. */
const areNamed = (passages: readonly Passage[]): boolean => passages.length <= MOST_NAMED;

/** "second paragraph", "the Iran passage"; many are counted. */
function passageNames(passages: readonly Passage[]): string[] {
  if (passages.length === 0) return [];
  if (!areNamed(passages)) return [`${numeral(passages.length)} paragraphs`];
  const places = [...new Set(passages.flatMap(({ place, name }) => (name === undefined ? [place] : [])))];
  const names = namesOf(passages);
  return [
    ...(places.length > 0 ? [`${listed(places)} ${plural(places.length, "paragraph")}`] : []),
    ...(names.length > 0 ? [`the ${listed(names)} ${plural(names.length, "passage")}`] : []),
  ];
}

/** A name of one word or two. */
const SHORT_NAME = /^[\p{L}\p{M}\p{N}.'’-]+(?:\s[\p{L}\p{M}\p{N}.'’-]+)?$/u;

/** Names that one text has nowhere but in this paragraph. */
function namesIn(diff: StoryDiff, side: "a" | "b", span: Span | undefined): string[] {
  return diff.facts.flatMap((fact) => {
    const at = fact.change === "changed" || fact.kind !== "name" ? undefined : fact[side];
    return at && span && span.start <= at.start && at.end <= span.end && SHORT_NAME.test(at.text) ? [at.text] : [];
  });
}

/** Longer than this, words that came or went are counted, not quoted. */
const LONGEST_QUOTED = 60;
/** And more phrases than this. */
const MOST_QUOTED = 3;

/** What came or went inside paragraphs. */
interface ShortChanges {
  phrases: string[];
  /** How many are too long to be quoted. */
  long: number;
}

function shortChanges(diff: StoryDiff, texts: Texts): Record<Done, ShortChanges> {
  const inside = diff.blocks
    .filter((block) => block.kind === "edited" || block.kind === "moved")
    .flatMap((block) => block.edits);
  const changes = (done: Done): ShortChanges => {
    const edits = inside.filter((edit) => edit.substantive && (done === "cut" ? !edit.b : !edit.a));
    const quoted = edits.flatMap((edit) => (edit.a ? [cut(texts.a, edit.a)] : edit.b ? [cut(texts.b, edit.b)] : []));
    const phrases = quoted.filter((text) => text.length <= LONGEST_QUOTED);
    return { phrases, long: quoted.length - phrases.length };
  };
  return { cut: changes("cut"), added: changes("added") };
}

function quotedClauses(short: Record<Done, ShortChanges>): string[] {
  return (["cut", "added"] as const).flatMap((done) => {
    const phrases = short[done].phrases.map((text) => text.replace(/^(?:and|but|or)\s|,?\s(?:and|but|or)$/gu, ""));
    if (phrases.length === 0 || phrases.length > MOST_QUOTED) return [];
    return [`${listed(phrases.map((text) => `“${text}”`))} ${done}`];
  });
}

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED).replace(/\s\S*$/u, "")}…`;
}

function cut(text: string, span: Span): string {
  return text
    .slice(span.start, span.end)
    .replace(/\s+/gu, " ")
    .replace(/^["“”«»„「,;)\s]+|["“”«»」.,;(\s]+$/gu, "");
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
  if (/[€$£¥]|euro|dollar/i.test(to)) return "currency converted";
  return /mile|f(?:ee|oo)t|\bft\b|inch|mph|acre|pound|Fahrenheit|°\s?F|\dF\b|yard|ounce|gallon/i.test(to)
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
