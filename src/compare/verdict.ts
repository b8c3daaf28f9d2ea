/**
 * Weighs the evidence.
 *
 * In: the numbers of `evidence.ts`. Out: verdict and score. One small model asks whether narrative is copied (else
 * different) and whether the shorter text adds matter of its own (then partial); a second asks whether the facts stayed
 * (else template). The score is the product of their answers.
 */
import type { Span } from "../article.js";
import type { Evidence } from "./evidence.js";

/** What two articles are to each other; see the guide for the exact meaning of each. */
export type Verdict = "identical" | "near-duplicate" | "partial" | "template" | "different";

/** A shared run of words: the same matter in both texts. */
export interface Passage {
  a: Span;
  b: Span;
  /** Length in words (of the first text). */
  words: number;
}

/** Names of the kinds of evidence. Stable. */
export type ReasonCode =
  | "empty"
  | "headline"
  | "same-words"
  | "copied"
  | "own-matter"
  | "speech-only"
  | "lead"
  | "facts-changed"
  | "facts-kept"
  | "reordered"
  | "nothing-copied";

/** One piece of evidence for the verdict. */
export interface Reason {
  /** Name of the kind of evidence, for programs. */
  code: ReasonCode;
  /** The measured value, where there is one: a share 0..1 or a count. */
  value?: number;
  /** The same in a sentence, for people. */
  text: string;
}

/** The result of comparing two articles. */
export interface Comparison {
  verdict: Verdict;
  /** True when the verdict is `identical` or `near-duplicate`; the same as `score >= 0.5`. */
  sameStory: boolean;
  /** Probability, 0..1, that the two are versions of one story. */
  score: number;
  /** |A∩B| / |A∪B| of the two sets of word shingles, exact. */
  resemblance: number;
  /** Share of each text's shingles that stand in the other. */
  containment: { aInB: number; bInA: number };
  /** Shared runs of words, in reading order of the first text. */
  passages: Passage[];
  /** Why: the strongest evidence first. */
  reasons: Reason[];
}

/** What the evidence comes to. */
export interface Judgement {
  verdict: Verdict;
  score: number;
}

/**
 * Three classes by multinomial logistic regression on four measures, fitted on 4,210 labelled pairs of real news, each
 * class and set with the same weight (`npm run fit`). More measures fit these sets better and travel worse: see
 * docs/accuracy.md for the figures when one set is fitted and the other tested.
 */
const MODEL = {
  different: { bias: 8.4813, ownMatter: 6.6349, newStory: 4.2382, narrativeShare: -12.254, logNarrative: -1.309 },
  partial: { bias: -2.2557, ownMatter: 8.6483, newStory: 4.596, narrativeShare: 1.3857, logNarrative: 0.30045 },
  same: { bias: -6.2257, ownMatter: -15.283, newStory: -8.8342, narrativeShare: 10.868, logNarrative: 1.0086 },
} as const;
/**
 * Facts stayed when most of those in the aligned places did: half is the middle. .45 to .5 score alike on templates,
 * repeats and updates; the slope makes one changed fact of two no template and three of four one.
 */
const FACTS_KEPT = { middle: 0.5, slope: 24 };
/** A name counts half a figure: the names of institutions are constant in formulaic reports. */
const NAME_WEIGHT = 0.5;
/**
 * Names beyond this many, and as many as there are figures, have no further say: a long report on the same two teams
 * has fifty names kept and not one figure. 4 to 12 score alike.
 */
const NAMES_HEARD = 8;
/** Fewer changes than this (in figures) decide nothing: a corrected toll in a short notice is one. */
const LEAST_CHANGES = 2;
/**
 * Nor fewer than this share of the words: a formula is figures and names throughout, an update moves some of a story. Where
 * less than the middle stayed, fewer will do, in proportion: an update leaves some standing.
 */
const LEAST_DENSITY = 0.025;
/** A formula without the rest of a version: this much copied, and this many facts in each other's place. */
const TEMPLATE_COPIED = 0.2;
const TEMPLATE_CHANGES = 3;

/** Weighs the evidence for two texts that are not the same word for word. */
export function judge(e: Evidence): Judgement {
  // Nothing copied is different before any threshold: an empty or foreign text must not win by default.
  if (e.narrative <= 0 && e.matchedShort === 0) return { verdict: "different", score: 0 };
  const { same, partial, different } = classify(e);
  const factsKept = keptFacts(e, e.shortLength);
  const score = same * factsKept;
  if (score >= 0.5) return { verdict: "near-duplicate", score };
  if (isTemplate(e, same, factsKept)) return { verdict: "template", score };
  return { verdict: partial > different ? "partial" : "different", score };
}

/** Probabilities of the three classes, facts aside. */
function classify(e: Evidence): { same: number; partial: number; different: number } {
  const weigh = (c: (typeof MODEL)[keyof typeof MODEL]) =>
    Math.exp(
      c.bias +
        c.ownMatter * e.ownMatter +
        c.newStory * e.newStory +
        c.narrativeShare * e.narrativeShare +
        c.logNarrative * Math.log1p(e.narrative),
    );
  const [same, partial, different] = [weigh(MODEL.same), weigh(MODEL.partial), weigh(MODEL.different)];
  const sum = same + partial + different;
  return { same: same / sum, partial: partial / sum, different: different / sum };
}

/** The counts of facts that {@link keptFacts} goes by. */
export type FactCounts = Pick<Evidence, "numbersKept" | "numbersChanged" | "namesKept" | "namesChanged">;

/** Figures and names that changed in place, in figures. */
export function weighFacts(facts: FactCounts): number {
  return facts.numbersChanged + NAME_WEIGHT * facts.namesChanged;
}

/** Share of the facts in the aligned places that are the same; 1 where there are none. */
export function keptShare(facts: FactCounts): number {
  const names = facts.namesKept + facts.namesChanged;
  const heard = Math.min(1, (NAMES_HEARD + facts.numbersKept + facts.numbersChanged) / Math.max(1, names));
  const kept = facts.numbersKept + NAME_WEIGHT * heard * facts.namesKept;
  const changed = facts.numbersChanged + NAME_WEIGHT * heard * facts.namesChanged;
  return (kept + 0.5) / (kept + changed + 0.5);
}

/** How probable it is that the facts are those of one event. */
export function keptFacts(facts: FactCounts, length: number): number {
  const kept = keptShare(facts);
  const stay = logistic(FACTS_KEPT.slope * (kept - FACTS_KEPT.middle));
  const changes = weighFacts(facts);
  const least = Math.max(LEAST_CHANGES, LEAST_DENSITY * length * Math.min(1, kept / FACTS_KEPT.middle));
  return changes >= least ? stay : Math.max(stay, 1 - changes / least / 2);
}

function isTemplate(e: Evidence, version: number, factsKept: number): boolean {
  if (factsKept >= 0.5) return false;
  return version >= 0.5 || (e.narrativeShare >= TEMPLATE_COPIED && weighFacts(e) >= TEMPLATE_CHANGES);
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
