import type { Span } from "../article.js";

/** Kinds of edit that change how a thing is said. Never substantive. */
export type StyleKind =
  | "spelling"
  | "inflection"
  | "punctuation"
  | "capitalization"
  | "typography"
  | "honorific"
  | "abbreviation"
  | "number-form"
  | "date-form"
  | "unit-conversion"
  | "dateline"
  | "credit"
  | "wording"
  | "reordered"
  | "moved"
  | "split"
  | "merged";

/** Kinds of edit that change what a reader learns. Always substantive. */
export type SubstantiveKind =
  | "number"
  | "date"
  | "name"
  | "place"
  | "quotation"
  | "attribution"
  | "negation"
  | "added"
  | "dropped";

/** What an edit does; docs/edits.md has each with an example. */
export type EditKind = StyleKind | SubstantiveKind;

/** One aligned difference between two versions. */
export interface Edit {
  kind: EditKind;
  /** Whether it changes what a reader learns. */
  substantive: boolean;
  /** Where it stands in the first text; absent when the second text adds matter. */
  a?: Span;
  /** Where it stands in the second text; absent when the second text drops matter. */
  b?: Span;
  /**
   * The offset in each text, as given, where the edit stands: where its span starts or, on a side without a span, where
   * the words would stand.
   */
  at: { a: number; b: number };
}

/** Paragraphs of both texts that belong together. */
export interface Block {
  /** `moved` blocks may carry edits too. */
  kind: "kept" | "edited" | "moved" | "added" | "removed";
  /** Paragraphs of the first text: none when added, several when merged. */
  a: Span[];
  /** Paragraphs of the second text: none when removed, several when split. */
  b: Span[];
  /** The edits inside this block, in reading order of the second text. */
  edits: Edit[];
}

/** A fact that changed between two versions, came (`b` only) or went (`a` only). */
export interface FactChange {
  kind: "number" | "date" | "name" | "quote" | "attribution";
  change: "changed" | "added" | "dropped";
  a?: Span & { text: string };
  b?: Span & { text: string };
}

/** One step of a {@link StoryDiff.script}: copy `a.slice(start, end)`, or insert a string. */
export type Step = Span | string;

/** What an editor changed between two versions of a story. */
export interface StoryDiff {
  /** Paragraphs aligned, in reading order of the second text; removed ones where they stood. */
  blocks: Block[];
  /** Every difference of the two bodies, in the order of the blocks. */
  edits: Edit[];
  /** Facts that changed, came or went. */
  facts: FactChange[];
  /** Builds the second text, as given, from the first: see `apply`. */
  script: Step[];
  /** Marks of the first text, as given, by which `apply` knows it again. */
  from: { length: number; checksum: number };
  /** False when the work budget ended the search early: the diff is still right, only coarser. */
  complete: boolean;
}
