import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { libraryEntries } from "./entries.js";
import {
  anyFaults,
  arrowFaults,
  cycleFaults,
  docFaults,
  entries,
  indexFaults,
  nameFaults,
  packageFaults,
  programOf,
  purityFaults,
  type Sources,
} from "./house.js";

const root = resolve(import.meta.dirname, "..").replaceAll("\\", "/");

describe("the source keeps the plan of docs/design.md", () => {
  const sources = sourcesOf("src");
  const program = programOf(sources, root);

  it("is entered where tsup.config.ts says", () => expect(Object.values(libraryEntries())).toEqual(entries));
  it("has imports that follow the arrows only", () => expect(arrowFaults(sources)).toEqual([]));
  it("has no import cycle", () => expect(cycleFaults(sources)).toEqual([]));
  it("imports packages that are installed with it or bundled, and none of Node's in the core", () =>
    expect(packageFaults(sources, packagesShipped())).toEqual([]));
  it("has no file or folder with a name that says nothing", () => expect(nameFaults(sources)).toEqual([]));
  it("only re-exports by name in src/index.ts", () => {
    expect([...sources.keys()]).toContain("src/index.ts");
    expect(indexFaults(sources)).toEqual([]);
  });
  it("has no any, written or inferred", () => expect(anyFaults(program, root)).toEqual([]));
  it("has a core without clock, chance, locale, Node or DOM", () => expect(purityFaults(program, root)).toEqual([]));
  it("has a doc comment on every public export", () => expect(docFaults(program, root)).toEqual([]));
});

describe("the rules notice a break", () => {
  const fine: [string, string][] = [
    ["src/article.ts", "/** A text. */\nexport interface Article { text: string }\n"],
    [
      "src/text/words.ts",
      'import type { Article } from "../article.js";\nexport const words = (a: Article) => a.text.split(" ");\n',
    ],
    [
      "src/diff/align.ts",
      'import { words } from "../text/words.js";\n/** Aligns. */\nexport const align = () => words({ text: "" });\n',
    ],
    ["src/render/index.ts", "/** Shows. */\nexport const renderText = () => 1;\n"],
    ["src/extract/index.ts", "/** Reads. */\nexport const articleFromHtml = () => 1;\n"],
    ["src/index.ts", 'export type { Article } from "./article.js";\nexport { align } from "./diff/align.js";\n'],
  ];
  const house = (...changed: [string, string][]): Sources => new Map([...fine, ...changed]);
  const anyIn = (text: string) => anyFaults(programOf(house(["src/text/words.ts", text]), root), root);
  const impure = (text: string, path = "src/text/words.ts") => purityFaults(programOf(house([path, text]), root), root);

  it("finds nothing in a house that is in order", () => {
    const sources = house();
    const program = programOf(sources, root);
    const faults = [arrowFaults, cycleFaults, nameFaults, indexFaults].flatMap((check) => check(sources));
    expect([...faults, ...[anyFaults, purityFaults, docFaults].flatMap((check) => check(program, root))]).toEqual([]);
  });

  it.each([
    ["an arrow that runs back", "src/text/words.ts", 'import { align } from "../diff/align.js";'],
    ["diff that knows fingerprint", "src/diff/align.ts", 'import type { F } from "../fingerprint/sketch.js";'],
    ["fingerprint that knows diff", "src/fingerprint/sketch.ts", 'export { align } from "../diff/align.js";'],
    ["an import of the public index from inside", "src/diff/align.ts", 'import { x } from "../index.js";'],
    ["values of diff in render", "src/render/index.ts", 'import { align } from "../diff/align.js";'],
    ["an inner file in the command line", "src/cli/main.ts", 'import { align } from "../diff/align.js";'],
    ["an arrow hidden in import()", "src/text/words.ts", 'const later = () => import("../diff/align.js");'],
    ["an arrow hidden in a type", "src/text/words.ts", 'type A = import("../diff/align.js").A;'],
    ["a room that is not on the plan", "src/magic/wand.ts", "export const wand = 1;"],
    ["an import that leads nowhere", "src/diff/align.ts", 'import { x } from "./gone.js";'],
  ])("%s", (_name, path, text) => {
    expect(arrowFaults(house(["src/fingerprint/sketch.ts", "export type F = 1;"], [path, text]))).toHaveLength(1);
  });

  it("types of diff in render are allowed", () => {
    expect(arrowFaults(house(["src/render/index.ts", 'import type { align } from "../diff/align.js";']))).toEqual([]);
  });

  it("a cycle of two files and of one file with itself", () => {
    const back: [string, string] = ["src/text/words.ts", 'import type { A } from "./sentences.js";'];
    expect(cycleFaults(house(back, ["src/text/sentences.ts", 'import { words } from "./words.js";']))).toHaveLength(1);
    expect(cycleFaults(house(["src/text/words.ts", 'import { words } from "./words.js";']))).toHaveLength(1);
  });

  it("packages that users would not have, and Node's modules in the core only", () => {
    const faults = (path: string, name: string) => packageFaults(house([path, `import x from "${name}";`]), ["tinyld"]);
    expect(faults("src/text/words.ts", "vitest")).toHaveLength(1);
    expect(faults("src/text/words.ts", "node:fs")).toHaveLength(1);
    expect(faults("src/text/words.ts", "fs/promises")).toHaveLength(1);
    expect(faults("src/text/words.ts", "tinyld/light")).toEqual([]);
    expect(faults("src/cli/main.ts", "node:fs")).toEqual([]);
  });

  it.each(["src/utils.ts", "src/diff/utils/align.ts", "src/diff/types.ts", "src/diff/index.ts", "src/index/x.ts"])(
    "the name %s",
    (path) => expect(nameFaults(house([path, ""]))).toEqual([path]),
  );

  it.each(['export * from "./article.js";', "export const x = 1;", 'import "./article.js";'])(
    "more than named re-exports in src/index.ts: %s",
    (text) => expect(indexFaults(house(["src/index.ts", text]))).toHaveLength(1),
  );

  it.each([
    "export const f = (x: any) => 1;",
    "export const list: any[] = [];",
    "export const read = (s: string) => { const x = JSON.parse(s); return String(x); };",
    "export const read = (s: string) => JSON.parse(s) as { text: string };",
    "export function read(s: string) { return JSON.parse(s); }",
  ])("any in: %s", (text) => expect(anyIn(text).length).toBeGreaterThan(0));

  it("a parsed value that is taken as unknown is in order", () => {
    expect(anyIn("export function read(s: string): unknown { return JSON.parse(s) as unknown; }")).toEqual([]);
  });

  it.each([
    "export const now = () => Date.now();",
    "export const now = () => new Date();",
    "export const now = () => Date();",
    "export const chance = () => Math.random();",
    "declare const performance: { now(): number };\nexport const t = () => performance.now();",
    "declare const process: { env: object };\nexport const e = () => process.env;",
    "export const d = () => document.title;",
    "export const order = (a: string, b: string) => a.localeCompare(b);",
    "export const low = (a: string) => a.toLocaleLowerCase();",
  ])("the machine shows in: %s", (text) => expect(impure(text)).not.toEqual([]));

  it.each([
    "export const time = (s: string) => new Date(s).getTime() - Date.parse(s);",
    "export const f = (window: number[]) => window.length;",
    "export const f = (x: { document: string; location: string }) => x.document + x.location;",
    'export const low = (a: string) => a.toLocaleLowerCase("en");',
  ])("nothing of the machine shows in: %s", (text) => expect(impure(text)).toEqual([]));

  it("the command line may use the machine", () => {
    expect(impure("export const now = () => Date.now();", "src/cli/main.ts")).toEqual([]);
  });

  it("a public export without a doc comment, and a missing entry", () => {
    const bare = house(["src/diff/align.ts", "export const align = () => 1;"]);
    expect(docFaults(programOf(bare, root), root)).toEqual(["src/index.ts: align has no doc comment"]);
    expect(docFaults(programOf(house(["src/render/index.ts", ""]), root), root)).toHaveLength(1);
  });
});

function sourcesOf(folder: string): Sources {
  const paths = readdirSync(resolve(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts"));
  return new Map(paths.sort().map((path) => [path, readFileSync(resolve(root, path), "utf8")]));
}

/** What a user has after `npm install samestory`: the dependencies, and what tsup.config.ts bundles. */
function packagesShipped(): string[] {
  const manifest: unknown = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
  const namesIn = (field: string): string[] =>
    Object.keys((manifest as Record<string, object | undefined>)[field] ?? {});
  const config = readFileSync(resolve(root, "tsup.config.ts"), "utf8");
  const isBundled = (name: string): boolean => config.includes(`"${name}"`) || config.includes(`/^${name}`);
  return [...namesIn("dependencies"), ...namesIn("peerDependencies"), ...namesIn("devDependencies").filter(isBundled)];
}
