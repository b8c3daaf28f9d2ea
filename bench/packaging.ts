/** What the package itself costs: its import in a fresh process, and its room in a bundle. */
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Row, Subject } from "./row.js";

const IMPORTS = { whole: 41, quick: 9 };
const CORE = "compare, diff, fingerprint, dedupe, StoryIndex";

export const OLD = "; dist IS OLDER THAN src: run npm run build first";

export const IMPORT_WORK = "import";
export const BUNDLE_WORK = "bundle of the core, minified, gzip";

export const packaging: Subject = {
  name: "package",
  title: "The package",
  measurements: [
    { name: "import", measure: ({ quick }) => [importRow(quick ? IMPORTS.quick : IMPORTS.whole)] },
    { name: "bundle", measure: async () => [await bundleRow()] },
  ],
};

/**
 * Time that `import("samestory")` adds to a process, by turns with an empty one so that both meet the same machine; on the
 * processor, threads that compile included.
 */
function importRow(rounds: number): Row {
  const empty: number[] = [];
  const whole: number[] = [];
  for (let i = 0; i < rounds; i++) {
    empty.push(processTime(""));
    whole.push(processTime('await import("./dist/index.js");'));
  }
  const milliseconds = median(whole) - median(empty);
  const accuracy = `beside ${median(empty).toFixed(0)} ms of an empty process${distIsOld() ? OLD : ""}`;
  return { work: IMPORT_WORK, by: "samestory", milliseconds, on: `${rounds} processes`, accuracy };
}

/** Milliseconds on the processor of a fresh process that runs this. */
export function processTime(code: string): number {
  const told = `${code}const { user, system } = process.cpuUsage(); console.log((user + system) / 1000);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", told], { encoding: "utf8" });
  const time = Number.parseFloat(stdout);
  if (Number.isNaN(time)) throw new Error(`a process told no time: ${stderr}`);
  return time;
}

/** What a bundler makes of the five functions, without the language detector. */
async function bundleRow(): Promise<Row> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${CORE} } from "./dist/index.js";`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["./dist/detector.js", ...builtinModules],
    logLevel: "silent",
  });
  const [{ contents }] = outputFiles;
  return {
    work: BUNDLE_WORK,
    by: "samestory",
    value: { amount: gzipSync(contents, { level: 9 }).length / 1000, unit: "kB" },
    accuracy: `${CORE}, without the language detector; ${(contents.length / 1000).toFixed(0)} kB before gzip${distIsOld() ? OLD : ""}`,
  };
}

/** Whether the build is older than the sources, so that its import says nothing about them. */
export function distIsOld(): boolean {
  const built = statSync("dist/index.js").mtimeMs;
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.some((file) => statSync(join("src", file)).mtimeMs > built);
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[values.length >> 1];
}
