/**
 * Kills `samestory dedupe --index` at random moments and looks at the index after each time: it must be the one from
 * before or the one that an undisturbed run writes, byte for byte, and the latter where the run ended by itself. Every
 * second run is killed between its start and a little past its end, the others between the moment when it begins to
 * write and its end, which is a small part of the whole and the one that matters. The same seed draws the same articles
 * and the same moments, in shares of the time that a run takes here.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Article, StoryIndex } from "../../src/index.js";
import { story } from "../stories/feed.js";

export interface Trial {
  /** The bundled program. */
  program: string;
  /** An empty folder to work in. */
  folder: string;
  runs: number;
  seed: number;
  /** Articles in the index before the first run: the more, the longer it is being written. */
  articles: number;
}

export interface TrialReport {
  /** Runs that were killed, and those of them that had begun to write a file, or had renamed it. */
  killed: number;
  killedWriting: number;
  killedAfterRenaming: number;
  /** Runs that ended before they were killed. */
  finished: number;
  /** Articles in the index at the end. */
  articles: number;
  faults: string[];
}

const INDEX = "news.idx";
const ARTICLES_OF_RUN = 10;
/** Kills come up to this share of the time that a run takes. */
const LATEST = 1.15;

export async function killTrial({ program, folder, runs, seed, articles }: Trial): Promise<TrialReport> {
  const index = join(folder, INDEX);
  const feed = join(folder, "feed.jsonl");
  const start = (kill?: Kill): Promise<Ended> => runProgram([program, "dedupe", "--index", index, feed], folder, kill);
  const random = randomShares(seed);
  writeLines(feed, made("base", articles));
  await start();
  let usual = await start();
  const report = {
    killed: 0,
    killedWriting: 0,
    killedAfterRenaming: 0,
    finished: 0,
    articles: 0,
    faults: [] as string[],
  };
  for (let run = 1; run <= runs; run++) {
    const former = readFileSync(index);
    const batch = made(`run ${run}`, ARTICLES_OF_RUN);
    writeLines(feed, batch);
    const share = random() * LATEST;
    const ended = await start(
      run % 2 === 0 ? { from: "start", after: share * usual.whole } : { from: "writing", after: share * usual.writing },
    );
    const isNew = readFileSync(index).equals(withArticles(former, batch));
    const isOld = readFileSync(index).equals(former);
    if (!isNew && !isOld) report.faults.push(`run ${run}: the index is neither the old one nor the new one`);
    if (!ended.killed && !isNew) report.faults.push(`run ${run}: it ended, and its articles are not in the index`);
    if (ended.killed) report.killed++;
    else report.finished++;
    if (sweep(folder) > 0) report.killedWriting++;
    if (ended.killed && isNew) report.killedAfterRenaming++;
    if (!ended.killed) usual = ended; // the machine may be busier now, or less
  }
  return { ...report, articles: StoryIndex.fromBytes(readFileSync(index)).size };
}

/** When to kill a run: so many milliseconds after its start, or after it has begun to write beside the index. */
interface Kill {
  from: "start" | "writing";
  after: number;
}

interface Ended {
  killed: boolean;
  /** What it took, in milliseconds, and the part from the beginning of writing to the renaming. */
  whole: number;
  writing: number;
}

function runProgram(args: string[], folder: string, kill: Kill | undefined): Promise<Ended> {
  return new Promise((done, fail) => {
    const started = performance.now();
    let writing: number | undefined;
    let timer: NodeJS.Timeout | undefined;
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    const killLater = (from: Kill["from"]): void => {
      if (kill?.from === from) timer = setTimeout(() => child.kill("SIGKILL"), kill.after);
    };
    let renamed: number | undefined;
    const watcher = watch(folder, (_, name) => {
      if (writing !== undefined && name === INDEX) renamed ??= performance.now();
      if (writing !== undefined || name?.endsWith(".tmp") !== true) return;
      writing = performance.now();
      killLater("writing");
    });
    killLater("start");
    child.on("error", fail);
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      watcher.close();
      if (status !== 0 && signal !== "SIGKILL") fail(new Error(`the program ended with ${status ?? signal}`));
      else done({ killed: status !== 0, whole: performance.now() - started, writing: (renamed ?? 0) - (writing ?? 0) });
    });
  });
}

function withArticles(bytes: Uint8Array, articles: readonly Article[]): Uint8Array {
  const index = StoryIndex.fromBytes(bytes);
  for (const article of articles) index.add(article);
  return index.toBytes();
}

/** Removes what a killed run left beside the index; how many files. */
function sweep(folder: string): number {
  const left = readdirSync(folder).filter((name) => name.endsWith(".tmp"));
  for (const name of left) rmSync(join(folder, name));
  return left.length;
}

/** The text first, as the program has it: a snapshot keeps the order of an article's parts. */
function made(topic: string, count: number): Article[] {
  return Array.from({ length: count }, (_, i) => ({ text: story(`${topic} ${i}`, 20), id: `${topic}, ${i}` }));
}

function writeLines(path: string, articles: readonly Article[]): void {
  writeFileSync(path, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
}

/** Numbers from 0 up to 1, the same for the same seed. */
function randomShares(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
