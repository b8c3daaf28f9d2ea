/**
 * Compares short items: a headline with a sentence or two, as many feeds carry them.
 *
 * In: two texts of few words with their headlines. Out: a judgement with a lower confidence where a text is missing.
 * Shingles fail here: ten words hold five, and a boilerplate summary ("Sign up for our newsletter") is a perfect copy. So
 * the headline is evidence of its own, by its words in any order, whatever an outlet puts before or behind it.
 */
import { align } from "../diff/align.js";
import { haveSameWords, splitWords, WordFlag, type Words } from "../text/words.js";
import type { Side } from "./evidence.js";
import { gatherEvidence, knownOf } from "./evidence.js";
import { type Judgement, keptFacts, weighFacts } from "./verdict.js";

/** Both texts are at most this long, in words: longer ones have narrative enough to go by. */
const LONGEST = 60;
/** A text of fewer words says nothing beside its headline. */
const SHORTEST = 5;
/** Words of up to so many letters weigh little in a headline: "the", "in", "to". */
const SMALL_WORD = 3;
const SMALL_WEIGHT = 0.3;
/** A headline of less matter than this ("Live blog") names no story. */
const LEAST_HEADLINE = 2.5;
/** Weight of the headline and the text, in logits; both whole make .98, one alone stays below one half. */
const TEXT_AND_TITLE = { bias: -7, title: 5, text: 6 };
const TITLE_ONLY = { bias: -4.5, title: 6 };
/** The same headline a week on is more often a series than a copy. */
const WEEK = 7 * 24 * 3600 * 1000;
const APART = 2;

/** Judges two short items; nothing when either has no headline or a text is long enough to go by. */
export function judgeShort(a: Side, b: Side): ShortJudgement | undefined {
  if (!a.title || !b.title) return undefined;
  if (a.words.count > 3 * LONGEST || b.words.count > 3 * LONGEST) return undefined;
  const evidence = gatherEvidence(a, b, align(a.words, b.words));
  const bare = evidence.shortLength < SHORTEST;
  if (evidence.longLength > LONGEST && !(evidence.shortLength === 0)) return undefined;
  const titleA = splitTitle(a.title);
  const titleB = splitTitle(b.title);
  const rubric = haveSameWords(a.words, b.words) ? rubricOf(a.title, b.title, a.words) : 0;
  const title = titleShare(splitTitle(a.title.slice(rubric)), splitTitle(b.title.slice(rubric)));
  const apart = a.time !== undefined && b.time !== undefined && Math.abs(a.time - b.time) > WEEK ? APART : 0;
  const z = bare
    ? TITLE_ONLY.bias + TITLE_ONLY.title * title
    : TEXT_AND_TITLE.bias +
      TEXT_AND_TITLE.title * Math.max(title, tellingShare(evidence.shortLength)) +
      TEXT_AND_TITLE.text * evidence.matchedShort;
  const titleFacts = gatherEvidence(
    { text: a.title, words: titleA },
    { text: b.title, words: titleB },
    align(titleA, titleB),
  );
  const facts = {
    numbersKept: evidence.numbersKept + titleFacts.numbersKept,
    numbersChanged: evidence.numbersChanged + 2 * titleFacts.numbersChanged,
    namesKept: evidence.namesKept,
    namesChanged: evidence.namesChanged,
  };
  const kept = keptFacts(facts, evidence.shortLength);
  const same = 1 / (1 + Math.exp(apart - z));
  const score = same * kept;
  const template = kept < 0.5 && Math.max(title, evidence.matchedShort) >= 0.3 && weighFacts(facts) >= 2;
  const verdict = score >= 0.5 ? "near-duplicate" : template ? "template" : "different";
  return { verdict, score, title, sameTitle: haveSameWords(titleA, titleB) };
}

/** A judgement with the share of the headline that both have. */
export interface ShortJudgement extends Judgement {
  title: number;
  /** Whether both have the same headline, word for word. */
  sameTitle: boolean;
}

/** Whether an article is so short that its headline says which story it is. */
export function isShortItem(side: Side): boolean {
  return Boolean(side.title) && side.words.count <= 3 * LONGEST && knownOf(side).length <= LONGEST;
}

/**
 * Characters of the rubric that two headlines over one and the same text begin with, up to a mark: "Podcast: ", "Gold price
 * today, ". The text may be the standing summary of a column, and then the rubric says nothing of what the item is about; it
 * is none when it tells of what either headline goes on with.
 */
function rubricOf(a: string, b: string, text: Words): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  // All of a headline is no rubric of it.
  if (same === 0 || same === a.length || same === b.length) return 0;
  const mark = Math.max(...[":", "|", ",", "–", "—", "·", "•"].map((sign) => a.lastIndexOf(sign, same - 1)));
  return mark < 0 || [a, b].some((headline) => isToldIn(text, headline.slice(mark + 1))) ? 0 : mark + 1;
}

/** Whether a text has a word of matter that a headline has. */
function isToldIn({ hash, count }: Words, headline: string): boolean {
  const words = splitTitle(headline);
  const known = new Set(hash.subarray(0, count));
  for (let i = 0; i < words.count; i++) {
    const length = (words.end[i] as number) - (words.start[i] as number);
    if (length > SMALL_WORD && known.has(words.hash[i] as number)) return true;
  }
  return false;
}

function splitTitle(title: string): Words {
  return splitWords(title, [{ start: 0, end: title.length }]);
}

/** How far a text of this length speaks for itself: not at all up to half of the longest, wholly at the longest. */
function tellingShare(length: number): number {
  return Math.max(0, Math.min(1, (2 * length) / LONGEST - 1));
}

/** Share of the shorter headline's words that stand in the other, in any order, by weight. */
function titleShare(a: Words, b: Words): number {
  const weightA = weightsOf(a);
  const weightB = weightsOf(b);
  const least = Math.min(sumOf(weightA), sumOf(weightB));
  if (least < LEAST_HEADLINE) return 0;
  let shared = 0;
  for (const [hash, weight] of weightA) shared += Math.min(weight, weightB.get(hash) ?? 0);
  return Math.min(1, shared / least);
}

function weightsOf(words: Words): Map<number, number> {
  const weights = new Map<number, number>();
  for (let i = 0; i < words.count; i++) {
    const flags = words.flags[i] as number;
    const wordless = flags & (WordFlag.ideograph | WordFlag.cluster);
    const small =
      !wordless && !(flags & WordFlag.number) && (words.end[i] as number) - (words.start[i] as number) <= SMALL_WORD;
    const hash = words.hash[i] as number;
    weights.set(hash, (weights.get(hash) ?? 0) + (wordless ? 0.5 : small ? SMALL_WEIGHT : 1));
  }
  return weights;
}

function sumOf(weights: Map<number, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}
