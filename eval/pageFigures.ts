/** What the page reader does on the labelled pages and on clean text, as figures for the tables and the gate. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readPage } from "../src/extract/page.js";
import type { Figures } from "./evaluate.js";
import { average, DOUBTFUL, loadPages, readJsonLines, scorePages, TRANSFORMS, words } from "./pageData.js";

/** Names of the figures in the gate file, in the order of TRANSFORMS. */
const F1_NAMES = ["textF1", "textF1Rotated", "textF1ClosedUp"];

/** Nothing where the pages are not there. `folder` holds the sets. */
export function pageFigures(folder: string): Figures | undefined {
  if (!existsSync(join(folder, "pages", "docs.jsonl"))) return undefined;
  const pages = loadPages(folder);
  const figures: Figures = { pages: pages.length };
  for (const [at, { change }] of TRANSFORMS.entries()) {
    const scores = scorePages(pages, change);
    const { precision, recall, f1 } = average(scores);
    figures[F1_NAMES[at]] = f1;
    if (at > 0) continue;
    figures.textPrecision = precision;
    figures.textRecall = recall;
    figures.textF1SureGold = average(scores.filter(({ id }) => !DOUBTFUL.has(id))).f1;
    figures.pagesLost = scores.filter((score) => score.recall < 0.3).length / scores.length;
  }
  const start = performance.now();
  for (const { dump } of pages) readPage(dump);
  figures.msPerPage = (performance.now() - start) / pages.length;
  return figures;
}

/** What is left of texts that are clean already: the share of their words, and of the texts that keep every one. */
export function cleanFigures(folder: string, set: string): Figures {
  const file = join(folder, set, "docs.jsonl");
  if (!existsSync(file)) return {};
  const texts = readJsonLines<{ text: string }>(file).map(({ text }) => text);
  const counts = texts.map((text) => {
    const kept = readPage(text).paragraphs.map((span) => text.slice(span.start, span.end));
    return { have: words(text).length, kept: words(kept.join("\n\n")).length };
  });
  const sum = (of: (count: { have: number; kept: number }) => number) => counts.reduce((all, one) => all + of(one), 0);
  return {
    wordsKept: sum(({ kept }) => kept) / sum(({ have }) => have),
    textsUntouched: counts.filter(({ have, kept }) => have === kept).length / counts.length,
  };
}
