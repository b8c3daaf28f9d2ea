import { readFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";
import { makePatternsLater } from "./scripts/patternsLater.js";

type Plugin = NonNullable<Options["plugins"]>[number];
type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Of natural's English stemmer the stem function alone, as an ES module: its parent class is never called and brings stop
 * words and tokenizers along.
 */
const stemmerAlone: EsbuildPlugin = {
  name: "stemmer-alone",
  setup(build) {
    build.onLoad(
      { filter: /[\\/]natural[\\/]lib[\\/]natural[\\/]stemmers[\\/]porter_stemmer\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, "utf8");
        const parts =
          /const Stemmer = require\('.\/stemmer'\)\n(.*)const PorterStemmer = .*?\nPorterStemmer\.stem = (function .*?\n\}\n)/s.exec(
            source,
          );
        if (!parts) throw new Error(`${path} is not built as expected: see stemmerAlone.`);
        return { contents: `${parts[1]}\nexport default { stem: ${parts[2]} };`, loader: "js" };
      },
    );
  },
};

/** The detector stands in a file of its own beside the others, so that a bundler can leave it out. */
const detectorApart: EsbuildPlugin = {
  name: "detector-apart",
  setup(build) {
    const path = `./detector${build.initialOptions.outExtension?.[".js"] ?? ".js"}`;
    build.onResolve({ filter: /^\.\/detector\.js$/ }, () => ({ path, external: true, sideEffects: false }));
  },
};

/**
 * tinyld builds its tables when it is imported, which takes as long as all the rest of an import of samestory. Here its
 * whole module becomes a function that is called when a language is first asked for.
 */
const detectorLater: EsbuildPlugin = {
  name: "detector-later",
  setup(build) {
    build.onLoad({ filter: /[\\/]tinyld\.light\.node\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const exported = /export\{[^{}]*?(\w+) as detect\b[^{}]*\};?\s*$/.exec(source);
      if (!exported) throw new Error(`${path} does not end in the list of its exports: see detectorLater.`);
      const module = source.slice(0, exported.index);
      const contents = `let detector;
        export const detect = (text) => (detector ??= load())(text);
        function load() { ${module}; return ${exported[1]}; }`;
      return { contents, loader: "js" };
    });
  },
};

/**
 * Regular expressions and comments with ASCII alone, as esbuild writes all else: one dash makes an engine read a whole file
 * in two bytes a character, which is an eighth of the time of an import.
 */
const asciiOnly: Plugin = {
  name: "ascii-only",
  renderChunk(code) {
    const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return { code: code.replace(/[^\0-\x7f]/g, escaped) };
  },
};

/** See there. */
const patternsLater: Plugin = {
  name: "patterns-later",
  renderChunk: (code) => ({ code: makePatternsLater(code) }),
};

const library: Options = {
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  plugins: [asciiOnly, patternsLater],
};

export default defineConfig([
  {
    ...library,
    entry: { index: "src/index.ts", render: "src/render/index.ts", extract: "src/extract/index.ts" },
    noExternal: [/^natural/],
    esbuildPlugins: [stemmerAlone, detectorApart],
    dts: true,
    clean: true,
    splitting: true,
    treeshake: true,
  },
  {
    ...library,
    entry: { detector: "src/text/detector.ts" },
    noExternal: ["tinyld"],
    esbuildPlugins: [detectorLater],
    // As it comes.
    minify: true,
  },
  {
    entry: { cli: "src/cli/main.ts" },
    noExternal: [/^natural/],
    esbuildPlugins: [stemmerAlone, detectorApart],
    plugins: [asciiOnly],
    format: ["esm"],
    target: "node20",
    platform: "node",
    // The readers of HTML and feeds are loaded only when asked for.
    splitting: true,
  },
]);
