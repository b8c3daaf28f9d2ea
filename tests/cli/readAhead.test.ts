import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Input } from "../../src/cli/inputs.js";
import type { Io } from "../../src/cli/io.js";
import { readInputs } from "../../src/cli/readAhead.js";
import type { Reading } from "../../src/cli/readers.js";
import { story } from "../stories/feed.js";
import { library } from "./library.js";
import { bundleProgram } from "./program.js";
import { linesFor } from "./running.js";

let folder = "";
let program = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "samestory-ahead-"));
  program = await bundleProgram(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const input = (name: string, kind: Input["kind"]): Input => ({ name, kind, size: undefined });
const pages = (count: number): Input[] => Array.from({ length: count }, (_, i) => input(`page-${i}.html`, "html"));

/** What comes out, up to the error if there is one. */
async function read(files: readonly Input[], workers: number, startReader: () => Worker) {
  const io: Io = {
    stdin: (async function* () {})(),
    stdout: { write: () => {}, isTTY: false },
    stderr: { write: () => {}, isTTY: false },
    env: {},
    startReader,
  };
  const readings: Reading[] = [];
  let bytes = 0;
  const onBytes = (count: number): void => {
    bytes += count;
  };
  try {
    for await (const reading of readInputs(files, { api, io, workers, onBytes })) readings.push(reading);
    return { readings, bytes, error: undefined };
  } catch (error) {
    return { readings, bytes, error: error instanceof Error ? error.message : String(error) };
  }
}

const api = { ...library, loadExtract: () => import("../../src/extract/index.js") };

/** A thread that runs this for each file it is told of. */
const threadOf =
  (onFile: string): (() => Worker) =>
  () =>
    new Worker(
      `const { parentPort, threadId } = require("node:worker_threads");
       const give = ({ name }, bytes = 1) => parentPort.postMessage({ readings: [{ article: { text: name }, place: name }], bytes });
       parentPort.on("message", (file) => { ${onFile} });`,
      { eval: true },
    );

describe("reading with worker threads", () => {
  it("gives what one thread gives, bad files and lines included, in the order of the files", async () => {
    const files: Input[] = [];
    const add = (name: string, kind: Input["kind"], content: string): void => {
      const path = join(folder, "mixed", name);
      mkdirSync(join(folder, "mixed"), { recursive: true });
      writeFileSync(path, content);
      files.push(input(path, kind));
    };
    for (let i = 0; i < 12; i++) {
      const text = story(`mixed ${i}`, 6);
      if (i % 3 === 0) add(`${i}.html`, "html", `<title>No. ${i}</title><article><p>${text}</p></article>`);
      if (i % 3 === 1) add(`${i}.txt`, "text", text);
      if (i % 3 === 2) add(`${i}.jsonl`, "lines", `${linesFor([{ text }])}no JSON\n`);
    }
    add("empty.txt", "text", "");
    add("feed.xml", "feed", `<rss version="2.0"><channel><item><guid>f</guid><title>T</title></item></channel></rss>`);
    add("no-feed.xml", "feed", "<p>");
    files.push(input(join(folder, "gone.html"), "html"));
    const start = (): Worker => new Worker(program);
    const alone = await read(files, 1, start);
    expect(alone.error).toBeUndefined();
    expect(alone.readings.filter((reading) => "bad" in reading)).toHaveLength(4 + 3);
    for (const workers of [2, 5]) expect(await read(files, workers, start)).toEqual(alone);
  });

  it("keeps the order when a later file is read sooner", async () => {
    const slow = threadOf(`setTimeout(() => give(file), file.name === "page-0.html" ? 200 : 0)`);
    const { readings, bytes } = await read(pages(6), 3, slow);
    expect(readings.map((reading) => "place" in reading && reading.place)).toEqual(pages(6).map(({ name }) => name));
    expect(bytes).toBe(6);
  });

  it("reads only so far ahead of what is taken", async () => {
    let started = 0;
    const counting = (): Worker => {
      const worker = threadOf("give(file)")();
      worker.on("message", () => started++);
      return worker;
    };
    const io = { startReader: counting } as unknown as Io;
    const readings = readInputs(pages(100), { api, io, workers: 2, onBytes: () => {} });
    await readings.next();
    await expect.poll(() => started, { timeout: 20_000 }).toBe(2 * 4);
    await new Promise((done) => setTimeout(done, 200));
    expect(started).toBe(2 * 4);
    await readings.return(undefined);
  });

  it.each([
    ["throws", `if (file.name === "page-2.html") throw new Error("boom"); give(file)`, "boom"],
    ["rejects", `Promise.reject(new Error("boom"))`, "boom"],
    ["ends", "process.exit(3)", "exit 3"],
  ])("says which file a thread stopped at that %s", async (_how, onFile, why) => {
    const { error } = await read(pages(9), 2, threadOf(onFile));
    expect(error).toMatch(
      /^the thread that read page-\d\.html stopped \(.*\): leave the file out, or try --workers 1$/u,
    );
    expect(error).toContain(`(${why})`);
  });

  it("does not wait for a thread that ended before it had a file", async () => {
    const { error } = await read(pages(9), 2, () => new Worker("process.exit(4)", { eval: true }));
    expect(error).toContain("(exit 4)");
  });

  it("says that a thread had too little memory", async () => {
    const greedy = `const kept = []; for (;;) kept.push(new Array(1e5).fill("x" + kept.length));`;
    const start = (): Worker =>
      new Worker(`require("node:worker_threads").parentPort.on("message", () => { ${greedy} })`, {
        eval: true,
        resourceLimits: { maxOldGenerationSizeMb: 16 },
      });
    expect((await read(pages(3), 2, start)).error).toContain("memory");
  });
});
