/**
 * Measures the candidate index alone, on articles of random shingles: speed and memory by size.
 *
 *   node --expose-gc eval/run.mjs eval/candidates.ts [count …]
 */
import process from "node:process";
import { randomNumbers } from "../bench/feed.js";
import { CandidateIndex } from "../src/candidates/candidateIndex.js";

/** What an article of 900 words has: 112 sampled shingles, a few of which are idioms that many share. */
const HASHES = 112;
const IDIOMS = 8;
const QUESTIONS = 20000;

for (const count of process.argv.slice(2).map(Number)) measure(count);

function measure(count: number): void {
  const before = memory();
  const index = new CandidateIndex();
  const random = randomNumbers(7);
  const hashes = new Uint32Array(HASHES);
  let slowest = 0;
  const adding = timed(() => {
    for (let article = 0; article < count; article++) {
      fill(hashes, random);
      const start = now();
      index.add(article, hashes);
      slowest = Math.max(slowest, now() - start);
    }
  });
  const making = timed(() => {
    for (let i = 0; i < count; i++) fill(hashes, random);
  });
  const bytes = (memory() - before) / count;
  let found = 0;
  const asking = timed(() => {
    for (let i = 0; i < QUESTIONS; i++) {
      fill(hashes, random);
      found += index.search(hashes).candidates.length;
    }
  });
  const removing = timed(() => {
    for (let i = 0; i < count / 10; i++) index.remove(random(count));
  });
  console.log(
    `${count}: add ${rate(count, adding - making)} (slowest ${slowest.toFixed(0)} ms), candidates ${rate(QUESTIONS, asking)} ` +
      `(${(found / QUESTIONS).toFixed(0)} found), remove ${rate(count / 10, removing)}, ${bytes.toFixed(0)} bytes an article`,
  );
}

function fill(hashes: Uint32Array, random: (below: number) => number): void {
  for (let i = 0; i < HASHES; i++)
    hashes[i] = (i < IDIOMS ? Math.imul(random(20_000), 0x9e3779b1) : random(2 ** 32)) & ~7;
}

function timed(work: () => void): number {
  const start = now();
  work();
  return now() - start;
}

/** CPU time in milliseconds: other work on the machine does not count. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function rate(n: number, ms: number): string {
  return `${Math.round((n / ms) * 1000)}/s`;
}
