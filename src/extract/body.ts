/**
 * Blocks of a page in; out the numbers of those that are the article's body. Two logistic looks: each block by itself
 * and its place, then again in the light of what the first look said of the blocks and elements around it.
 */
import type { Block } from "./blocks.js";
import { BLOCK_FEATURES, blockFeatures, CONTEXT_FEATURES, contextFeatures, contextOf } from "./bodyFeatures.js";
import { APART, type Measured, measureBlocks } from "./bodyMeasures.js";
import type { BodyModel } from "./bodyModel.js";
import { Zone } from "./zones.js";

/** Probability of each block to be body. */
export function bodyScores(page: Measured, model: BodyModel): Float64Array {
  const first = firstScores(page, model.first);
  const context = contextOf(page, first);
  const row = new Float64Array(CONTEXT_FEATURES);
  return first.map((_, i) => {
    contextFeatures(page, context, i, row);
    return logistic(row, model.second);
  });
}

export function firstScores(page: Measured, coefficients: Float64Array): Float64Array {
  const row = new Float64Array(BLOCK_FEATURES);
  return Float64Array.from(page.blocks, (_, i) => {
    blockFeatures(page, i, row);
    return logistic(row, coefficients);
  });
}

function logistic(row: Float64Array, coefficients: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += row[k] * coefficients[k];
  return 1 / (1 + Math.exp(-sum));
}

/** Numbers of the blocks that are body. Where none is likely, as on a page of one line, the running text is taken. */
export function bodyBlocks(blocks: readonly Block[], declaredBody: string | undefined, model: BodyModel): number[] {
  const page = measureBlocks(blocks, declaredBody);
  const scores = bodyScores(page, model);
  const found = [...scores.keys()].filter((i) => scores[i] >= model.threshold && !isFurniture(page, i));
  return found.length > 0 ? found : runningText(page);
}

/** What the innermost elements say outright, unless most of the page stands in them. Worth .002 of F1, and plain to see. */
const FURNITURE =
  Zone.control | Zone.form | Zone.subscribe | Zone.share | Zone.comments | Zone.caption | Zone.hidden | Zone.consent;

function isFurniture({ blocks, lines, near }: Measured, i: number): boolean {
  return (near[i] & FURNITURE) !== 0 || blocks[i]?.tag === "h1" || lines.cue[i] !== 0;
}

function runningText({ blocks, shape, linked, zones }: Measured): number[] {
  const apart = (i: number) => linked[i] >= 0.5 || (zones[i] & APART) !== 0;
  const numbers = [...blocks.keys()].filter((i) => !apart(i));
  const running = numbers.filter((i) => shape.paragraph[i] === 1);
  return running.length > 0 ? running : numbers.filter((i) => blocks[i]?.tag === "p");
}
