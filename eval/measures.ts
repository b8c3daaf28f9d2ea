/** The library's own evidence about a pair, as numbers for fitting: what `src/compare/verdict.ts` weighs. */
import type { Article } from "../src/article.js";
import { sideOf } from "../src/compare/compare.js";
import { gatherEvidence } from "../src/compare/evidence.js";
import { align } from "../src/diff/align.js";
import { readInput } from "../src/extract/input.js";

export function measure(first: Article, second: Article): Record<string, number> {
  const a = sideOf(readInput(first));
  const b = sideOf(readInput(second));
  const { aIsShorter: _, ...evidence } = gatherEvidence(a, b, align(a.words, b.words));
  return { ...evidence, logNarrative: Math.log1p(evidence.narrative) };
}
