#!/usr/bin/env node
// The program: joins the process to the command line.
import packageJson from "../../package.json" with { type: "json" };
import { articleFromText, compare, dedupe, diff, StoryIndex, summarize } from "../index.js";
import { type Api, Exit, type Sink } from "./io.js";
import { run } from "./program.js";

/** A stream that reports its size, and whose reader may go away: `samestory … | head` ends quietly. */
function sink(stream: NodeJS.WriteStream): Sink {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`samestory: the output cannot be written: ${error.message}\n`);
    process.exitCode = Exit.trouble;
  });
  return {
    write: (text) => {
      stream.write(text);
    },
    drained: () => drained(stream),
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}

/** Ends at once where nobody reads any more, or the program would wait for ever. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((done) => {
    for (const event of ["drain", "close", "error"]) stream.once(event, () => done());
  });
}

const api: Api = {
  compare,
  diff,
  summarize,
  dedupe,
  newIndex: (options) => new StoryIndex(options),
  indexFromBytes: (bytes) => StoryIndex.fromBytes(bytes),
  articleFromText,
};

const { stdin, stdout, stderr, env, argv } = process;
// Not process.exit: what is still on its way to a pipe would be lost.
const status = await run(argv.slice(2), packageJson.version, api, {
  stdin,
  stdout: sink(stdout),
  stderr: sink(stderr),
  env,
});
process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
