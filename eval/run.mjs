// Runs one evaluation file written in TypeScript: node eval/run.mjs eval/pages.ts [arguments].
// The file is bundled by esbuild (it comes with tsup) into a temporary folder and imported from there.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [file, ...rest] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: node eval/run.mjs FILE.ts [arguments]");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "samestory-eval-"));
try {
  const outfile = join(folder, "eval.mjs");
  await build({ entryPoints: [file], outfile, bundle: true, platform: "node", format: "esm", target: "node20" });
  process.argv = [process.argv[0], resolve(file), ...rest];
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
