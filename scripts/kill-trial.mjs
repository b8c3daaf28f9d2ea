// Kills `samestory dedupe --index` 200 times and says what became of the index: npm run kill-trial [runs] [seed].
// The trial itself is tests/cli/killTrial.ts, of which the tests run a short one.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");
const [runs = 200, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "samestory-kill-"));

async function bundled(entry) {
  const outfile = join(folder, `${basename(entry, ".ts")}.mjs`);
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  return outfile;
}

try {
  const { killTrial } = await import(pathToFileURL(await bundled("tests/cli/killTrial.ts")).href);
  const work = join(folder, "work");
  mkdirSync(work);
  const program = await bundled("src/cli/main.ts");
  const report = await killTrial({ program, folder: work, runs, seed, articles: 3000 });
  const { killed, killedWriting, killedAfterRenaming, finished, articles, faults } = report;
  console.log(`${runs} runs: ${killed} killed, ${finished} ended by themselves`);
  console.log(`of the killed, ${killedWriting} were writing the index, ${killedAfterRenaming} had just renamed it`);
  console.log(`${articles} articles in the index at the end, ${faults.length} faults`);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
