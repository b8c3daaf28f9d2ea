// The labelled pages as HTML: loading, the same pages in other scripts, and the figures.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { closeUp, rotateLetters } from "./dump.js";
import { DATA, DOUBTFUL, readJsonLines } from "./pageData.js";

export interface HtmlCase {
  id: number;
  site: string;
  url: string;
  html: string;
  gold: string;
  title: string;
  source: string;
}

export function loadHtml(): HtmlCase[] {
  const folder = join(DATA, "data", "pages");
  if (!existsSync(folder)) throw new Error(`no pages at ${folder}; set SAMESTORY_DATA to the folder that holds "data"`);
  interface Row {
    id: number;
    url: string;
    text: string;
    title: string;
    source: string;
    html_file: string;
  }
  return readJsonLines<Row>(join(folder, "docs.jsonl")).map((row) => ({
    id: row.id,
    site: siteOf(row.url),
    url: row.url,
    html: gunzipSync(readFileSync(join(folder, row.html_file))).toString("utf8"),
    gold: row.text,
    title: row.title,
    source: row.source,
  }));
}

/** The part of the host that names the site, without its prefixes ("www", "blogs"). */
function siteOf(url: string): string {
  const parts = new URL(url).hostname.split(".");
  const short = parts.length > 2 && parts[parts.length - 2].length <= 3 ? 3 : 2;
  return parts.slice(-short).join(".");
}

/** The same pages in other scripts. `gold` is changed like the texts of the page. */
export const SCRIPTS: { name: string; change: (text: string) => string }[] = [
  { name: "as it stands", change: (text) => text },
  { name: "letters rotated", change: rotateLetters },
  { name: "closed up, full-width marks", change: closeUp },
  { name: "ideographs", change: (text) => closeUp(ideographs(text)) },
  { name: "Arabic letters", change: arabic },
];

/** Every word becomes two ideographs that depend on it alone, so that lengths are those of Chinese. */
function ideographs(text: string): string {
  return text
    .replace(/[A-Za-z\u00c0-\u024f'’]+/g, (word) => {
      let hash = 7;
      for (const c of word.toLowerCase()) hash = (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0;
      return word.length < 4
        ? String.fromCharCode(0x4e00 + (hash % 8000))
        : String.fromCharCode(0x4e00 + (hash % 8000), 0x4e00 + ((hash >>> 13) % 8000));
    })
    .replace(/,(?=\s|$)/gm, "，");
}

const ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه";

function arabic(text: string): string {
  return text
    .replace(/[a-z]/gi, (c) => ARABIC[c.toLowerCase().charCodeAt(0) - 97] ?? c)
    .replace(/\?/g, "؟")
    .replace(/,/g, "،");
}

/** Changes the visible text of a page and leaves its tags, its scripts and its entities. */
export function changeTexts(html: string, change: (text: string) => string): string {
  return html.replace(
    /<(script|style|noscript|template|svg|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/gi,
    (part) =>
      part[0] === "<" ? part : part.replace(/&#?\w+;|[^&]+|&/g, (text) => (text[0] === "&" ? text : change(text))),
  );
}

function shinglesOf(units: string[], size: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i + size <= units.length; i++) {
    const shingle = units.slice(i, i + size).join(" ");
    found.set(shingle, (found.get(shingle) ?? 0) + 1);
  }
  return found;
}

export interface Score {
  id: number;
  precision: number;
  recall: number;
}

/** Precision and recall over multisets of 4-word shingles; `joined` texts have no spaces and go by 16 characters. */
export function scoreText(id: number, got: string, gold: string, joined: boolean): Score {
  const size = joined ? 16 : 4;
  const units = (text: string) =>
    joined
      ? [...(text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [])]
      : (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  const have = shinglesOf(units(got), size);
  const want = shinglesOf(units(gold), size);
  let hits = 0;
  let haveTotal = 0;
  let wantTotal = 0;
  for (const n of want.values()) wantTotal += n;
  for (const [shingle, n] of have) {
    haveTotal += n;
    hits += Math.min(n, want.get(shingle) ?? 0);
  }
  return { id, precision: haveTotal === 0 ? 0 : hits / haveTotal, recall: wantTotal === 0 ? 1 : hits / wantTotal };
}

export function meanOf(scores: Score[]): { precision: number; recall: number; f1: number } {
  const mean = (pick: (score: Score) => number) => scores.reduce((sum, s) => sum + pick(s), 0) / scores.length;
  const precision = mean((s) => s.precision);
  const recall = mean((s) => s.recall);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export function figures(scores: Score[]): string {
  const { precision, recall, f1 } = meanOf(scores);
  const sure = meanOf(scores.filter((score) => !DOUBTFUL.has(score.id)));
  const lost = scores.filter((score) => score.recall < 0.3).length;
  const show = (value: number) => value.toFixed(3);
  return `F1 ${show(f1)}  P ${show(precision)}  R ${show(recall)}  recall < .3: ${lost}  sure gold: F1 ${show(sure.f1)}`;
}
