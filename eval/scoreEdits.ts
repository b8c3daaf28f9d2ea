/**
 * Holds the edits of a diff against labelled ones; matchEdits.ts has the matching rule. One edit may answer several
 * labels (a clause rewritten in one go), and is right for those whose kind it has. A label that no edit overlaps is
 * missed, and counts as wrong in kind and in substance.
 */

import type { Span } from "../src/article.js";
import type { Edit, EditKind, StoryDiff } from "../src/diff/edits.js";
import { matchEdit, overlap, type Place } from "./matchEdits.js";

export interface LabelledEdit {
  a?: string;
  b?: string;
  /** A stretch in which the words stand, where they stand more than once in the text. */
  aContext?: string;
  bContext?: string;
  kind: EditKind;
  substantive: boolean;
}

/** Two versions of an invented story with every edit labelled, as in `test-data/edits`. */
export interface LabelledPair {
  a: { title: string; text: string };
  b: { title: string; text: string };
  edits: LabelledEdit[];
}

export interface Judged {
  label: LabelledEdit;
  /** The edit it was matched with, if any. */
  edit: Edit | undefined;
}

/** Each label with the edit of the diff that answers it. */
export function judge(diff: StoryDiff, textA: string, textB: string, labels: readonly LabelledEdit[]): Judged[] {
  return labels.map((label) => ({
    label,
    edit: matchEdit(diff.edits, label.kind, placeOf(textA, textB, label)),
  }));
}

/** Edits of the diff that no label overlaps: what a reader would call noise. */
export function unlabelled(diff: StoryDiff, textA: string, textB: string, labels: readonly LabelledEdit[]): Edit[] {
  const places = labels.map((label) => placeOf(textA, textB, label));
  return diff.edits.filter((edit) => places.every((place) => overlap(edit, place) === 0));
}

/** Shares of labels answered with the right kind, and with the right substance. */
export function accuracy(judged: readonly Judged[]): { kind: number; substantive: number } {
  const share = (right: (one: Judged) => boolean) => judged.filter(right).length / judged.length;
  return {
    kind: share(({ label, edit }) => edit?.kind === label.kind),
    substantive: share(({ label, edit }) => edit?.substantive === label.substantive),
  };
}

function placeOf(textA: string, textB: string, label: LabelledEdit): Place {
  return { a: spanOf(textA, label.a, label.aContext), b: spanOf(textB, label.b, label.bContext) };
}

function spanOf(text: string, part: string | undefined, context: string | undefined): Span | undefined {
  if (part === undefined) return undefined;
  const from = context === undefined ? 0 : text.indexOf(context);
  const start = from < 0 ? -1 : text.indexOf(part, from);
  return start < 0 ? undefined : { start, end: start + part.length };
}
