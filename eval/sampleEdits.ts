/**
 * Draws edits of real near-duplicate pairs to be judged by reading: `node eval/run.mjs sampleEdits.ts --seed 1 --count 60`.
 *
 * Prints each edit's place in both texts with what stands around it, and not what the library called it, so that the
 * judge cannot lean on it. Drawn by kind, each kind in proportion to the root of its number: of commas there are many,
 * of negations few; with `--plain` each edit has the same chance. Of one pair no more than `--most` are drawn, lest it
 * be a sample of that pair. With `--label partial` it draws from pairs that share passages, and there only from paragraphs
 * that have an answer, for what came or went whole is most of the rest. Pairs of which an edit was judged already (`judgedEdits.json`) are
 * left out; with `--seen` they are in, but for what was judged, and with `--again` with what was judged.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import type { Span } from "../src/article.js";
import { diff } from "../src/diff/diff.js";
import type { Edit } from "../src/diff/edits.js";
import { dataFolder, loadSets, type Pair } from "./data.js";
import { idOf, loadJudged, placeOf } from "./judgements.js";
import { overlap } from "./matchEdits.js";

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "60" },
    around: { type: "string", default: "220" },
    seen: { type: "boolean", default: false },
    again: { type: "boolean", default: false },
    plain: { type: "boolean", default: false },
    most: { type: "string", default: "3" },
    label: { type: "string", default: "near-duplicate" },
  },
});

interface Drawn {
  pair: Pair;
  set: string;
  edit: Edit;
}

/** Mulberry32: chance that is the same in every run. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

/** Puts up to `open` more of `from` into `drawn`, in their order, and no more of one pair than `--most` in all. */
function draw(drawn: Drawn[], from: readonly Drawn[], open: number): void {
  const full = drawn.length + open;
  for (const one of from) {
    if (drawn.length >= full) return;
    const ofPair = drawn.filter(({ pair }) => pair.id === one.pair.id);
    if (ofPair.length < Number(options.most) && !ofPair.includes(one)) drawn.push(one);
  }
}

/** Every edit with the same chance. */
function drawPlainly(all: readonly Drawn[], count: number, random: () => number): Drawn[] {
  const drawn: Drawn[] = [];
  draw(drawn, shuffled(all, random), count);
  return drawn;
}

/** As many of each kind as its share of the roots gives, one at least. */
function drawByKind(all: readonly Drawn[], count: number, random: () => number): Drawn[] {
  const byKind = new Map<string, Drawn[]>();
  for (const one of shuffled(all, random)) {
    const list = byKind.get(one.edit.kind) ?? [];
    byKind.set(one.edit.kind, [...list, one]);
  }
  const roots = [...byKind.values()].reduce((sum, list) => sum + Math.sqrt(list.length), 0);
  const drawn: Drawn[] = [];
  for (const list of [...byKind.values()].sort((x, y) => x.length - y.length))
    draw(
      drawn,
      list,
      Math.min(Math.max(1, Math.round((count * Math.sqrt(list.length)) / roots)), count - drawn.length),
    );
  draw(drawn, shuffled(all, random), count - drawn.length);
  return shuffled(drawn, random);
}

function around(text: string, span: Span | undefined, at: number, reach: number): string {
  const { start, end } = span ?? { start: at, end: at };
  const inner = text.slice(start, end);
  const shown = inner.length > 900 ? `${inner.slice(0, 450)} [… ${inner.length - 900} …] ${inner.slice(-450)}` : inner;
  return `${text.slice(Math.max(0, start - reach), start)}⟦${shown}⟧${text.slice(end, end + reach)}`;
}

const judged = loadJudged();
const isOpen = (id: string): boolean => options.seen || options.again || !judged.some((one) => one.pair === id);
const isNew = (id: string, edit: Edit): boolean =>
  options.again || !judged.some((one) => one.pair === id && overlap(edit, placeOf(one)) > 0);
const all = loadSets(dataFolder(options.data))
  .filter((set) => set.real)
  .flatMap((set) =>
    set.pairs
      .filter((pair) => pair.label === options.label && isOpen(idOf(set.name, pair)))
      .flatMap((pair) =>
        diff(pair.a, pair.b)
          .blocks.filter(({ a, b }) => options.label === "near-duplicate" || (a.length > 0 && b.length > 0))
          .flatMap(({ edits }) => edits)
          .filter((edit) => isNew(idOf(set.name, pair), edit))
          .map((edit): Drawn => ({ pair, set: set.name, edit })),
      ),
  );
const drawn = (options.plain ? drawPlainly : drawByKind)(all, Number(options.count), chance(Number(options.seed)));
console.log(`${drawn.length} of ${all.length} edits in ${new Set(all.map(({ pair }) => pair.id)).size} pairs`);
for (const [i, { pair, set, edit }] of drawn.entries()) {
  console.log(`\n===== ${i + 1}  ${idOf(set, pair)}  a ${spanText(edit.a)}  b ${spanText(edit.b)}`);
  console.log(`A: ${around(pair.a.text, edit.a, edit.at.a, Number(options.around))}`);
  console.log(`B: ${around(pair.b.text, edit.b, edit.at.b, Number(options.around))}`);
}
process.exitCode = drawn.length === Number(options.count) ? 0 : 1;

function spanText(span: Span | undefined): string {
  return span ? `${span.start}-${span.end}` : "-";
}
