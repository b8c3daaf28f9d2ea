/**
 * The package as a user gets it: built, packed, installed into an empty project, type-checked under the three settings
 * in use, run, and bundled for a browser. The build goes to a temporary folder, so that `dist/` stays as it is.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as sources from "../src/index.js";
import * as renderSources from "../src/render/index.js";
import { readStories } from "./stories.js";

const root = resolve(import.meta.dirname, "..");
const minute = 60_000;
const published = ["package.json", "README.md", "CHANGELOG.md", "LICENSE", "THIRD-PARTY-NOTICES.md"];
let place = "";
let project = "";

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "samestory-"));
  const stage = join(place, "stage");
  project = join(place, "project");
  mkdirSync(stage);
  mkdirSync(project);
  runTool("tsup", "tsup", ["--out-dir", join(stage, "dist"), "--silent"], root);
  for (const file of published) if (existsSync(join(root, file))) cpSync(join(root, file), join(stage, file));
  npm(["pack", "--ignore-scripts", "--pack-destination", place], stage);
  const tarball = readdirSync(place).find((file) => file.endsWith(".tgz")) ?? "";
  write("package.json", '{ "name": "consumer", "private": true, "type": "module" }');
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", join(place, tarball)], project);
}, 3 * minute);

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What every consumer does, whatever its settings: each public name is used once and each answer looked at. */
const use = `
const story = [
  "The harbour office in Larnmouth closed on Monday after a night of heavy rain flooded its lower floor.",
  "Staff carried the tide tables and the records of the last forty years up to the attic by hand.",
  "The harbour master, Ines Calder, said the office would open again within a week.",
].join("\\n");
const shorter = story.split("\\n").slice(0, 2).join("\\n");

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const same: Comparison = compare(story, story);
check(same.verdict === "identical" && same.sameStory && same.score >= 0.5, "equal texts are identical");
check(compare(story, "Nothing of the kind was ever written here, or anywhere else.").sameStory === false, "unlike texts differ");
const changes: StoryDiff = diff(story, shorter);
check(apply(changes, story) === shorter, "a diff builds the second text");
const painted = "The men of the town painted the old house by the river on Friday.";
const painting = diff({ text: painted }, { text: painted.replace("painted", "painting") });
check(painting.edits.map(({ kind }) => kind).join() === "inflection", "the detector and the stemmer stand in the build");
const print: Fingerprint = fingerprint(story);
check(resemblance(print, fingerprint(story)) === 1 && containment(print, print).aInB === 1, "a fingerprint resembles itself");
const article: Article = articleFromText(story);
check(article.text.includes("Larnmouth"), "a clean body is kept");
check(renderText(same).length > 0, "a comparison can be shown");
check(renderText(changes, { a: story, b: shorter }).length > 0, "a diff can be shown");
let code = "";
try {
  compare(12 as unknown as string, story);
} catch (error) {
  if (error instanceof SamestoryError) code = error.code;
}
check(code === "INVALID_INPUT", "a caller's mistake has a code");
`;

const imports = `
import { apply, articleFromText, compare, containment, diff, fingerprint, resemblance, SamestoryError } from "samestory";
import type { Article, Comparison, Fingerprint, StoryDiff } from "samestory";
import { renderText } from "samestory/render";
`;

describe("the tarball", () => {
  it("holds the build and the papers, and nothing else", () => {
    const installed = join(project, "node_modules", "samestory");
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" }).map((f) => f.replaceAll("\\", "/"));
    expect(files).toEqual(expect.arrayContaining(published));
    expect(files.filter((file) => !file.startsWith("dist") && !published.includes(file))).toEqual([]);
  });

  it("names no folder of the machine that built it", () => {
    const dist = join(project, "node_modules", "samestory", "dist");
    const named = readdirSync(dist).filter((file) => readFileSync(join(dist, file), "utf8").includes(root));
    expect(named).toEqual([]);
  });
});

describe("an empty TypeScript project with samestory installed", () => {
  // Neither Node's types nor the DOM: the declarations must stand on their own.
  const settings = { target: "ES2022", lib: ["ES2022"], types: [], strict: true, rootDir: ".", skipLibCheck: false };
  const projects = [
    { name: "nodenext", file: "esm.mts", options: { module: "NodeNext", outDir: "out/nodenext" }, runs: "esm.mjs" },
    { name: "commonjs", file: "cjs.cts", options: { module: "NodeNext", outDir: "out/commonjs" }, runs: "cjs.cjs" },
    {
      name: "bundler",
      file: "bundled.ts",
      options: { module: "ESNext", moduleResolution: "Bundler", outDir: "out/bundler" },
      runs: "bundled.js",
    },
  ];

  it.each(projects)(
    "type-checks and runs: $name",
    ({ name, file, options, runs }) => {
      write(file, imports + use);
      const config = { compilerOptions: { ...settings, ...options }, files: [file] };
      write(`tsconfig.${name}.json`, JSON.stringify(config));
      runTool("typescript", "tsc", ["-p", `tsconfig.${name}.json`], project);
      run(process.execPath, [join(options.outDir, runs)], project);
    },
    minute,
  );

  it("gives the same names to import and to require", () => {
    const list = (expression: string): string[] =>
      JSON.parse(
        run(process.execPath, ["--input-type=module", "-e", `console.log(JSON.stringify(${expression}))`], project),
      );
    const required = (entry: string) =>
      list(`Object.keys((await import("node:module")).createRequire(process.cwd() + "/x.js")("${entry}")).sort()`);
    for (const entry of ["samestory", "samestory/render", "samestory/extract"]) {
      expect(list(`Object.keys(await import("${entry}")).sort()`)).toEqual(required(entry));
    }
  });

  it("says of every written story what the sources say", async () => {
    const built = (file: string) =>
      import(pathToFileURL(join(project, "node_modules", "samestory", "dist", file)).href);
    const library: typeof sources = await built("index.js");
    const render: typeof renderSources = await built("render.js");
    for (const { a, b } of readStories().pairs) {
      const answers = ({ articleFromText, compare, diff, summarize, fingerprint }: typeof sources) => {
        const changes = diff(a.text, b.text);
        const summary = summarize(changes, { a: a.text, b: b.text });
        const prints = [a, b].map(({ text }) => [...fingerprint(text).toBytes()]);
        return { article: articleFromText(a.text), compared: compare(a.text, b.text), changes, summary, prints };
      };
      const told = answers(library);
      expect(told).toEqual(answers(sources));
      const texts = { a: a.text, b: b.text, style: "all" as const };
      expect(render.renderMarkdown(told.changes, texts)).toBe(renderSources.renderMarkdown(told.changes, texts));
    }
  });

  it("has a command line", () => {
    write(
      "a.txt",
      "The harbour office in Larnmouth closed on Monday after a night of heavy rain flooded its lower floor.\n",
    );
    const command = join(project, "node_modules", ".bin", "samestory");
    expect(run(command, ["--help"], project)).toContain("compare");
    expect(run(command, ["compare", "a.txt", "a.txt"], project)).toContain("identical");
  });
});

describe("the core in a browser", () => {
  const bundle = async (source: string) => {
    const result = await build({
      stdin: { contents: source, resolveDir: project, loader: "ts" },
      absWorkingDir: project,
      bundle: true,
      write: false,
      metafile: true,
      format: "iife",
      platform: "browser",
      logLevel: "silent",
    });
    return {
      code: result.outputFiles[0]?.text ?? "",
      warnings: result.warnings,
      inputs: Object.keys(result.metafile.inputs),
    };
  };

  it("bundles without shims and runs where there is nothing but the language", async () => {
    const source = `${imports}${use}globalThis.result = "done";`;
    const { code, warnings, inputs } = await bundle(source);
    expect(warnings).toEqual([]);
    expect(inputs.filter((file) => /commander|picocolors|cli-progress/.test(file))).toEqual([]);
    const bare = createContext({});
    expect(runInContext("[typeof process, typeof require, typeof Buffer, typeof window].join()", bare)).toBe(
      "undefined,undefined,undefined,undefined",
    );
    runInContext(code, bare, { timeout: 20_000 });
    expect(runInContext("result", bare)).toBe("done");
  });

  it("costs a user of one small part that part only", async () => {
    const { code } = await bundle('import { renderText } from "samestory/render"; globalThis.show = renderText;');
    expect(code.length).toBeLessThan(60_000);
  });
});

function write(file: string, text: string): void {
  writeFileSync(join(project, file), text);
}

/** Runs a program of this repository, so that nothing has to be fetched. */
function runTool(name: string, program: string, args: string[], cwd: string): string {
  const manifest = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as {
    bin: Record<string, string>;
  };
  return run(process.execPath, [join(root, "node_modules", name, manifest.bin[program] ?? ""), ...args], cwd);
}

function npm(args: string[], cwd: string): void {
  // Inside `npm test` npm hands its own settings down; the empty project is to know nothing of them.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)_/.test(name)),
  );
  execFileSync("npm", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
}

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}
