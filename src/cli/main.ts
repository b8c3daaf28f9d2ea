#!/usr/bin/env node
// The program: joins the process to the command line, or a worker thread to the one that started it.
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import packageJson from "../../package.json" with { type: "json" };
import { articleFromText, compare, dedupe, diff, history, StoryIndex, summarize } from "../index.js";
import { type Api, Exit, type Io, type Sink } from "./io.js";
import { run } from "./program.js";
import { serveReading } from "./readThread.js";

/** A stream that reports its size, and whose reader may go away: `samestory … | head` ends quietly. */
function sink(stream: NodeJS.WriteStream): Sink {
  let isBroken = false;
  let hasFailed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    const isTold = isBroken;
    isBroken = true;
    if (isTold || error.code === "EPIPE") return;
    hasFailed = true;
    process.stderr.write(`samestory: the output cannot be written: ${error.message}\n`);
    process.exitCode = Exit.trouble;
  });
  return {
    write: (text) => {
      if (!isBroken) stream.write(text);
    },
    drained: async () => {
      if (!isBroken) await drained(stream);
    },
    flushed: async () => {
      if (!isBroken) await new Promise<void>((done) => stream.write("", () => done()));
      await new Promise((done) => setImmediate(done)); // an error is told a little after the write has failed
      return !hasFailed;
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}

const ENDS_OF_WAITING = ["drain", "close", "error"];

/** Ends at once where nobody reads any more, or the program would wait for ever. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((done) => {
    const end = (): void => {
      for (const event of ENDS_OF_WAITING) stream.off(event, end);
      done();
    };
    for (const event of ENDS_OF_WAITING) stream.on(event, end);
  });
}

const api: Api = {
  compare,
  diff,
  history,
  summarize,
  dedupe,
  newIndex: (options) => new StoryIndex(options),
  indexFromBytes: (bytes, options) => StoryIndex.fromBytes(bytes, options),
  articleFromText,
  loadExtract: () => import("../extract/index.js"),
};

const { stdin, stdout, stderr, env, argv } = process;
const io: Io = {
  stdin,
  stdout: sink(stdout),
  stderr: sink(stderr),
  env,
  startReader: () => new Worker(new URL(import.meta.url)),
};

if (isMainThread) {
  const status = await run(argv.slice(2), packageJson.version, api, io);
  // Not process.exit: what is still on its way to a pipe would be lost.
  process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
} else if (parentPort) {
  serveReading(parentPort, api, io);
}
