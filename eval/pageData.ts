// The labelled pages: loading, the changes they are tried under, and the figures.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PageModel } from "../src/extract/model.js";
import { readPage } from "../src/extract/page.js";
import { closeUp, dumpHtml, rotateLetters } from "./dump.js";

export const DATA = process.env.SAMESTORY_DATA ?? "../shared";

export interface TestPage {
  id: number;
  site: string;
  dump: string;
  gold: string;
  /** The headline, as the page's own data tell it. */
  title: string;
}

/** Gold that is cut or foreign, by the data's own notes; reported with and without. */
export const DOUBTFUL = new Set([138, 208, 241, 242, 250, 357, 358, 401, 425, 426]);

export function readJsonLines<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** The labelled pages; `data` is the folder that holds the sets. */
export function loadPages(data = join(DATA, "data")): TestPage[] {
  const folder = join(data, "pages");
  if (!existsSync(folder)) throw new Error(`no pages at ${folder}; set SAMESTORY_DATA to the folder that holds "data"`);
  interface Row {
    id: number;
    url: string;
    text: string;
    title?: string;
    html_file: string;
  }
  return readJsonLines<Row>(join(folder, "docs.jsonl")).map((row) => ({
    id: row.id,
    site: siteOf(row.url),
    dump: dumpHtml(gunzipSync(readFileSync(join(folder, row.html_file))).toString("utf8")),
    gold: row.text,
    title: row.title ?? "",
  }));
}

/** The part of the host that names the site, without its prefixes ("www", "blogs"). */
function siteOf(url: string): string {
  const parts = new URL(url).hostname.split(".");
  const short = parts.length > 2 && parts[parts.length - 2].length <= 3 ? 3 : 2;
  return parts.slice(-short).join(".");
}

/** What the same pages are tried under: no word list helps on the second, no space and no capital on the third. */
export const TRANSFORMS = [
  { name: "plain", change: (text: string) => text },
  { name: "letters rotated", change: rotateLetters },
  { name: "closed up, full width", change: closeUp },
];

export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingles(list: string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i + 4 <= list.length; i++) {
    const shingle = list.slice(i, i + 4).join(" ");
    found.set(shingle, (found.get(shingle) ?? 0) + 1);
  }
  return found;
}

export interface PageScore {
  id: number;
  site: string;
  precision: number;
  recall: number;
  words: number;
}

/** Precision and recall of each page by multisets of 4-word shingles. What was read from a changed dump is scored by the same lines of the plain one. */
export function scorePages(pages: TestPage[], change: (text: string) => string, model?: PageModel): PageScore[] {
  return pages.map((page) => {
    const dump = change(page.dump);
    const body = linesRead(page.dump, dump, readPage(dump, model).paragraphs);
    const got = shingles(words(body));
    const want = shingles(words(page.gold));
    let hits = 0;
    let gotTotal = 0;
    let wantTotal = 0;
    for (const n of want.values()) wantTotal += n;
    for (const [shingle, n] of got) {
      gotTotal += n;
      hits += Math.min(n, want.get(shingle) ?? 0);
    }
    const precision = gotTotal === 0 ? 0 : hits / gotTotal;
    return {
      id: page.id,
      site: page.site,
      precision,
      recall: wantTotal === 0 ? 1 : hits / wantTotal,
      words: wantTotal,
    };
  });
}

/** The plain dump's lines at which spans of the changed dump begin; both have the same lines. */
function linesRead(plain: string, changed: string, spans: { start: number; end: number }[]): string {
  const plainLines = plain.split("\n");
  const kept: string[] = [];
  let line = 0;
  let at = 0;
  for (const span of spans) {
    for (; at < span.end; at++) {
      if (at === span.start) kept.push(plainLines[line]);
      if (changed[at] === "\n") {
        line++;
        if (at >= span.start) kept.push(plainLines[line]);
      }
    }
  }
  return kept.join("\n");
}

export function average(scores: PageScore[]): { precision: number; recall: number; f1: number } {
  let precision = 0;
  let recall = 0;
  for (const score of scores) {
    precision += score.precision / scores.length;
    recall += score.recall / scores.length;
  }
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** One line: F1, precision, recall, pages with hardly any recall, F1 without the doubtful gold. */
export function figures(scores: PageScore[]): string {
  const { precision, recall, f1 } = average(scores);
  const lost = scores.filter((score) => score.recall < 0.3).length / scores.length;
  const sure = average(scores.filter((score) => !DOUBTFUL.has(score.id)));
  const show = (value: number) => value.toFixed(3);
  return `F1 ${show(f1)}  P ${show(precision)}  R ${show(recall)}  recall < .3: ${(100 * lost).toFixed(1)}%  sure gold F1 ${show(sure.f1)}`;
}
