// How well the page reader does, on pages as they stand and changed, and on clean text:
//
//   node eval/run.mjs eval/pages.ts
//
// The coefficients were fitted on these pages: for figures on sites it has not seen, see fit-page.ts --folds.
import { join } from "node:path";
import { readPage } from "../src/extract/page.js";
import { DATA, figures, loadPages, scorePages, type TestPage, TRANSFORMS, words } from "./pageData.js";
import { cleanFigures } from "./pageFigures.js";

function clean(set: string): void {
  const { wordsKept, textsUntouched } = cleanFigures(join(DATA, "data"), set);
  if (wordsKept !== undefined)
    console.log(`${set.padEnd(24)} words kept ${wordsKept.toFixed(4)}  untouched ${textsUntouched.toFixed(3)}`);
}

/** A found headline is right when it shares this part of its words with the labelled one, which may carry the outlet's name. */
const SAME_HEADLINE = 0.7;

function isHeadline(found: string, wanted: string): boolean {
  const got = words(found);
  const want = words(wanted);
  const shared = want.filter((word) => got.includes(word)).length;
  return want.length > 0 && shared >= SAME_HEADLINE * Math.max(got.length, want.length);
}

/** Of the pages whose headline stands on a line of the dump: how often it is found. */
function headlines(pages: TestPage[]): void {
  const known = pages.filter((page) => page.dump.split("\n").some((line) => isHeadline(line, page.title)));
  const right = known.filter(({ dump, title }) => {
    const span = readPage(dump).title;
    return span !== undefined && isHeadline(dump.slice(span.start, span.end), title);
  });
  console.log(`headline right on ${right.length} of ${known.length} pages`);
}

const pages = loadPages();
for (const { name, change } of TRANSFORMS) console.log(name.padEnd(24), figures(scorePages(pages, change)));
headlines(pages);
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
