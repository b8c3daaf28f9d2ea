// How well the HTML reader finds the body on the labelled pages, beside Readability and the whole page:
//
//   node eval/run.mjs eval/html.ts
//
// The same pages are read in other scripts too. The reader's model is fitted on these very pages; what it reaches on sites
// it has not seen is printed by eval/fit-html.ts --folds.
import { parseHtml } from "../src/extract/blocks.js";
import { articleFromHtml } from "../src/extract/html.js";
import { changeTexts, figures, loadHtml, SCRIPTS, scoreText } from "./htmlData.js";
import { readabilityText } from "./readability.js";

const READERS: { name: string; read: (html: string, url: string) => string }[] = [
  {
    name: "whole page",
    read: (html) =>
      parseHtml(html)
        .blocks.map((block) => block.text)
        .join("\n"),
  },
  { name: "Readability", read: (html) => readabilityText(html) },
  { name: "articleFromHtml", read: (html, url) => articleFromHtml(html, { url }).text },
];
/** Without spaces the text goes by characters. */
const JOINED = new Set(["closed up, full-width marks", "ideographs"]);

const cases = loadHtml();
for (const { name: script, change } of SCRIPTS) {
  console.log(script);
  const pages = cases.map((page) => ({ ...page, html: changeTexts(page.html, change), gold: change(page.gold) }));
  for (const { name, read } of READERS) {
    const began = performance.now();
    const texts = pages.map((page) => read(page.html, page.url));
    const took = (performance.now() - began) / pages.length;
    const scores = pages.map((page, i) => scoreText(page.id, texts[i], page.gold, JOINED.has(script)));
    console.log(`  ${name.padEnd(16)} ${figures(scores)}  ${took.toFixed(1)} ms a page`);
  }
}
