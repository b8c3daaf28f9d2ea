/**
 * Finds the edit of a diff that answers a labelled one.
 *
 * The rule: a label is matched with the edit that overlaps it most, measured as Dice's share of their characters on both
 * sides (twice what they share, by what they hold together); where two overlap alike, the first in reading order counts.
 * Overlap, not equality, since a label is trimmed to the smallest words a desk editor would name. `moved`, `split` and
 * `merged` name whole paragraphs and hold other edits, so they are matched among themselves and the rest among the rest;
 * a paragraph may be moved and merged at once, and then the label finds its own kind.
 */
import type { Span } from "../src/article.js";
import type { Edit, EditKind } from "../src/diff/edits.js";

const BLOCK_KINDS: ReadonlySet<string> = new Set<EditKind>(["moved", "split", "merged"]);

/** Where a labelled edit stands; a side is missing where its text has nothing. */
export interface Place {
  a: Span | undefined;
  b: Span | undefined;
}

/** The edit that overlaps a place most, among those of the label's sort, if any does. */
export function matchEdit(edits: readonly Edit[], kind: string, place: Place): Edit | undefined {
  let best: Edit | undefined;
  let most = 0;
  for (const edit of edits) {
    if (BLOCK_KINDS.has(edit.kind) !== BLOCK_KINDS.has(kind)) continue;
    const share = overlap(edit, place);
    const own = share === most && edit.kind === kind && BLOCK_KINDS.has(kind);
    if (share > most || (own && share > 0)) {
      most = share;
      best = edit;
    }
  }
  return best;
}

/** Dice's share of the characters of an edit and a place, 0 to 1. */
export function overlap(edit: Edit, { a, b }: Place): number {
  const shared = sharedBy(edit.a, a) + sharedBy(edit.b, b);
  return shared === 0 ? 0 : (2 * shared) / (sizeOf(edit.a) + sizeOf(edit.b) + sizeOf(a) + sizeOf(b));
}

function sharedBy(one: Span | undefined, two: Span | undefined): number {
  return one && two ? Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start)) : 0;
}

function sizeOf(span: Span | undefined): number {
  return span ? span.end - span.start : 0;
}
