import { readFile } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * natural's stemmers inherit helpers that are never called here and bring stop words and tokenizers along. The stem
 * function needs none of it: an empty constructor takes the parent's place.
 */
const stemmersAlone: EsbuildPlugin = {
  name: "stemmers-alone",
  setup(build) {
    const parent = /[\\/]natural[\\/]lib[\\/]natural[\\/]stemmers[\\/]stemmer(_[a-z]+)?\.js$/;
    build.onLoad({ filter: parent }, () => ({ contents: "module.exports = function () {};", loader: "js" }));
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

const library: Options = {
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
};

export default defineConfig([
  {
    ...library,
    entry: { index: "src/index.ts", render: "src/render/index.ts", extract: "src/extract/index.ts" },
    noExternal: [/^natural/],
    esbuildPlugins: [stemmersAlone, detectorApart],
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
  },
  {
    entry: { cli: "src/cli/main.ts" },
    noExternal: [/^natural/],
    esbuildPlugins: [stemmersAlone, detectorApart],
    format: ["esm"],
    target: "node20",
    platform: "node",
    // The readers of HTML and feeds are loaded only when asked for.
    splitting: true,
  },
]);
