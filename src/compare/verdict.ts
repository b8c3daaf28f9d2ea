import type { Span } from "../article.js";

/** What two articles are to each other; see the guide for the exact meaning of each. */
export type Verdict = "identical" | "near-duplicate" | "partial" | "template" | "different";

/** A shared run of words: the same matter in both texts. */
export interface Passage {
  a: Span;
  b: Span;
  /** Length in words (of the first text). */
  words: number;
}

/** One piece of evidence for the verdict. */
export interface Reason {
  /** Stable name of the kind of evidence, for programs. */
  code: string;
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
