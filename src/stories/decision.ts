/*
 * In: two articles that the candidate index put forward. Out: what they are to each other, and whether that makes them
 * versions of one story.
 */
import { type SampleSize, sampledContainment, sampledSizes } from "../candidates/sample.js";
import { judgeSides } from "../compare/compare.js";
import type { Side } from "../compare/evidence.js";
import type { Verdict } from "../compare/verdict.js";
import { sharedFigures } from "./figures.js";

/** What two articles are to each other; `a` and `b` as the two were given. */
export interface Decision {
  verdict: Verdict;
  score: number;
  resemblance: number;
  containment: { aInB: number; bInA: number };
  /** Whether they may stand in one story. */
  same: boolean;
  /** What it rests on; see `Evidence` in `story.ts`. */
  evidence: Evidence;
}

/**
 * What a match rests on.
 *
 * - `text`: both texts were compared in full
 * - `words`: both have the same words, house style aside
 * - `url`: both texts were compared and share running text, and they have the same address: two states of one page
 * - `sample`: the older text is no longer kept; sampled shingles and figures were compared
 */
export type Evidence = "text" | "words" | "url" | "sample";

/** Candidates below this share of the smaller sample are not compared. Of labelled versions one is below .3, at .125 (docs/accuracy.md). */
const LEAST_CONTAINMENT = 0.08;
/** And these many hashes shared at least: one is an idiom, a caption or chance. */
const LEAST_SHARED = 2;

/** Whether comparing two texts may bring anything, from what their samples share. */
export function isWorthComparing(shared: number, a: SampleSize, b: SampleSize): boolean {
  const containment = sampledContainment(shared, a, b);
  // A text with one or two sampled shingles in all has but those to be found by.
  return containment >= LEAST_CONTAINMENT && (shared >= LEAST_SHARED || containment >= 0.5);
}

/** Compares two texts. The order of the two makes no difference to what is decided. */
export function decideByText(a: Side, b: Side, sameUrl: boolean, aFirst: boolean): Decision {
  const { verdict, score, resemblance, containment } = aFirst ? judgeSides(a, b) : judgeSides(b, a);
  const samePage = sameUrl && verdict === "partial";
  return {
    verdict,
    score,
    resemblance,
    containment: aFirst ? containment : swapped(containment),
    same: score >= 0.5 || samePage,
    evidence: samePage ? "url" : "text",
  };
}

/**
 * When one text is no longer kept: a merge then takes this much of the smaller sample in the other, so many shared
 * hashes, and figures that stand. Measured on the labelled sets in docs/accuracy.md: it misses versions that were cut up or
 * restyled, and tells a template by figures only.
 */
const SAMPLE_SAME = { containment: 0.6, shared: 8, figures: 0.6 };
/** Less than this is a common caption or quotation. */
const SAMPLE_PARTIAL = 0.2;

/** What is known of an article without its text. */
export interface Trace {
  sample: SampleSize;
  figures: Uint16Array;
}

/** Judges by sampled shingles and figures. The shares are those of the samples; the score is a rank, not a probability. */
export function decideBySample(a: Trace, b: Trace, shared: number): Decision {
  const sizes = sampledSizes(a.sample, b.sample);
  const containment = { aInB: shareOf(shared, sizes.a), bInA: shareOf(shared, sizes.b) };
  const most = Math.max(containment.aInB, containment.bInA);
  const figures = sharedFigures(a.figures, b.figures) ?? 1;
  const enough = most >= SAMPLE_SAME.containment && shared >= SAMPLE_SAME.shared;
  const same = enough && figures >= SAMPLE_SAME.figures;
  const verdict = same ? "near-duplicate" : enough ? "template" : most >= SAMPLE_PARTIAL ? "partial" : "different";
  // Half for the doubt: below .5 where it is no version, at most .9 where it is one.
  const score = same ? 0.5 + 0.4 * most * figures : Math.min(0.49, 0.5 * most * figures);
  const resemblance = shareOf(shared, sizes.a + sizes.b - shared);
  return { verdict, score, resemblance, containment, same, evidence: "sample" };
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

/** For texts that have the same words. */
export function sameWords(): Decision {
  return {
    verdict: "identical",
    score: 1,
    resemblance: 1,
    containment: { aInB: 1, bInA: 1 },
    same: true,
    evidence: "words",
  };
}

/** The same decision seen from the other article. */
export function turned(decision: Decision): Decision {
  return { ...decision, containment: swapped(decision.containment) };
}

function swapped({ aInB, bInA }: { aInB: number; bInA: number }): { aInB: number; bInA: number } {
  return { aInB: bInA, bInA: aInB };
}
