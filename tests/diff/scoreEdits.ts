/**
 * Holds the edits of a diff against labelled ones.
 *
 * The matching rule: a label is matched with the edit that overlaps it most, measured as Dice's share of their
 * characters on both sides (twice what they share, by what they hold together); where two overlap alike, the first in
 * reading order counts. Overlap, not equality, since a label is trimmed to the smallest words a desk editor would name.
 * `moved`, `split` and `merged` name whole paragraphs and hold other edits, so they are matched among themselves and the
 * rest among the rest. One edit may answer several labels (a clause rewritten in one go), and is right for those whose
 * kind it has. A label that no edit overlaps is missed, and counts as wrong in kind and in substance.
 */
import type { Span } from "../../src/article.js";
import type { Edit, EditKind, StoryDiff } from "../../src/diff/edits.js";

export interface LabelledEdit {
  a?: string;
  b?: string;
  /** A stretch in which the words stand, where they stand more than once in the text. */
  aContext?: string;
  bContext?: string;
  kind: EditKind;
  substantive: boolean;
}

export interface Judged {
  label: LabelledEdit;
  /** The edit it was matched with, if any. */
  edit: Edit | undefined;
}

const BLOCK_KINDS: ReadonlySet<EditKind> = new Set<EditKind>(["moved", "split", "merged"]);

/** Each label with the edit of the diff that answers it. */
export function judge(diff: StoryDiff, textA: string, textB: string, labels: readonly LabelledEdit[]): Judged[] {
  return labels.map((label) => {
    const a = spanOf(textA, label.a, label.aContext);
    const b = spanOf(textB, label.b, label.bContext);
    let edit: Edit | undefined;
    let most = 0;
    for (const candidate of diff.edits) {
      if (BLOCK_KINDS.has(candidate.kind) !== BLOCK_KINDS.has(label.kind)) continue;
      const share = dice(candidate, a, b);
      if (share > most) {
        most = share;
        edit = candidate;
      }
    }
    return { label, edit };
  });
}

/** Edits of the diff that no label overlaps: what a reader would call noise. */
export function unlabelled(diff: StoryDiff, textA: string, textB: string, labels: readonly LabelledEdit[]): Edit[] {
  const spans = labels.map((label) => ({
    a: spanOf(textA, label.a, label.aContext),
    b: spanOf(textB, label.b, label.bContext),
  }));
  return diff.edits.filter((edit) => spans.every(({ a, b }) => dice(edit, a, b) === 0));
}

/** Shares of labels answered with the right kind, and with the right substance. */
export function accuracy(judged: readonly Judged[]): { kind: number; substantive: number } {
  const share = (right: (one: Judged) => boolean) => judged.filter(right).length / judged.length;
  return {
    kind: share(({ label, edit }) => edit?.kind === label.kind),
    substantive: share(({ label, edit }) => edit?.substantive === label.substantive),
  };
}

function spanOf(text: string, part: string | undefined, context: string | undefined): Span | undefined {
  if (part === undefined) return undefined;
  const from = context === undefined ? 0 : text.indexOf(context);
  const start = from < 0 ? -1 : text.indexOf(part, from);
  return start < 0 ? undefined : { start, end: start + part.length };
}

function dice(edit: Edit, a: Span | undefined, b: Span | undefined): number {
  const shared = sharedBy(edit.a, a) + sharedBy(edit.b, b);
  return shared === 0 ? 0 : (2 * shared) / (sizeOf(edit.a) + sizeOf(edit.b) + sizeOf(a) + sizeOf(b));
}

function sharedBy(one: Span | undefined, two: Span | undefined): number {
  return one && two ? Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start)) : 0;
}

function sizeOf(span: Span | undefined): number {
  return span ? span.end - span.start : 0;
}
