/** `StoryIndex` on a made feed: speed and room by size, and how many of the true pairs it puts together. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LshIndex } from "minhash";
import { StoryIndex } from "../src/index.js";
import { type Made, makeFeed } from "./feed.js";
import { type Answers, answersOf, type Filled, fill, storiesOf } from "./filledIndex.js";
import { stretches } from "./madeFeed.js";
import { distIsOld, OLD, processTime } from "./packaging.js";
import type { Measurement, Row, Subject } from "./row.js";
import { minhashOf } from "./sketchers.js";
import { feedTexts, someOf } from "./texts.js";
import { memoryUsed, processorTime } from "./timing.js";

/** Articles of each kind that the index is asked about. */
const ASKED = 400;
/** The share of the feed that is let go by its age. */
const EXPIRED = 0.1;
const SNAPSHOTS = 3;
/** The index is filled once before it is measured, so that the engine has compiled it: with so many articles. */
const WARM_UP = { whole: 1500, quick: 500 };
/** A quick run makes its feed from fewer texts: to cut all up takes a second. */
const FEW_TEXTS = 300;
/** Another feed, of the same kind and with nothing in common. */
const OTHER_SEED = 99;

export const ADD = "add a new story";
export const MATCH = "match a new story";
export const READ = "read a snapshot";
export const ROOM = "room, all told";

export const indexes: Subject = {
  name: "index",
  title: "The index, of one article in a feed",
  measurements: [
    { ...sized("1k", 1000), when: "quick" },
    { ...sized("10k", 10_000), when: "whole" },
    { ...sized("100k", 100_000), when: "whole" },
    { ...sized("1M", 1_000_000), when: "million" },
    { name: "minhash", measure: ({ quick }) => peerRows(quick ? 200 : 600) },
  ],
};

/** Name of the work, in the tables and in the goals. */
export function indexWork(what: string, size: string): string {
  return `${size}: ${what}`;
}

function sized(size: string, count: number): Measurement {
  return {
    name: size,
    measure: ({ quick }) => {
      const texts = quick ? someOf(feedTexts(), FEW_TEXTS) : feedTexts();
      fill(texts, quick ? WARM_UP.quick : WARM_UP.whole, {}, 0);
      return [...measured(texts, size, count), roomWithoutTexts(texts, size, count)];
    },
  };
}

function measured(texts: readonly string[], size: string, count: number): Row[] {
  const filled = fill(texts, count, {}, ASKED);
  const before = memoryUsed();
  const rows = rowsOf(texts, size, count, filled);
  filled.index = new StoryIndex();
  const room = before - memoryUsed();
  return [...rows, roomRow(indexWork(ROOM, size), room, count, "texts of the newest 20,000 kept")];
}

/** A call of its own: what a function has looked at may stay in its registers, and the index would not be let go. */
function rowsOf(texts: readonly string[], size: string, count: number, filled: Filled): Row[] {
  return [
    ...addRows(size, filled),
    ...matchRows(texts, size, filled),
    ...snapshotRows(size, filled.index),
    ...removalRows(size, filled, count),
  ];
}

function addRows(size: string, { index, news, versions, stories, told }: Filled): Row[] {
  const { found, pairs, foreign } = storiesOf(index, stories, told);
  const right = `${percent(found, pairs)} of ${pairs} true pairs in one story, ${percent(foreign, found + foreign)} of the pairs in one are none`;
  return [
    row(indexWork(ADD, size), news.milliseconds / news.count, `${index.size} articles`, "see below"),
    row(indexWork("add a version", size), versions.milliseconds / versions.count, "with its verdicts", right),
  ];
}

function matchRows(texts: readonly string[], size: string, { index, stories, asked }: Filled): Row[] {
  const news = answersOf(index, strangersOfFeed(texts), stories);
  const versions = answersOf(index, asked, stories);
  return [
    matchRow(indexWork(MATCH, size), news, `${news.wrong} of ${news.count} matched`),
    matchRow(
      indexWork("match a version", size),
      versions,
      `story found for ${percent(versions.right, versions.count)} of ${versions.count}`,
    ),
  ];
}

/** Articles of another feed, whose stories are none of this one's. */
function strangersOfFeed(texts: readonly string[]): Made[] {
  const others = [...makeFeed(texts, 3 * ASKED, OTHER_SEED)].filter(({ kind }) => kind === "original");
  return others.slice(0, ASKED).map((made) => ({ ...made, story: -1 }));
}

function matchRow(work: string, answers: Answers, accuracy: string): Row {
  return row(work, answers.milliseconds / answers.count, "with its verdicts", accuracy);
}

function snapshotRows(size: string, index: StoryIndex): Row[] {
  const written: number[] = [];
  let bytes: Uint8Array = new Uint8Array();
  for (let i = 0; i < SNAPSHOTS; i++) {
    const start = processorTime();
    bytes = index.toBytes();
    written.push(processorTime() - start);
  }
  const read = readTimes(bytes);
  const megabytes = bytes.length / 1e6;
  const speed = (times: readonly number[]) => ({ amount: (1000 * megabytes) / median(times), unit: "MB/s" });
  const same = StoryIndex.fromBytes(bytes).size === index.size;
  const accuracy = `in a process that has just started; ${same ? "all articles are back" : "ARTICLES ARE LOST"}${distIsOld() ? OLD : ""}`;
  return [
    {
      work: indexWork("write a snapshot", size),
      by: "samestory",
      value: speed(written),
      accuracy: `${Math.round(megabytes)} MB`,
    },
    { work: indexWork(READ, size), by: "samestory", value: speed(read), accuracy },
  ];
}

/**
 * What reading a snapshot adds to a process that has just read its bytes: that is when a program does it. Beside the index that
 * wrote it, and all that the bench holds, the collector would have several times the work.
 */
function readTimes(bytes: Uint8Array): number[] {
  const folder = mkdtempSync(join(tmpdir(), "samestory-bench-"));
  try {
    const file = join(folder, "snapshot.bin");
    writeFileSync(file, bytes);
    const before = `const { readFileSync } = await import("node:fs"); const { StoryIndex } = await import("./dist/index.js"); const bytes = readFileSync(${JSON.stringify(file)});`;
    return Array.from({ length: SNAPSHOTS }, () => {
      const without = processTime(before);
      return processTime(`${before} StoryIndex.fromBytes(bytes);`) - without;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function removalRows(size: string, { index, told, times }: Filled, count: number): Row[] {
  const before = index.size;
  const start = processorTime();
  let removed = 0;
  for (const { id } of told) if (index.remove(id)) removed++;
  const middle = processorTime();
  const expired = index.expire(times[Math.floor(count * EXPIRED)]);
  const end = processorTime();
  const left = before - removed - expired;
  const accuracy = index.size === left ? `${left} articles left` : `${index.size} ARTICLES LEFT, NOT ${left}`;
  return [
    row(
      indexWork("remove", size),
      (middle - start) / removed,
      `${removed} articles`,
      `${before - removed} articles left`,
    ),
    row(indexWork("expire", size), (end - middle) / expired, `${expired} articles`, accuracy),
  ];
}

/** The same feed in the smallest index. */
function roomWithoutTexts(texts: readonly string[], size: string, count: number): Row {
  const filled = fill(texts, count, { keepTexts: 0 }, 0);
  const { found, pairs } = storiesOf(filled.index, filled.stories, filled.told);
  const before = memoryUsed();
  filled.index = new StoryIndex();
  memoryUsed();
  const accuracy = `no text kept: ${percent(found, pairs)} of the true pairs in one story`;
  return roomRow(indexWork("room without texts", size), before - memoryUsed(), count, accuracy);
}

function roomRow(work: string, bytes: number, count: number, accuracy: string): Row {
  return { work, by: "samestory", value: { amount: bytes / count, unit: "bytes" }, accuracy };
}

/** npm `minhash` with its own index; it cannot be asked about an article that it does not hold. */
function peerRows(count: number): Row[] {
  const made = [...stretches(feedTexts(), count, 0)].flatMap(({ news, versions }) => [...news, ...versions]);
  const index = new LshIndex();
  const start = processorTime();
  const sketches = made.map(({ article }) => {
    const sketch = minhashOf(article.text);
    index.insert(article.id, sketch);
    return sketch;
  });
  const middle = processorTime();
  const proposed = sketches.map((sketch) => new Set(index.query(sketch)));
  const end = processorTime();
  const pairs = made.flatMap((one, i) =>
    made.filter((other, j) => j > i && other.story === one.story).map((other) => proposed[i].has(other.article.id)),
  );
  const accuracy = `${percent(pairs.filter(Boolean).length, pairs.length)} of ${pairs.length} true pairs proposed, none verified`;
  const by = "minhash, its LSH";
  return [
    { ...row(`${count}: add`, (middle - start) / count, `${count} articles`, accuracy), by },
    { ...row(`${count}: propose, sketch at hand`, (end - middle) / count, `${count} articles`, accuracy), by },
  ];
}

function row(work: string, milliseconds: number, on: string, accuracy: string): Row {
  return { work, by: "samestory", milliseconds, on, accuracy };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / (whole || 1)).toFixed(1)}%`;
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[values.length >> 1];
}
