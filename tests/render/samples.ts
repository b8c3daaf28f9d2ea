// Results made by hand, so that the room is tested alone: what is shown, not what is found.
import type { Span } from "../../src/article.js";
import type { Comparison } from "../../src/compare/verdict.js";
import type { Block, Edit, EditKind, StoryDiff } from "../../src/diff/edits.js";
import { markOf } from "../../src/diff/script.js";

/** Where a piece of text stands. */
export function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" is not in the text`);
  return { start, end: start + part.length };
}

const STYLE = new Set<EditKind>(["spelling", "punctuation", "honorific", "wording", "reordered", "moved", "merged"]);

/** An edit from the words of both texts; "" where there are none. */
export function editOf(kind: EditKind, a: string, b: string, gone: string, came: string): Edit {
  const spanA = gone === "" ? undefined : spanOf(a, gone);
  const spanB = came === "" ? undefined : spanOf(b, came);
  const at = {
    a: spanA?.start ?? placeIn(a, b.slice(0, spanB?.start)),
    b: spanB?.start ?? placeIn(b, a.slice(0, spanA?.start)),
  };
  const edit: Edit = { kind, substantive: !STYLE.has(kind), at };
  if (spanA) edit.a = spanA;
  if (spanB) edit.b = spanB;
  return edit;
}

/** Where words would stand in a text that stand behind `before` in the other: behind the longest end of it that both have. */
function placeIn(text: string, before: string): number {
  const words = before.trimEnd();
  for (let from = 0; from < words.length; from++) {
    const found = text.indexOf(words.slice(from));
    const end = found + words.length - from;
    if (found >= 0) return text[end] === " " && words !== before ? end + 1 : end;
  }
  return 0;
}

/** One edited paragraph, the whole of both texts. */
export function oneParagraph(a: string, b: string, edits: Edit[]): StoryDiff {
  return diffOf([{ kind: "edited", a: [{ start: 0, end: a.length }], b: [{ start: 0, end: b.length }], edits }]);
}

/** A diff with no more than its blocks. */
export function diffOf(blocks: Block[]): StoryDiff {
  return {
    blocks,
    edits: blocks.flatMap((block) => block.edits),
    facts: [],
    script: [],
    from: { length: 0, checksum: 0 },
    complete: true,
  };
}

export const before = [
  "The ferry Lady Maren ran aground off Calder on Monday with 312 people aboard.",
  "“We felt a knock,” Captain Ruth Vane said.",
  "The ship was built in 1991.",
  "Sailings resume toward the weekend, Mr. Holt said, on condition of anonymity.",
  "Fog was thick.",
].join("\n\n");

export const after = [
  "The ferry Lady Maren ran aground off Calder on Monday with 318 people aboard.",
  "The ship was built in 1991.",
  "Sailings resume towards the weekend, Mr Holt said.",
  "“We felt a knock,” Captain Ruth Vane said.",
  "Two tugs pulled it free at noon.",
].join("\n\n");

const edit = (kind: EditKind, gone: string, came: string): Edit => editOf(kind, before, after, gone, came);
const paragraph = (text: string, begins: string): Span => {
  const { start } = spanOf(text, begins);
  const end = text.indexOf("\n\n", start);
  return { start, end: end < 0 ? text.length : end };
};

/** One of everything: edited twice, kept, moved, removed, added. */
export const ferry: StoryDiff = {
  ...diffOf([
    {
      kind: "edited",
      a: [paragraph(before, "The ferry")],
      b: [paragraph(after, "The ferry")],
      edits: [edit("number", "312", "318")],
    },
    { kind: "kept", a: [paragraph(before, "The ship")], b: [paragraph(after, "The ship")], edits: [] },
    {
      kind: "edited",
      a: [paragraph(before, "Sailings")],
      b: [paragraph(after, "Sailings")],
      edits: [
        edit("spelling", "toward", "towards"),
        edit("honorific", "Mr.", "Mr"),
        edit("dropped", ", on condition of anonymity", ""),
      ],
    },
    {
      kind: "moved",
      a: [paragraph(before, "“We")],
      b: [paragraph(after, "“We")],
      edits: [
        {
          kind: "moved",
          substantive: false,
          a: paragraph(before, "“We"),
          b: paragraph(after, "“We"),
          at: { a: paragraph(before, "“We").start, b: paragraph(after, "“We").start },
        },
      ],
    },
    { kind: "removed", a: [paragraph(before, "Fog")], b: [], edits: [edit("dropped", "Fog was thick.", "")] },
    {
      kind: "added",
      a: [],
      b: [paragraph(after, "Two tugs")],
      edits: [edit("added", "", "Two tugs pulled it free at noon.")],
    },
  ]),
  facts: [
    {
      kind: "number",
      change: "changed",
      a: { ...spanOf(before, "312"), text: "312" },
      b: { ...spanOf(after, "318"), text: "318" },
    },
    { kind: "number", change: "added", b: { ...spanOf(after, "Two"), text: "Two" } },
  ],
};

export const near: Comparison = {
  verdict: "near-duplicate",
  sameStory: true,
  score: 0.9768,
  resemblance: 0.6,
  containment: { aInB: 0.996, bInA: 0.41 },
  passages: [
    { a: spanOf(before, "The ship was built in 1991."), b: spanOf(after, "The ship was built in 1991."), words: 6 },
    { a: spanOf(before, "The ferry Lady Maren ran"), b: spanOf(after, "The ferry Lady Maren ran"), words: 5 },
  ],
  reasons: [
    { code: "copied", value: 0.996, text: "Nearly all of the first text stands in the second." },
    { code: "facts-kept", value: 1, text: "One figure changed; the rest of the facts stand." },
  ],
};

/** A diff written by hand, as if it had been made of these texts. */
export function sealed(diff: StoryDiff, a: string, b: string): StoryDiff {
  return { ...diff, script: b === "" ? [] : [b], from: markOf(a) };
}
