import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { story } from "../stories/feed.js";
import { ended } from "./ended.js";
import { killTrial } from "./killTrial.js";
import { bundleProgram } from "./program.js";
import { days, linesFor, storiesIn } from "./running.js";

const FEED = "test-data/feed.jsonl";

describe("samestory dedupe as a process", () => {
  let folder = "";
  let program = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "samestory-process-"));
    program = await bundleProgram(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /**
   * Runs the program; `read` says how many bytes of its output are read before the pipe is closed, `memory` how many
   * megabytes its heap may take.
   */
  const start = (args: string[], { read = Number.POSITIVE_INFINITY, memory = 512 } = {}) => {
    const command = [`--max-old-space-size=${memory}`, program, "dedupe", ...args];
    return ended(spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] }), read);
  };

  it("sorts, and ends quietly when its reader goes away", async () => {
    const { status, out, err } = await start([FEED]);
    expect([status, storiesIn(out).length]).toEqual([0, 11]);
    expect(err).toMatch(/^samestory: 18 articles read[^\n]*\n$/);
    const many = join(folder, "wide.jsonl");
    writeFileSync(many, linesFor(days(300, (i) => story(`w${i}`, 1)).map((a) => ({ ...a, title: "t".repeat(2000) }))));
    expect(await start([many], { read: 10 })).toMatchObject({
      status: 0,
      err: expect.stringMatching(/300 articles read/),
    });
  });

  it("reads a file that is larger than its memory", async () => {
    const large = join(folder, "large.jsonl");
    // Under one id, so that only reading, and not what is kept, could take the memory.
    const line = linesFor([{ id: "again", text: story("large", 400) }]);
    const lines = Math.ceil((96 * 1024 * 1024) / line.length);
    writeFileSync(large, line.repeat(lines));
    const { status, err } = await start([large], { memory: 48 });
    expect(err).toMatch(
      new RegExp(`^samestory: ${lines} articles read, ${lines - 1} came again under an id; 1 article`),
    );
    expect(status).toBe(0);
    rmSync(large);
  });

  it("writes the same with worker threads, and ends when it is done", async () => {
    const files = ["test-data/strait-talks", "test-data/ferry-fire", FEED];
    const alone = await start(files);
    expect(alone.status).toBe(0);
    expect(await start(["--workers", "3", ...files])).toEqual(alone);
    const pages = mkdtempSync(join(folder, "pages-"));
    for (let i = 0; i < 20; i++) writeFileSync(join(pages, `${i + 10}.txt`), i === 3 ? "" : story(`page ${i}`, 5));
    const { status, err } = await start(["--workers", "3", "--strict", pages]);
    expect([status, err]).toEqual([2, expect.stringMatching(/13\.txt is empty: .*; --strict stops here\n$/u)]);
  });

  it.skipIf(!existsSync("/dev/full"))("tells once that the disk is full, and leaves an index as it was", async () => {
    const index = join(mkdtempSync(join(folder, "full-")), "news.idx");
    const { status, err } = await new Promise<{ status: number | null; err: string }>((done) => {
      const full = openSync("/dev/full", "w");
      const args = [program, "dedupe", "--index", index, FEED];
      const child = spawn(process.execPath, args, { stdio: ["ignore", full, "pipe"] });
      let text = "";
      child.stderr?.on("data", (chunk) => {
        text += chunk;
      });
      child.on("close", (code) => {
        closeSync(full);
        done({ status: code, err: text });
      });
    });
    expect(status).toBe(2);
    expect(err.match(/the output cannot be written/g)).toHaveLength(1);
    expect(readdirSync(join(index, ".."))).toEqual([]);
    const { out } = await start(["--index", index, FEED]); // so that the next run tells what nobody has read
    expect(storiesIn(out)).toHaveLength(11);
  });

  it("has the index in place when its reader goes away", async () => {
    const index = join(mkdtempSync(join(folder, "gone-")), "news.idx");
    expect((await start(["--index", index, FEED], { read: 10 })).status).toBe(0);
    expect(readdirSync(join(index, ".."))).toEqual(["news.idx"]);
  });

  it("leaves the old index or the new one whenever it is killed, and all that a finished run wrote", async () => {
    const trial = mkdtempSync(join(folder, "kill-"));
    const { faults, killed } = await killTrial({ program, folder: trial, runs: 20, seed: 7, articles: 50 });
    expect(faults).toEqual([]);
    expect(killed).toBeGreaterThan(5);
  }, 120_000);
});
