import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { LabelledEdit } from "../eval/scoreEdits.js";
import type { EditKind, StyleKind, SubstantiveKind } from "../src/diff/edits.js";

/**
 * The labelled edits are the measure of the classifier, so they are held to their own rules here: every label is
 * found at one place, the kinds are all well represented, and once the labelled spans are taken out of both texts
 * nothing differs any more: no edit went unlabelled. The rules of labelling stand in docs/edits.md.
 */

interface ExplainedEdit extends LabelledEdit {
  /** Of our own pairs alone. */
  why?: string;
}

interface Text {
  title: string;
  text: string;
}

interface Pair {
  id: string;
  language: string;
  about: string;
  a: Text;
  b: Text;
  edits: ExplainedEdit[];
}

interface LabelledSpan {
  kind: EditKind;
  start: number;
  end: number;
}

type Side = "a" | "b";
const sides: Side[] = ["a", "b"];

const style: Record<StyleKind, false> = {
  spelling: false,
  inflection: false,
  punctuation: false,
  capitalization: false,
  typography: false,
  honorific: false,
  abbreviation: false,
  "number-form": false,
  "date-form": false,
  "unit-conversion": false,
  dateline: false,
  credit: false,
  wording: false,
  reordered: false,
  moved: false,
  split: false,
  merged: false,
};

const substance: Record<SubstantiveKind, true> = {
  number: true,
  date: true,
  name: true,
  place: true,
  quotation: true,
  attribution: true,
  negation: true,
  added: true,
  dropped: true,
};

const isSubstantive: Record<EditKind, boolean> = { ...style, ...substance };

/** These name whole paragraphs, and further edits may stand inside them. */
const wholeParagraphs = new Set<EditKind>(["moved", "split", "merged"]);

const testData = join(dirname(fileURLToPath(import.meta.url)), "..", "test-data");

function read(folder: string): { files: string[]; pairs: Pair[] } {
  const files = readdirSync(join(testData, folder))
    .filter((name) => name.endsWith(".json"))
    .sort();
  return { files, pairs: files.map((name): Pair => JSON.parse(readFileSync(join(testData, folder, name), "utf8"))) };
}

const { files, pairs } = read("edits");
const later = read("edits-later");
const edits = pairs.flatMap((pair) => pair.edits);

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}

/** Where a snippet stands: it, or the context it is given in, occurs once in the text. */
function locate(text: string, snippet: string, context = snippet): { start: number; end: number } {
  expect(occurrences(text, context), `"${context}" in the text`).toBe(1);
  expect(occurrences(context, snippet), `"${snippet}" in its context`).toBe(1);
  const start = text.indexOf(context) + context.indexOf(snippet);
  return { start, end: start + snippet.length };
}

/** The labelled spans of one side, in the order of the labels. */
function spans(pair: Pair, side: Side): LabelledSpan[] {
  const found: LabelledSpan[] = [];
  for (const edit of pair.edits) {
    const snippet = edit[side];
    if (snippet === undefined) continue;
    const context = side === "a" ? edit.aContext : edit.bContext;
    found.push({ kind: edit.kind, ...locate(pair[side].text, snippet, context) });
  }
  return found;
}

/** What no label covers, without white space: the text that stays in place, and each moved paragraph. */
function remainder(pair: Pair, side: Side): { stays: string; moves: string[] } {
  const units = pair[side].text.split("");
  const labelled = spans(pair, side);
  for (const { kind, start, end } of labelled) if (!wholeParagraphs.has(kind)) units.fill("", start, end);
  const moves: string[] = [];
  for (const { kind, start, end } of labelled) {
    if (kind !== "moved") continue;
    moves.push(units.slice(start, end).join("").replace(/\s+/gu, ""));
    units.fill("", start, end);
  }
  return { stays: units.join("").replace(/\s+/gu, ""), moves };
}

describe("the labelled edits", () => {
  it("are enough: 22 pairs and 190 edits, 16 pairs in English and six languages beside it", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(22);
    expect(edits.length).toBeGreaterThanOrEqual(190);
    expect(pairs.filter((pair) => pair.language === "en").length).toBeGreaterThanOrEqual(16);
    expect(new Set(pairs.map((pair) => pair.language)).size).toBeGreaterThanOrEqual(7);
  });

  it.each(Object.keys(isSubstantive))("show the kind %s at least five times, in two pairs or more", (kind) => {
    expect(edits.filter((edit) => edit.kind === kind).length).toBeGreaterThanOrEqual(5);
    expect(pairs.filter((pair) => pair.edits.some((edit) => edit.kind === kind)).length).toBeGreaterThanOrEqual(2);
  });

  it("stand in a file named by the id of the pair", () => {
    expect(pairs.map((pair) => `${pair.id}.json`)).toEqual(files);
    expect(later.pairs.map((pair) => `${pair.id}.json`)).toEqual(later.files);
  });
});

describe.each([...pairs, ...later.pairs])("the pair $id", (pair) => {
  it("says what it is about, and each edit has a kind, the substance of that kind and a reason", () => {
    for (const said of [pair.language, pair.about, pair.a.title, pair.b.title, pair.a.text, pair.b.text])
      expect(said.trim()).not.toBe("");
    for (const edit of pair.edits) {
      expect(Object.keys(isSubstantive)).toContain(edit.kind);
      expect(edit.substantive).toBe(isSubstantive[edit.kind]);
      if (pairs.includes(pair)) expect(edit.why?.length).toBeGreaterThan(3);
      expect(edit.a ?? edit.b).toBeTruthy();
      if (edit.kind === "added") expect(edit.a).toBeUndefined();
      if (edit.kind === "dropped") expect(edit.b).toBeUndefined();
      if (!wholeParagraphs.has(edit.kind)) expect(edit.a).not.toBe(edit.b);
    }
  });

  it("names whole paragraphs where one moved, was split or merged", () => {
    for (const edit of pair.edits.filter(({ kind }) => wholeParagraphs.has(kind))) {
      const named = sides.map((side) => (edit[side] ?? "").split("\n\n"));
      for (const [at, side] of sides.entries())
        expect(pair[side].text.split("\n\n")).toEqual(expect.arrayContaining(named[at]));
      if (edit.kind === "split") expect(named.map(({ length }) => length)).toEqual([1, 2]);
      if (edit.kind === "merged") expect(named.map(({ length }) => length)).toEqual([2, 1]);
    }
  });

  it("has no two labels on the same words", () => {
    for (const side of sides) {
      // Words that changed places may have changed themselves, too.
      const inline = spans(pair, side).filter(({ kind }) => !wholeParagraphs.has(kind) && kind !== "reordered");
      inline.sort((one, other) => one.start - other.start);
      let free = 0;
      for (const { start, end } of inline) {
        expect(start).toBeGreaterThanOrEqual(free);
        free = end;
      }
    }
  });

  it("has a label on every difference", () => {
    expect(remainder(pair, "b")).toEqual(remainder(pair, "a"));
  });
});
