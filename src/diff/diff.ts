/**
 * Shows what an editor changed between two versions of a story.
 *
 * In: two pages or articles. Out: paragraphs put together, named edits, changed facts, and a script that makes the one
 * text of the other. It names each edit by the rules of docs/edits.md; it does not say which version is better or first.
 */
import type { ArticleInput, Span } from "../article.js";
import { type Reading, readInput } from "../extract/input.js";
import { detectLanguage } from "../text/language.js";
import { splitWords, type Words } from "../text/words.js";
import { align } from "./align.js";
import { type Group, groupParagraphs } from "./blocks.js";
import type { Block, Edit, EditKind, StoryDiff } from "./edits.js";
import { gatherFacts } from "./facts.js";
import { editOf, type Naming, nameDifferences } from "./kinds.js";
import { CREDIT } from "./lexicon.js";
import { plain } from "./plain.js";
import { markOf, writeScript } from "./script.js";
import { type Ground, isBlank, layGround, loosenAlone, walkGroup } from "./walk.js";

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
 * @throws {SamestoryError} `INVALID_INPUT` when either is neither a string nor has a string `text`
 */
export function diff(a: ArticleInput, b: ArticleInput, options: DiffOptions = {}): StoryDiff {
  const readA = readInput(a, "the first article");
  const readB = readInput(b, "the second article");
  const wordsA = splitWords(readA.text, readA.paragraphs);
  const wordsB = splitWords(readB.text, readB.paragraphs);
  const alignment = align(wordsA, wordsB);
  const one = { ...readA, words: wordsA };
  const other = { ...readB, words: wordsB };
  const ground = layGround(one, other, alignment.runs);
  const naming = namingFor(ground, readA, readB, options);
  const groups = groupParagraphs(one, other, alignment.runs);
  loosenAlone(ground, groups);
  const blocks = groups.map((group) => blockOf(naming, group, readA.paragraphs, readB.paragraphs));
  const edits = blocks.flatMap((block) => block.edits);
  return {
    blocks,
    edits,
    facts: gatherFacts(naming, edits),
    script: writeScript(readA.text, readB.text, wordsA, wordsB, alignment.runs),
    from: markOf(readA.text),
    complete: alignment.complete,
  };
}

function namingFor(ground: Ground, a: Reading, b: Reading, options: DiffOptions): Naming {
  const detector = options.detectLanguage ?? detectLanguage;
  const known = a.article?.language ?? b.article?.language;
  return {
    ground,
    language: once(() => known ?? detector(bodyOf(a))),
    vocabularyA: once(() => vocabularyOf(ground.textA, ground.a)),
    vocabularyB: once(() => vocabularyOf(ground.textB, ground.b)),
  };
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

function vocabularyOf(text: string, words: Words): ReadonlySet<string> {
  const vocabulary = new Set<string>();
  for (let i = 0; i < words.count; i++) vocabulary.add(plain(text.slice(words.start[i], words.end[i])));
  return vocabulary;
}

function blockOf(naming: Naming, group: Group, spansA: readonly Span[], spansB: readonly Span[]): Block {
  const a = group.a.map((p) => spansA[p] as Span);
  const b = group.b.map((p) => spansB[p] as Span);
  if (a.length === 0) return aloneBlock("added", naming.ground.textB, a, b);
  if (b.length === 0) return aloneBlock("removed", naming.ground.textA, a, b);
  const whole: Edit[] = [];
  const [coverA, coverB] = [
    coverOf(group.a, spansA, naming.ground.textA),
    coverOf(group.b, spansB, naming.ground.textB),
  ];
  if (group.moved) whole.push(editOf("moved", coverA, coverB));
  if (b.length > 1) whole.push(editOf("split", coverA, coverB));
  if (a.length > 1) whole.push(editOf("merged", coverA, coverB));
  const inner = nameDifferences(naming, walkGroup(naming.ground, group, spansA, spansB));
  const kind = group.moved ? "moved" : whole.length + inner.length > 0 ? "edited" : "kept";
  return { kind, a, b, edits: [...whole, ...inner] };
}

/** A paragraph on one side only: a claim added or dropped, or a credit line. */
function aloneBlock(kind: "added" | "removed", text: string, a: Span[], b: Span[]): Block {
  const own = (kind === "added" ? b : a)[0] as Span;
  if (own.end <= own.start) return { kind, a, b, edits: [] };
  const named = kindOfAlone(kind, text, own);
  return { kind, a, b, edits: [kind === "added" ? editOf(named, undefined, own) : editOf(named, own, undefined)] };
}

/** The longest paragraph that may be a credit line. */
const LONGEST_CREDIT = 200;

function kindOfAlone(kind: "added" | "removed", text: string, { start, end }: Span): EditKind {
  const own = text.slice(start, end);
  if (own.length < LONGEST_CREDIT && CREDIT.test(own)) return "credit";
  if (!/[\p{L}\p{N}]/u.test(own)) return "punctuation";
  return kind === "added" ? "added" : "dropped";
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
