import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.js";
import { apply } from "../../src/diff/script.js";

interface Line {
  id: string;
  a: { text: string };
  b: { text: string };
}

const folder = resolve(import.meta.dirname, "../../test-data/pairs");
const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
const linesOf = (name: string): Line[] =>
  readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

/** The ids of pairs whose diff does not make one text of the other. */
function wrong(lines: readonly Line[]): string[] {
  return lines
    .filter(({ a, b }) =>
      [
        [a, b],
        [b, a],
      ].some(
        ([one, two]) =>
          apply(diff(one, two), one.text) !== two.text || apply(diff(one.text, two.text), one.text) !== two.text,
      ),
    )
    .map(({ id }) => id);
}

describe("a diff of two written articles, in either direction, as articles and as pages", () => {
  it.each(files)("of %s makes one text of the other", (name) => {
    const lines = linesOf(name);
    expect(lines.length).toBeGreaterThan(0);
    expect(wrong(lines)).toEqual([]);
  });
});
