#!/usr/bin/env node
// The program: joins the process to the command line.
import packageJson from "../../package.json" with { type: "json" };
import { articleFromText, compare, diff, summarize } from "../index.js";
import { Exit, type Sink } from "./io.js";
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
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}

const { stdin, stdout, stderr, env, argv } = process;
// Not process.exit: what is still on its way to a pipe would be lost.
const status = await run(
  argv.slice(2),
  packageJson.version,
  { articleFromText, compare, diff, summarize },
  {
    stdin,
    stdout: sink(stdout),
    stderr: sink(stderr),
    env,
  },
);
process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
