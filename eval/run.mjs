// Bundles one TypeScript entry of this folder into a temporary file and runs it, so that the evaluation always sees
// the sources as they stand, without a build and without a loader.
//
//   node eval/run.mjs [entry.ts] [--set-constant FILE.ts:NAME=VALUE]… [arguments…]        entry: main.ts unless named
//
// Relative paths in the arguments are taken from the project root. --set-constant tries another value of a constant of
// src/ in this run only: --set-constant evidence.ts:OWN_SENTENCE=0.4
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle, constantChange } from "./bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const named = process.argv[2]?.endsWith(".ts") ?? false;
const entry = named ? process.argv[2].replace(/^.*\//, "") : "main.ts";
const args = process.argv.slice(named ? 3 : 2);
const changes = [];
for (let at = args.indexOf("--set-constant"); at >= 0; at = args.indexOf("--set-constant")) {
  changes.push(constantChange(args[at + 1] ?? ""));
  args.splice(at, 2);
}

mkdirSync(join(root, "node_modules/.cache/samestory-eval"), { recursive: true });
const outfile = await bundle(root, entry, changes);

process.chdir(root);
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], outfile, ...args];
process.on("exit", () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
