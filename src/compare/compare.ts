/**
 * Compares two articles.
 *
 * In: two pages or articles. Out: verdict, score, resemblance and containment by exact sets of word shingles (Broder,
 * On the resemblance and containment of documents, SEQUENCES 1997), the shared passages and the reasons.
 * It does not judge which text is the original, nor which is true.
 */
import type { ArticleInput } from "../article.js";
import { type Alignment, align, type Run } from "../diff/align.js";
import { type Reading, readInput } from "../extract/input.js";
import { containmentOf, countOverlap, resemblanceOf } from "../fingerprint/overlap.js";
import { haveSameWords, splitWords, type Words } from "../text/words.js";
import { type Evidence, gatherEvidence, runsOf, type Side } from "./evidence.js";
import { explain, explainShort } from "./reasons.js";
import { judgeShort, type ShortJudgement } from "./short.js";
import { type Comparison, type Judgement, judge, type Passage } from "./verdict.js";

/** Shared words in a row that make a passage worth showing: shorter runs are idiom. */
const SHORTEST_PASSAGE = 5;

/**
 * Tells whether two articles are versions of one story, and how far each copies the other.
 *
 * Strings are taken as the text of whole pages: what is not the article is left out first. `passages` point into the
 * texts as given. The order of the two does not change the verdict. An empty article matches nothing.
 *
 * @param a a page's text, or an article
 * @param b a page's text, or an article
 * @returns verdict, score in 0..1 (`sameStory` is `score >= 0.5`), resemblance, containment, passages and reasons
 * @throws {SamestoryError} `INVALID_INPUT` when either is neither a string nor has a string `text`
 */
export function compare(a: ArticleInput, b: ArticleInput): Comparison {
  return compareSides(sideOf(readInput(a, "the first article")), sideOf(readInput(b, "the second article")));
}

/** Splits a reading into what is compared. */
export function sideOf(reading: Reading): Side {
  const { text, paragraphs } = reading;
  const side: Side = { text, paragraphs, words: splitWords(text, paragraphs) };
  if (reading.title) side.title = reading.title;
  const published = reading.article?.publishedAt;
  const time = published instanceof Date ? published.getTime() : Date.parse(published ?? "");
  if (!Number.isNaN(time)) side.time = time;
  return side;
}

/** The same for texts already split into words. */
export function compareSides(a: Side, b: Side): Comparison {
  const short = judgeShort(a, b);
  if (!short && (a.words.count === 0 || b.words.count === 0)) return emptyComparison(a, b);
  return comesFirst(a.words, b.words) ? compareInOrder(a, b, short) : mirror(compareInOrder(b, a, short));
}

/** The verdict and its numbers, without passages and reasons. */
export type Judged = Pick<Comparison, "verdict" | "score" | "resemblance" | "containment">;

/** The same where nobody reads passages and reasons. */
export function judgeSides(a: Side, b: Side): Judged {
  const short = judgeShort(a, b);
  if (!short && (a.words.count === 0 || b.words.count === 0)) return emptyComparison(a, b);
  if (comesFirst(a.words, b.words)) return judgeInOrder(a, b, short);
  const { containment, ...judged } = judgeInOrder(b, a, short);
  return { ...judged, containment: { aInB: containment.bInA, bInA: containment.aInB } };
}

/** The alignment breaks ties by order; so that `compare(a, b)` and `compare(b, a)` agree, the order is the texts' own. */
function comesFirst(a: Words, b: Words): boolean {
  if (a.count !== b.count) return a.count < b.count;
  for (let i = 0; i < a.count; i++) if (a.hash[i] !== b.hash[i]) return (a.hash[i] as number) < (b.hash[i] as number);
  return true;
}

function mirror(c: Comparison): Comparison {
  return {
    ...c,
    containment: { aInB: c.containment.bInA, bInA: c.containment.aInB },
    passages: c.passages.map(({ a, b, words }) => ({ a: b, b: a, words })).sort((x, y) => x.a.start - y.a.start),
  };
}

function compareInOrder(a: Side, b: Side, short: ShortJudgement | undefined): Comparison {
  const { alignment, evidence, ...judged } = judgeInOrder(a, b, short);
  const { verdict, score } = judged;
  return {
    ...judged,
    sameStory: score >= 0.5,
    passages: passagesOf(a, b, alignment),
    reasons:
      short && verdict !== SAME.verdict ? explainShort(verdict, short.title, evidence) : explain(verdict, evidence),
  };
}

function judgeInOrder(a: Side, b: Side, short: ShortJudgement | undefined): Judged & Grounds {
  const alignment = align(a.words, b.words);
  const evidence = gatherEvidence(a, b, alignment);
  const { verdict, score } = sameWords(a, b, short) ? SAME : (short ?? judge(evidence));
  const overlap = countOverlap(runsOf(a), runsOf(b));
  return {
    verdict,
    score,
    resemblance: resemblanceOf(overlap),
    containment: containmentOf(overlap),
    alignment,
    evidence,
  };
}

/** What a judgement rests on. */
interface Grounds {
  alignment: Alignment;
  evidence: Evidence;
}

const SAME: Judgement = { verdict: "identical", score: 1 };
/** A short text with another headline is boilerplate, however equal. */
const SAME_HEADLINE = 0.8;

/** The same words in the same order; of short items the headline too. */
function sameWords({ words: a }: Side, { words: b }: Side, short: ShortJudgement | undefined): boolean {
  if (a.count === 0 || (short && !short.sameTitle && short.title < SAME_HEADLINE)) return false;
  return haveSameWords(a, b);
}

function emptyComparison(a: Side, b: Side): Comparison {
  const which =
    a.words.count > 0 ? "The second article is" : b.words.count > 0 ? "The first article is" : "Both articles are";
  return {
    verdict: "different",
    sameStory: false,
    score: 0,
    resemblance: 0,
    containment: { aInB: 0, bInA: 0 },
    passages: [],
    reasons: [{ code: "empty", text: `${which} empty: there is nothing to compare.` }],
  };
}

/** The shared runs that are worth showing, cut where a page has furniture between two paragraphs of either text. */
function passagesOf(a: Side, b: Side, alignment: Alignment): Passage[] {
  const cutsA = cutsOf(a);
  const cutsB = cutsOf(b);
  return alignment.runs
    .flatMap((run) => (run.length < SHORTEST_PASSAGE ? [] : cutRun(run, cutsA, cutsB)))
    .filter((run) => run.length >= SHORTEST_PASSAGE)
    .sort((x, y) => x.a - y.a)
    .map((run) => passageOf(a.words, b.words, run));
}

/** First words of paragraphs that something else than space stands before, after the paragraph before. */
function cutsOf({ text, words, paragraphs }: Side): ReadonlySet<number> {
  const cuts = new Set<number>();
  for (let p = 1; p < paragraphs.length; p++) {
    const between = text.slice(paragraphs[p - 1]?.end, paragraphs[p]?.start);
    if (/\S/u.test(between)) cuts.add(words.paragraphs[p] as number);
  }
  return cuts;
}

function cutRun(run: Run, cutsA: ReadonlySet<number>, cutsB: ReadonlySet<number>): Run[] {
  const pieces: Run[] = [];
  let from = 0;
  for (let i = 1; i <= run.length; i++) {
    if (i < run.length && !cutsA.has(run.a + i) && !cutsB.has(run.b + i)) continue;
    pieces.push({ ...run, a: run.a + from, b: run.b + from, length: i - from });
    from = i;
  }
  return pieces;
}

function passageOf(a: Words, b: Words, run: Run): Passage {
  const lastA = run.a + run.length - 1;
  const lastB = run.b + run.length - 1;
  return {
    a: { start: a.start[run.a] as number, end: a.end[lastA] as number },
    b: { start: b.start[run.b] as number, end: b.end[lastB] as number },
    words: run.length,
  };
}
