import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { libraryEntries, tsupConfigs } from "./entries.js";

const root = resolve(import.meta.dirname, "..");
const notices = readFileSync(join(root, "THIRD-PARTY-NOTICES.md"), "utf8");
const [bundledPart = "", installedPart = ""] = notices.split("# Packages that are installed beside samestory");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
};

describe("THIRD-PARTY-NOTICES.md", () => {
  it("names every package that tsup.config.ts bundles", () => {
    const names = tsupConfigs().flatMap(({ noExternal = [] }) => noExternal.map(nameOf));
    expect(names.length).toBeGreaterThan(0);
    expect([...new Set(names)].filter((name) => !bundledPart.includes(`\n## ${name}\n`))).toEqual([]);
  });

  it("names every package that stands in the build, and the authors named in each file", async () => {
    const { metafile } = await build({
      entryPoints: [...Object.values(libraryEntries()), "src/cli/main.ts"].map((entry) => join(root, entry)),
      absWorkingDir: root,
      external: Object.keys(manifest.dependencies),
      outdir: "out",
      bundle: true,
      write: false,
      metafile: true,
      plugins: tsupConfigs()
        .flatMap(({ esbuildPlugins = [] }) => esbuildPlugins)
        .slice(0, 1),
      format: "esm",
      platform: "node",
      logLevel: "silent",
    });
    const files = Object.keys(metafile.inputs).filter((file) => file.startsWith("node_modules/"));
    const names = new Set(files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file));
    expect([...names].filter((name) => !bundledPart.includes(`\n## ${name}\n`))).toEqual([]);
    const authors = files.flatMap((file) => readFileSync(join(root, file), "utf8").match(/Copyright \(c\) .*/g) ?? []);
    expect([...new Set(authors)].filter((line) => !bundledPart.includes(line.trim()))).toEqual([]);
  });

  it("carries the licence text of each bundled package", () => {
    const parts = bundledPart.split("\n## ").slice(1);
    for (const part of parts)
      expect(part).toMatch(/Copyright \(c\)[\s\S]*Permission is hereby granted[\s\S]*WITHOUT WARRANTY/);
  });

  it("names every run-time dependency", () => {
    expect(Object.keys(manifest.dependencies).filter((name) => !installedPart.includes(`| ${name} |`))).toEqual([]);
  });
});

/** A pattern names its package by how it starts: /^natural/. */
function nameOf(bundled: string | RegExp): string {
  return typeof bundled === "string" ? bundled : bundled.source.replace(/^\^/, "").replace(/[^\w@/.-].*$/, "");
}
