/** A page to its article, beside Readability. The labelled pages are needed: without them there is no such table. */

import { dumpHtml } from "../eval/dump.js";
import { loadHtml, meanOf, scoreText } from "../eval/htmlData.js";
import { readabilityText } from "../eval/readability.js";
import { articleFromHtml } from "../src/extract/html.js";
import { articleFromText } from "../src/index.js";
import type { Measurement, Row, Subject } from "./row.js";
import { isReal, someOf } from "./texts.js";
import { type Budget, timeOf } from "./timing.js";

/** Whoever reads HTML takes some milliseconds a page. */
const FEW = 30;
const HTML_WORK = "HTML to article";
export const TEXT_WORK = "page text to article";

interface Page {
  id: number;
  input: string;
  url: string;
  gold: string;
}

export const readers: Subject = {
  name: "page",
  title: "Page readers, of one page",
  measurements: isReal
    ? [
        reader(TEXT_WORK, "samestory", (page) => articleFromText(page.input).text),
        reader(HTML_WORK, "samestory", (page) => articleFromHtml(page.input, { url: page.url }).text),
        reader(HTML_WORK, "Readability, linkedom", (page) => readabilityText(page.input)),
      ]
    : [],
};

function reader(work: string, by: string, read: (page: Page) => string): Measurement {
  return {
    name: `${work}, ${by}`,
    measure: ({ budget, quick }) => {
      const pages = loadHtml().map(({ id, html, url, gold }) => ({
        id,
        url,
        gold,
        input: work === TEXT_WORK ? dumpHtml(html) : html,
      }));
      return [rowOf(work, by, quick ? someOf(pages, FEW) : pages, read, budget)];
    },
  };
}

function rowOf(work: string, by: string, pages: readonly Page[], read: (page: Page) => string, budget: Budget): Row {
  const timing = timeOf(pages.length, budget, (i) => read(pages[i]));
  const { f1, precision, recall } = meanOf(pages.map((page) => scoreText(page.id, read(page), page.gold, false)));
  const accuracy = `F1 of the body ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)})`;
  const kilobytes = pages.reduce((sum, { input }) => sum + input.length, 0) / pages.length / 1000;
  return { work, by, ...timing, on: `${pages.length} pages of ${kilobytes.toFixed(0)} KB`, accuracy };
}
