// Bundles one TypeScript entry of this folder into a temporary file and runs it, so that the evaluation always sees
// the sources as they stand, without a build and without a loader.
//
//   node eval/run.mjs [entry.ts] [arguments…]        entry: main.ts unless named
//
// Relative paths in the arguments are taken from the project root.
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = dirname(fileURLToPath(import.meta.url));
const root = dirname(folder);
const named = process.argv[2]?.endsWith(".ts") ?? false;
const entry = named ? process.argv[2].replace(/^.*\//, "") : "main.ts";
const args = process.argv.slice(named ? 3 : 2);

// Inside node_modules, so that packages left out of the bundle are still found from there.
const cache = join(root, "node_modules", ".cache", "samestory-eval");
const outfile = join(cache, `${entry.replace(/\.ts$/, "")}-${process.pid}.mjs`);
mkdirSync(cache, { recursive: true });
await build({
  entryPoints: [join(folder, entry)],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
  // Old CommonJS packages call require() for Node's own modules.
  banner: {
    js: 'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);',
  },
});

process.chdir(root);
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], outfile, ...args];
process.on("exit", () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
