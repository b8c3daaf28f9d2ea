// Bundles one TypeScript entry of eval/ into a temporary file, with parts of the sources changed on the way where asked:
// so a constant can be tried at other values, or a part of the library switched off, without a trace in src/.
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import process from "node:process";
import { build } from "esbuild";

let count = 0;

/**
 * A change: in the file whose path ends so, `find` (a string that stands there once) becomes `put`.
 * @typedef {{ file: string, find: string | RegExp, put: string }} Change
 */

/**
 * @param {string} root the project
 * @param {string} entry name of a file in eval/
 * @param {readonly Change[]} [changes]
 * @returns {Promise<string>} the bundle's path; the caller deletes it
 */
export async function bundle(root, entry, changes = []) {
  // Inside node_modules, so that packages left out of the bundle are still found from there.
  const outfile = join(
    root,
    "node_modules/.cache/samestory-eval",
    `${entry.replace(/\.ts$/, "")}-${process.pid}-${count++}.mjs`,
  );
  await build({
    entryPoints: [join(root, "eval", entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: changes.length === 0 ? "inline" : false,
    logLevel: "warning",
    external: ["esbuild"],
    plugins: changes.length === 0 ? [] : [changeSources(changes)],
    // Old CommonJS packages call require() for Node's own modules.
    banner: {
      js: 'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);',
    },
  });
  return outfile;
}

/**
 * The change that gives a constant another value, from "evidence.ts:OWN_SENTENCE=0.4".
 * @param {string} text
 * @returns {Change}
 */
export function constantChange(text) {
  const parts = /^([\w/.]+\.ts):(\w+)=(.+)$/s.exec(text);
  if (!parts) throw new Error(`${text}: write it as evidence.ts:OWN_SENTENCE=0.4`);
  const [, file, name, value] = parts;
  return {
    file,
    find: new RegExp(`(?<=\\bconst ${name}\\b[^=]*= )(?:\\{[\\s\\S]*?\\}(?=(?: as const)?;)|[^;]+)`),
    put: value,
  };
}

/** @param {readonly Change[]} changes */
function changeSources(changes) {
  return {
    name: "change-sources",
    /** @param {import("esbuild").PluginBuild} builder */
    setup(builder) {
      const done = new Set();
      builder.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const wanted = changes.filter(({ file }) => path.endsWith(sep + file.replaceAll("/", sep)));
        if (wanted.length === 0) return undefined;
        let contents = readFileSync(path, "utf8");
        for (const change of wanted) {
          const changed = contents.replace(change.find, () => change.put);
          if (changed === contents) throw new Error(`${change.file}: nothing to change at ${change.find}`);
          contents = changed;
          done.add(change);
        }
        return { contents, loader: "ts" };
      });
      builder.onEnd(() => {
        for (const change of changes)
          if (!done.has(change)) throw new Error(`${change.file}: no such file in the bundle`);
      });
    },
  };
}
