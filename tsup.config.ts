import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: { index: "src/index.ts", render: "src/render/index.ts" },
    format: ["esm", "cjs"],
    dts: true,
    clean: true,
    splitting: true,
    treeshake: true,
    target: "es2022",
    platform: "neutral",
    noExternal: [/^natural/, "american-british-english-translator"],
  },
  {
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    target: "node20",
    platform: "node",
    splitting: false,
    noExternal: [/^natural/, "american-british-english-translator"],
  },
]);
