// How well the page reader does, on pages as they stand and changed, and on clean text:
//
//   node eval/run.mjs eval/pages.ts
//
// The coefficients were fitted on these pages: for figures on sites it has not seen, see fit-page.ts --folds.
import { join } from "node:path";
import { readPage } from "../src/extract/page.js";
import { DATA, figures, loadPages, scorePages, TRANSFORMS } from "./pageData.js";
import { cleanFigures } from "./pageFigures.js";

function clean(set: string): void {
  const { wordsKept, textsUntouched } = cleanFigures(join(DATA, "data"), set);
  if (wordsKept !== undefined)
    console.log(`${set.padEnd(24)} words kept ${wordsKept.toFixed(4)}  untouched ${textsUntouched.toFixed(3)}`);
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
