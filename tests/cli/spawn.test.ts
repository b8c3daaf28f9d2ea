import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, ended } from "./ended.js";
import { bundleProgram } from "./program.js";

const root = resolve(import.meta.dirname, "../..");
let folder = "";
let program = "";

/** Puts the stand-in where the program looks for the library. */
const standIn: Plugin = {
  name: "stand-in",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/index\.js$/ }, ({ resolveDir }) =>
      resolveDir === join(root, "src/cli") ? { path: join(root, "tests/cli/standIn.ts") } : undefined,
    );
  },
};

/** Runs a program; `read` says how many bytes of its output are read before the pipe is closed. */
function start(path: string, args: string[], input = "", read = Number.POSITIVE_INFINITY): Promise<Ended> {
  const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, NO_COLOR: "", FORCE_COLOR: "" } });
  child.stdin.on("error", () => {}); // a program that reads no input may end first
  child.stdin.end(input);
  return ended(child, read);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "samestory-spawn-"));
  program = await bundleProgram(folder, "program.mjs", [standIn]);
  writeFileSync(join(folder, "a.txt"), "A ferry ran aground.");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the program as a process", () => {
  const file = (): string => join(folder, "a.txt");

  it("reads standard input and exits 0 for the same story, 1 for another", async () => {
    const same = await start(program, ["compare", "-", file()], "A ferry ran aground.");
    expect(same).toMatchObject({ status: 0, err: "" });
    expect(same.out).toMatch(/^Same story: identical, score 1\.00\n/);
    expect(await start(program, ["compare", "-", file()], "Else.")).toMatchObject({ status: 1, err: "" });
  });

  it("exits 2 with one line on standard error", async () => {
    const { status, out, err } = await start(program, ["compare", file(), join(folder, "none.txt")]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^samestory: .*none\.txt does not exist: [^\n]+\n$/);
    expect((await start(program, ["compare"])).status).toBe(2);
  });

  it("knows the version of the package", async () => {
    const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const { out, status } = await start(program, ["--version"]);
    expect(status).toBe(0);
    expect(manifest).toHaveProperty("version", out.trim());
  });

  it("ends quietly when its reader goes away", async () => {
    writeFileSync(join(folder, "long.txt"), "x".repeat(200_000));
    const { err, status } = await start(program, ["compare", join(folder, "long.txt"), file()], "", 100);
    expect([err, status]).toEqual(["", 1]);
  });

  it("writes all of a long report to a slow pipe", async () => {
    writeFileSync(join(folder, "long.txt"), "x".repeat(200_000));
    const { out } = await start(program, ["compare", "--json", join(folder, "long.txt"), file()]);
    expect(JSON.parse(out)).toHaveProperty("reasons.length", 200_000);
  });
});

// The whole way with the real library; skipped where compare or the stories are not there yet.
const story = join(root, "test-data/strait-talks");
describe.skipIf(!existsSync(join(root, "src/compare/compare.ts")) || !existsSync(story))("with the library", () => {
  it("compares and diffs two versions of a story", async () => {
    const whole = await bundleProgram(folder, "whole.mjs");
    const pages = [join(story, "american.txt"), join(story, "british.txt")];
    const compared = await start(whole, ["compare", ...pages]);
    expect(compared).toMatchObject({ status: 0, err: "" });
    expect(compared.out).toMatch(/^Same story: near-duplicate, score /);
    const changed = await start(whole, ["diff", ...pages]);
    expect(changed).toMatchObject({ status: 1, err: "" });
    expect(changed.out).toMatch(/\d+ substantive, \d+ style edits/);
  });
});
