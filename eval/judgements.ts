/**
 * Edits of real near-duplicate pairs that were judged by reading, held against what `diff` says of them.
 *
 * In: `judgedEdits.json`, ids and offsets without text, in samples drawn by `sampleEdits.ts`; the kind was written down
 * by the rules of docs/edits.md before anybody looked at what the library said. Out: how often `diff` agrees, by sample.
 */
import { readFileSync } from "node:fs";
import type { Span } from "../src/article.js";
import { diff } from "../src/diff/diff.js";
import type { Edit, EditKind } from "../src/diff/edits.js";
import type { Pair, PairSet } from "./data.js";
import type { Figures } from "./evaluate.js";
import { matchEdit, overlap, type Place } from "./matchEdits.js";

const FILE = "eval/judgedEdits.json";
/** How the samples are called among the sets: "judged edits 1". */
export const JUDGED = "judged edits ";

/** One judgement. */
export interface JudgedEdit {
  /** Set and pair: `abp/a~b`. */
  pair: string;
  /** 1 was in view when the classifier was mended, later ones were drawn afterwards. */
  sample: number;
  a?: [number, number];
  b?: [number, number];
  /** "none" where the two texts do not differ, and the diff named an edit. */
  kind: EditKind | "none";
  substantive: boolean;
}

/** A judgement with what the library says of the place. */
export interface Answered {
  judged: JudgedEdit;
  pair: Pair;
  edit: Edit | undefined;
}

/** How much of a place an edit must hold to be the one that should not be there. */
const SAME_PLACE = 0.5;

/** How a judgement names its pair. */
export function idOf(set: string, pair: Pair): string {
  return `${set}/${pair.id}`;
}

export function loadJudged(): JudgedEdit[] {
  return JSON.parse(readFileSync(FILE, "utf8")) as JudgedEdit[];
}

/** What the library says of each judged place whose pair is there. */
export function answerJudged(sets: readonly PairSet[], judged: readonly JudgedEdit[]): Answered[] {
  const pairs = new Map(sets.flatMap((set) => set.pairs.map((pair) => [idOf(set.name, pair), pair])));
  const editsOf = new Map<string, Edit[]>();
  return judged.flatMap((one) => {
    const pair = pairs.get(one.pair);
    if (!pair) return [];
    const edits = editsOf.get(one.pair) ?? diff(pair.a, pair.b).edits;
    editsOf.set(one.pair, edits);
    return [{ judged: one, pair, edit: matchEdit(candidates(edits, one), one.kind, placeOf(one)) }];
  });
}

/** Where nothing differs, only an edit of that very place is wrong. */
function candidates(edits: readonly Edit[], one: JudgedEdit): readonly Edit[] {
  return one.kind === "none" ? edits.filter((edit) => overlap(edit, placeOf(one)) >= SAME_PLACE) : edits;
}

/** Where it stands. */
export function placeOf({ a, b }: JudgedEdit): Place {
  return { a: spanOf(a), b: spanOf(b) };
}

function spanOf(range: [number, number] | undefined): Span | undefined {
  return range && { start: range[0], end: range[1] };
}

export function isKindRight({ judged, edit }: Answered): boolean {
  return (edit?.kind ?? "none") === judged.kind;
}

/** A difference that the diff passes over is wrong in substance, too. */
export function isSubstanceRight({ judged, edit }: Answered): boolean {
  return judged.kind === "none" ? !edit?.substantive : edit?.substantive === judged.substantive;
}

/** The figures of each sample. */
export function judgedFigures(answered: readonly Answered[]): Record<string, Figures> {
  const samples = [...new Set(answered.map(({ judged }) => judged.sample))].sort();
  const figures = samples.map((sample) => {
    const own = answered.filter(({ judged }) => judged.sample === sample);
    const share = (right: (one: Answered) => boolean) => own.filter(right).length / own.length;
    return [`${JUDGED}${sample}`, { editKind: share(isKindRight), editSubstance: share(isSubstanceRight) }];
  });
  return Object.fromEntries(figures) as Record<string, Figures>;
}
