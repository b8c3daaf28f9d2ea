import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Two real pages that carry the same story: the American wire copy on a portal, and its British restyling on a
 * syndication page. The texts belong to their publishers and are not part of the project: tests name their lines only.
 */
export interface Seed {
  page: string;
  lines: string[];
  /** The paragraphs of the body. */
  body: string[];
  /** Headline and text of each teaser for another article. */
  teasers: { title: string; text: string }[];
}

interface Ranges {
  file: string;
  /** Lines, counted from one. */
  body: number[];
  teasers: [title: number, text: number][];
}

const british: Ranges = {
  file: "000_517ceb9286c79c9b.txt",
  // 13 and 27 are captions.
  body: everyOther(5, 41).filter((line) => line !== 13 && line !== 27),
  teasers: [46, 52, 59, 65, 71, 80, 86, 92, 98, 104].map((line) => [line, line + 2]),
};

const american: Ranges = {
  file: "002_2474887401581482.txt",
  body: everyOther(19, 55),
  teasers: everyOther(61, 137)
    .filter((line) => line % 4 === 1)
    .map((line) => [line, line + 2]),
};

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(resolve(root, process.env.SAMESTORY_DATA ?? "../shared"), "seeds");

/** Whether the pages are there. The machine that guards the main branch must have them. */
export const seedsAreHere = existsSync(join(folder, british.file));

export function readSeeds(): { british: Seed; american: Seed } {
  return { british: readSeed(british), american: readSeed(american) };
}

function readSeed({ file, body, teasers }: Ranges): Seed {
  const page = readFileSync(join(folder, file), "utf8");
  const lines = page.split("\n");
  const line = (number: number) => (lines[number - 1] ?? "").replace(/^\s*•?\s*/u, "");
  return {
    page,
    lines,
    body: body.map(line),
    teasers: teasers.map(([title, text]) => ({ title: line(title), text: line(text) })),
  };
}

function everyOther(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 2 + 1 }, (_, i) => from + 2 * i);
}
