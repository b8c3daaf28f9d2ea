import { defineConfig, type Options } from "tsup";

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * natural's stemmers inherit helpers that are never called here and bring stop words and tokenizers along (German: 308 kB).
 * The stem functions need none of it: an empty constructor takes the parent's place.
 */
const stemmersAlone: EsbuildPlugin = {
  name: "stemmers-alone",
  setup(build) {
    const parent = /[\\/]natural[\\/]lib[\\/]natural[\\/]stemmers[\\/]stemmer(_[a-z]+)?\.js$/;
    build.onLoad({ filter: parent }, () => ({ contents: "module.exports = function () {};", loader: "js" }));
  },
};

const bundled: Options = {
  noExternal: [/^natural/],
  esbuildPlugins: [stemmersAlone],
};

export default defineConfig([
  {
    ...bundled,
    entry: { index: "src/index.ts", render: "src/render/index.ts", extract: "src/extract/index.ts" },
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    splitting: true,
    treeshake: true,
    target: "es2022",
    platform: "neutral",
  },
  {
    ...bundled,
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
    // The readers of HTML and feeds are loaded only when asked for.
    splitting: true,
  },
]);
