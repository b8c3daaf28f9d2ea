/**
 * Shows what an editor changed between two versions of a story.
 *
 * In: two pages or articles. Out: paragraphs put together, named edits, changed facts, and a script that makes the one
 * text of the other. It names each edit by the rules of docs/edits.md; it does not say which version is better or first.
 */
import type { ArticleInput, Span } from "../article.js";
import { SamestoryError } from "../errors.js";
import { type Reading, readInput } from "../extract/input.js";
import { detectLanguage } from "../text/language.js";
import { splitWords } from "../text/words.js";
import { align } from "./align.js";
import { type Group, groupParagraphs } from "./blocks.js";
import { isPlaceAndDay } from "./datelines.js";
import type { Block, Edit, EditKind, StoryDiff } from "./edits.js";
import { gatherFacts } from "./facts.js";
import { answeringHeadlines, isToldElsewhere } from "./headlines.js";
import { nameIndirect } from "./indirect.js";
import { keepInPlace } from "./inPlace.js";
import { nameDifferences } from "./kinds.js";
import { CREDIT } from "./lexicon.js";
import {
  isAboutWriter,
  isAgencyLine,
  isByline,
  isContact,
  isLabel,
  isName,
  isOffice,
  isPageLine,
  isQuestion,
  isTimestamp,
  isTitleLine,
} from "./lines.js";
import { editOf, type NamedEdit, type Naming } from "./named.js";
import { type Covered, coverWords, placeEdits } from "./places.js";
import { markOf, writeScript } from "./script.js";
import { phrasingOf, Vocabulary } from "./vocabulary.js";
import { type Gap, type Ground, isBlank, layGround, loosenAlone, loosenStray, walkGroup } from "./walk.js";

/** Options of {@link diff}. */
export interface DiffOptions {
  /**
   * Tells the language of a text as an ISO 639-1 code, "" when it cannot. Default: tinyld/light. An article's own
   * `language` wins. The language only helps to name inflections.
   */
  detectLanguage?: (text: string) => string;
}

/**
 * Shows what an editor changed between two versions of a story: paragraphs aligned, each edit with its kind and whether
 * it is substantive, the facts that changed. All spans are half-open ranges of UTF-16 units into the texts as given.
 *
 * Work is bounded for any input; where a bound was met, `complete` is false and the diff is right but coarser.
 *
 * @param a the earlier version: a page's text, or an article
 * @param b the later version
 * @throws {SamestoryError} `INVALID_INPUT` when either is neither a string nor has a string `text`, `INVALID_OPTION` when
 * `detectLanguage` is no function
 */
export function diff(a: ArticleInput, b: ArticleInput, options: DiffOptions = {}): StoryDiff {
  const readA = readInput(a, "the first article");
  const readB = readInput(b, "the second article");
  if (options.detectLanguage !== undefined && typeof options.detectLanguage !== "function") {
    throw new SamestoryError(
      "INVALID_OPTION",
      "Option detectLanguage must be a function from a text to a language code.",
    );
  }
  const wordsA = splitWords(readA.text, readA.paragraphs);
  const wordsB = splitWords(readB.text, readB.paragraphs);
  const alignment = align(wordsA, wordsB);
  const runs = keepInPlace(wordsA, wordsB, alignment.runs);
  const one = { ...readA, words: wordsA };
  const other = { ...readB, words: wordsB };
  const ground = layGround(one, other, runs);
  const naming = namingFor(ground, readA, readB, options);
  const groups = groupParagraphs(one, other, runs);
  loosenAlone(ground, groups);
  loosenStray(ground, groups);
  const headlines = answeringHeadlines(naming, groups, readA.paragraphs, readB.paragraphs);
  const drafts = groups.map((group) =>
    draftOf(naming, group, readA.paragraphs, readB.paragraphs, headlines.has(group)),
  );
  const covered = coverWords(
    ground,
    drafts.flatMap(({ inner }) => inner),
  );
  const blocks = inPlace(ground, drafts, covered);
  const edits = blocks.flatMap((block) => block.edits);
  return {
    blocks,
    edits,
    facts: gatherFacts(naming, edits),
    script: writeScript(readA.text, readB.text, wordsA, wordsB, runs),
    from: markOf(readA.text),
    complete: alignment.complete,
  };
}

function namingFor(ground: Ground, a: Reading, b: Reading, options: DiffOptions): Naming {
  const detector = options.detectLanguage ?? languageOf;
  const known = a.article?.language ?? b.article?.language;
  return {
    ground,
    language: once(() => known ?? detector(bodyOf(a))),
    vocabularyA: once(() => new Vocabulary(ground.textA, ground.a)),
    vocabularyB: once(() => new Vocabulary(ground.textB, ground.b)),
    phrasingA: once(() => phrasingOf(ground.textA)),
    phrasingB: once(() => phrasingOf(ground.textB)),
  };
}

/** Characters by which the language is told: headline, time and names of a report may take the first of them. */
const OPENING = 1000;
/** The detector needs so many. */
const LEAST_DETECTED = 60;
/** No other language has this word, and no text of English is long without it: the detector takes half a millisecond. */
const ENGLISH = /(?:\bthe\b[\s\S]*?){3}/i;

/** Without its capitals, for a headline full of names is taken for German, or Portuguese. */
function languageOf(text: string): string {
  const opening = text.slice(0, OPENING);
  if (ENGLISH.test(opening)) return "en";
  const small = opening.replace(/\p{Lu}[\p{L}\p{M}'’.-]*|\p{Nd}+/gu, " ").replace(/\s+/gu, " ");
  return detectLanguage(small.length < LEAST_DETECTED ? opening : small);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function bodyOf({ text, paragraphs }: Reading): string {
  const first = paragraphs[0];
  const last = paragraphs[paragraphs.length - 1];
  return first && last ? text.slice(first.start, last.end) : "";
}

/** A block whose edits have no places yet. */
interface Draft {
  group: Group;
  a: Span[];
  b: Span[];
  /** Edits of the block as a whole: moved, split, merged. */
  whole: NamedEdit[];
  /** Edits of words inside it. */
  inner: NamedEdit[];
  gaps: Gap[];
}

function draftOf(
  naming: Naming,
  group: Group,
  spansA: readonly Span[],
  spansB: readonly Span[],
  isHeadline: boolean,
): Draft {
  const { textA, textB } = naming.ground;
  const a = group.a.map((p) => spansA[p] as Span);
  const b = group.b.map((p) => spansB[p] as Span);
  if (a.length === 0 || b.length === 0)
    return { group, a, b, whole: [], inner: nameAlone(naming, a, b, isHeadline), gaps: [] };
  const whole: NamedEdit[] = [];
  const [coverA, coverB] = [coverOf(group.a, spansA, textA), coverOf(group.b, spansB, textB)];
  if (group.moved) whole.push(editOf("moved", coverA, coverB));
  if (b.length > 1) whole.push(editOf("split", coverA, coverB));
  if (a.length > 1) whole.push(editOf("merged", coverA, coverB));
  const { differences, gaps } = walkGroup(naming.ground, group, spansA, spansB);
  return { group, a, b, whole, inner: nameDifferences(naming, differences), gaps };
}

/** The blocks, each edit in its place. A paragraph on one side only has its place behind the block before it. */
function inPlace(ground: Ground, drafts: readonly Draft[], covered: Covered): Block[] {
  let lastA: number | undefined;
  let lastB: number | undefined;
  const firstA = drafts.reduce((least, { a }) => Math.min(least, a[0]?.start ?? least), ground.textA.length);
  const firstB = drafts.reduce((least, { b }) => Math.min(least, b[0]?.start ?? least), ground.textB.length);
  return drafts.map(({ group, a, b, whole, inner, gaps }): Block => {
    const alone = { a: a[0]?.start ?? lastA ?? firstA, b: b[0]?.start ?? lastB ?? firstB };
    if (!group.moved) lastA = a[a.length - 1]?.end ?? lastA;
    lastB = b[b.length - 1]?.end ?? lastB;
    if (a.length === 0 || b.length === 0)
      return { kind: a.length === 0 ? "added" : "removed", a, b, edits: inner.map((edit) => ({ ...edit, at: alone })) };
    const edits = [
      ...whole.map((edit): Edit => ({ ...edit, at: { a: edit.a?.start ?? alone.a, b: edit.b?.start ?? alone.b } })),
      ...nameIndirect(ground, placeEdits(ground, inner, gaps, covered)),
    ];
    return { kind: group.moved ? "moved" : edits.length > 0 ? "edited" : "kept", a, b, edits };
  });
}

/** A paragraph on one side only: a claim added or dropped, or a credit line. */
function nameAlone(
  { ground, vocabularyA, vocabularyB }: Naming,
  a: readonly Span[],
  b: readonly Span[],
  isHeadline: boolean,
): NamedEdit[] {
  const span = a[0] ?? b[0];
  if (!span || span.end <= span.start) return [];
  const [text, others] = a.length > 0 ? [ground.textA, vocabularyB] : [ground.textB, vocabularyA];
  // One headline for another says in other words what both reports tell.
  const isReworded = isHeadline && isToldElsewhere(text.slice(span.start, span.end), others());
  const line = kindOfAlone(a.length > 0 ? "dropped" : "added", text, span);
  const kind = isReworded && isClaim(line) ? "wording" : line;
  return [a.length > 0 ? editOf(kind, span, undefined) : editOf(kind, undefined, span)];
}

function isClaim(kind: EditKind): boolean {
  return kind === "added" || kind === "dropped";
}

/** The longest paragraph that may be a credit line. */
const LONGEST_CREDIT = 400;

function kindOfAlone(kind: "added" | "dropped", text: string, { start, end }: Span): EditKind {
  const own = text.slice(start, end);
  const isFirst = text.slice(0, start).trim() === "";
  if (
    (own.length < LONGEST_CREDIT && (CREDIT.test(own) || isContact(own))) ||
    isByline(own) ||
    isOffice(own) ||
    isAgencyLine(own)
  )
    return "credit";
  if (isFirst && isName(own)) return "credit";
  if (!/[\p{L}\p{N}]/u.test(own)) return "punctuation";
  if (isTimestamp(own) || isPlaceAndDay(own)) return "dateline";
  // What stands first may be the headline.
  if (isPageLine(own) || ((isLabel(own) || isTitleLine(own) || isQuestion(own)) && !isFirst)) return "wording";
  if (isAboutWriter(own) && isNearEnd(text, end)) return "credit";
  return kind;
}

/** Characters that may follow what a report says of its writer: a line of the page, a copyright. */
const LATEST_BEHIND = 400;

function isNearEnd(text: string, end: number): boolean {
  return text.length - end <= LATEST_BEHIND;
}

/** From the first of some paragraphs to the last; the longest of them alone where furniture stands between. */
function coverOf(paragraphs: readonly number[], spans: readonly Span[], text: string): Span {
  const [first, last] = [paragraphs[0] as number, paragraphs[paragraphs.length - 1] as number];
  for (let p = first; p < last; p++) {
    if (!isBlank(text, (spans[p] as Span).end, (spans[p + 1] as Span).start))
      return paragraphs
        .map((own) => spans[own] as Span)
        .reduce((most, span) => (span.end - span.start > most.end - most.start ? span : most));
  }
  return { start: (spans[first] as Span).start, end: (spans[last] as Span).end };
}
