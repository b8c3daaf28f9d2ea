// Bundles the measurements with the sources as they stand, into a temporary file, and runs them: npm run bench -- --help
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "node_modules/.cache/samestory-bench");
// Inside node_modules, so that the packages beside which samestory is measured are found from there.
const outfile = join(folder, `bench-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });

/** Measured as they are installed: some are written for a sloppy mode that no bundle has. */
const peers = [
  "bloom-filters",
  "diff",
  "esbuild",
  "fast-myers-diff",
  "linkedom",
  "minhash",
  "simhash-js",
  "tinybench",
  "tlsh",
];

await build({
  entryPoints: [join(root, "bench/main.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
  external: [...peers, "tlsh/*"],
  // The stemmers are CommonJS and call require().
  banner: {
    js: 'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);',
  },
});

process.chdir(root);
process.on("exit", () => rmSync(outfile, { force: true }));
process.argv = [process.argv[0], outfile, ...process.argv.slice(2)];
await import(pathToFileURL(outfile).href);
