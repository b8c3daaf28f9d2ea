/** The README's examples, compiled and run as they stand there; see `examples.ts` for what an example promises. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { libraryEntries } from "./entries.js";
import { type Example, examplesIn, outputFault, type Session, sessionsIn } from "./examples.js";

const root = resolve(import.meta.dirname, "..");
// Below node_modules, so that the built examples find the packages of the project.
const folder = join(root, "node_modules", ".cache", "samestory-readme");
const entries = Object.fromEntries(
  Object.entries(libraryEntries()).map(([name, file]) => [importName(name), join(root, file)]),
);
const readme = existsSync(join(root, "README.md")) ? readFileSync(join(root, "README.md"), "utf8") : "";
const examples = examplesIn(readme);
const sessions = sessionsIn(readme);
const mark = "--- next part ---";

describe("the README", () => {
  let faults = new Map<string, string[]>();

  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const example of examples) writeFileSync(fileOf(example), programOf(example));
    faults = typeFaults(examples.map(fileOf));
    if (sessions.length > 0) await buildCommand();
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows how to use the library", () => expect(examples.length).toBeGreaterThan(0));
  it("shows how to use the command line", () => expect(sessions.length).toBeGreaterThan(0));

  it.each(examples)("has an example that compiles, at line $line", (example) => {
    expect(faults.get(fileOf(example)) ?? []).toEqual([]);
  });

  it.each(examples.filter(({ runs }) => runs))(
    "has an example that does what it says, at line $line",
    async (example) => {
      const built = fileOf(example).replace(/\.ts$/, ".mjs");
      await bundle(fileOf(example), built);
      const { status, stdout, stderr } = runInRoot(process.execPath, [built]);
      expect(status, stderr).toBe(0);
      const own = stdout.slice(stdout.lastIndexOf(mark) + mark.length);
      if (example.output !== undefined) expect(outputFault(example.output, own)).toBeUndefined();
    },
  );

  it.each(sessions)("has a session that goes as shown, at line $line", (session) => {
    const { stdout } = runInRoot("bash", ["-c", scriptOf(session)]);
    const outputs = stdout.split(`${mark}\n`).slice(0, -1);
    const wrong = session.steps.map(({ command, output }, i) => {
      const fault = outputFault(output, outputs[i] ?? "");
      return fault && { command, ...fault };
    });
    expect(wrong.filter((fault) => fault !== undefined)).toEqual([]);
  });
});

describe("the reader of examples", () => {
  const fence = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\`\n`;

  it("takes the promise from comments, over several lines", () => {
    const [example] = examplesIn(
      fence("ts", "console.log(1); // → 1\nconsole.log(f());\n// → a\n//   b\n\n// a remark"),
    );
    expect(example?.output).toBe("1\na\nb");
  });

  it("takes the promise from a text block right below, not from one further down", () => {
    expect(examplesIn(fence("ts", "f()") + fence("text", "out"))[0]?.output).toBe("out\n");
    expect(examplesIn(`${fence("ts", "f()")}\nElsewhere:\n${fence("text", "out")}`)[0]?.output).toBeUndefined();
  });

  it("goes on from the block before, up to the next import", () => {
    const blocks = ['import "x";', "second", "third", 'import "y";'].map((body) => fence("ts", body)).join("\n");
    expect(examplesIn(blocks).map(({ before }) => before.length)).toEqual([0, 1, 2, 0]);
  });

  it("reads sessions of samestory, and leaves other commands alone", () => {
    const own = fence("sh", "$ samestory compare a b\nidentical\n\n$ echo $?\n0");
    const steps = [
      { command: "samestory compare a b", output: "identical\n\n" },
      { command: "echo $?", output: "0\n" },
    ];
    expect(sessionsIn(fence("sh", "$ npm test") + fence("sh", "npm install samestory") + own)).toEqual([
      { line: 7, steps },
    ]);
  });

  it("notices output that differs, and lets … stand for any lines", () => {
    expect(outputFault("a\nb", "a \nb\n")).toBeUndefined();
    expect(outputFault("a\n…\nd", "a\nb\nc\nd\n")).toBeUndefined();
    expect(outputFault("a.c", "abc")).toBeDefined();
    expect(outputFault("a\n…\nd", "a\nb\n")).toBeDefined();
    expect(outputFault("a", "a\nb")).toBeDefined();
    expect(outputFault("", "a")).toBeDefined();
  });
});

/** `index` is the package itself, every other entry a path below it. */
function importName(entry: string): string {
  return entry === "index" ? "samestory" : `samestory/${entry}`;
}

function fileOf(example: Example): string {
  return join(folder, `line-${example.line}.ts`);
}

/** The blocks of a chain as one program that prints a mark before the last, so that only its own output is compared. */
function programOf({ before, code }: Example): string {
  return [...before, `console.log(${JSON.stringify(mark)});`, code, "export {};"].join("\n");
}

function typeFaults(files: string[]): Map<string, string[]> {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    paths: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]])),
    resolveJsonModule: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const found = new Map<string, string[]>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    found.set(
      file,
      diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    );
  }
  return found;
}

async function buildCommand(): Promise<void> {
  await bundle(join(root, "src/cli/main.ts"), join(folder, "cli.mjs"));
  const command = join(folder, "samestory");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(folder, "cli.mjs")}" "$@"\n`);
  chmodSync(command, 0o755);
}

/** Built as tsup.config.ts builds: run-time dependencies stay outside, all else goes in. */
async function bundle(from: string, to: string): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: object };
  await build({
    entryPoints: [from],
    outfile: to,
    alias: entries,
    external: Object.keys(manifest.dependencies),
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "silent",
  });
}

function scriptOf({ steps }: Session): string {
  return steps.map(({ command }) => `{ ${command}; } 2>&1; ended=$?; echo "${mark}"; (exit $ended)`).join("\n");
}

function runInRoot(command: string, args: string[]) {
  const { NO_COLOR, FORCE_COLOR, ...rest } = process.env;
  const env = { ...rest, NO_COLOR: "1", COLUMNS: "80", PATH: `${folder}${delimiter}${process.env.PATH ?? ""}` };
  return spawnSync(command, args, { cwd: root, env, encoding: "utf8", input: "" });
}
