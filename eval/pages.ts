// How well the page reader does, on pages as they stand and changed, and on clean text:
//
//   node eval/run.mjs eval/pages.ts
//
// The coefficients were fitted on these pages: for figures on sites it has not seen, see fit-page.ts --folds.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readPage } from "../src/extract/page.js";
import { DATA, figures, loadPages, readJsonLines, scorePages, TRANSFORMS, words } from "./pageData.js";

function clean(set: string): void {
  const file = join(DATA, "data", set, "docs.jsonl");
  if (!existsSync(file)) return;
  let untouched = 0;
  let total = 0;
  let kept = 0;
  let all = 0;
  for (const { text } of readJsonLines<{ text: string }>(file)) {
    const have = words(text).length;
    const got = words(
      readPage(text)
        .paragraphs.map((span) => text.slice(span.start, span.end))
        .join("\n\n"),
    ).length;
    all += have;
    kept += got;
    total++;
    if (got === have) untouched++;
  }
  console.log(
    `${set.padEnd(24)} words kept ${(kept / all).toFixed(4)}  untouched ${(untouched / total).toFixed(3)} of ${total}`,
  );
}

const pages = loadPages();
for (const { name, change } of TRANSFORMS) console.log(name.padEnd(24), figures(scorePages(pages, change)));
clean("ecbplus");
clean("abp");

const ROUNDS = 5;
for (let i = 0; i < ROUNDS; i++) for (const page of pages) readPage(page.dump);
const begin = performance.now();
let size = 0;
for (let i = 0; i < ROUNDS; i++)
  for (const page of pages) {
    readPage(page.dump);
    size += page.dump.length;
  }
const spent = performance.now() - begin;
console.log(
  `${(spent / ROUNDS / pages.length).toFixed(3)} ms a page of ${Math.round(size / ROUNDS / pages.length)} characters`,
);
