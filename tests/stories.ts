import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Span } from "../src/article.js";
import type { Verdict } from "../src/compare/verdict.js";
import type { EditKind, FactChange } from "../src/diff/edits.js";

/** A snippet of either text; where it stands more than once, the context says which is meant. */
export interface Quoted {
  a?: string;
  aContext?: string;
  b?: string;
  bContext?: string;
}

/** One file of a labelled story (see test-data/README.md). */
export interface Version {
  name: string;
  kind: "page" | "article";
  title: string | null;
  first: string;
  last: string;
  paragraphs: number;
  furniture: string[];
  /** The file as it stands. */
  text: string;
  /** The paragraphs of the body, parted by blank lines. */
  body: string;
}

export interface StoryPair {
  story: string;
  language: string;
  a: Version;
  b: Version;
  verdict: Verdict;
  edits: (Quoted & { kind: EditKind; substantive: boolean })[];
  facts: (Quoted & { kind: FactChange["kind"] })[];
}

interface Expected {
  language: string;
  versions: Record<string, Omit<Version, "name" | "text" | "body">>;
  pairs: { a: string; b: string; verdict: Verdict; edits?: StoryPair["edits"]; facts?: StoryPair["facts"] }[];
}

const folder = fileURLToPath(new URL("../test-data/", import.meta.url));

/** All labelled versions and pairs. */
export function readStories(): { versions: (Version & { story: string })[]; pairs: StoryPair[] } {
  const versions: (Version & { story: string })[] = [];
  const pairs: StoryPair[] = [];
  for (const story of readdirSync(folder)) {
    // pairs/ and edits/ are other collections.
    if (!existsSync(`${folder}${story}/expected.json`)) continue;
    const expected: Expected = JSON.parse(readFileSync(`${folder}${story}/expected.json`, "utf8"));
    const read = new Map<string, Version>();
    for (const [name, label] of Object.entries(expected.versions)) {
      const text = readFileSync(`${folder}${story}/${name}`, "utf8");
      const version = { ...label, name, text, body: bodyOf(text, label) };
      read.set(name, version);
      versions.push({ ...version, story });
    }
    for (const { a, b, verdict, edits = [], facts = [] } of expected.pairs) {
      const [one, other] = [read.get(a), read.get(b)];
      if (!one || !other) throw new Error(`${story}: ${a} or ${b} is not listed`);
      pairs.push({ story, language: expected.language, a: one, b: other, verdict, edits, facts });
    }
  }
  return { versions, pairs };
}

function bodyOf(text: string, { first, last, furniture }: Pick<Version, "first" | "last" | "furniture">): string {
  const lines = text.slice(text.indexOf(first), text.indexOf(last) + last.length).split("\n");
  return lines
    .filter((line) => line.trim() !== "" && !furniture.some((snippet) => line.includes(snippet)))
    .join("\n\n");
}

/** Where a quoted snippet stands in the body; the context may reach beyond it. */
export function locate({ text, body }: Version, snippet: string, context = snippet): Span {
  const at = text.indexOf(context) + context.indexOf(snippet);
  const line = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", line);
  const paragraph = body.indexOf(text.slice(line, end < 0 ? text.length : end));
  if (!text.includes(context) || paragraph < 0) throw new Error(`“${snippet}” is not in the body`);
  const start = paragraph + at - line;
  return { start, end: start + snippet.length };
}

/** How many characters two spans share. */
export function shared(one: Span | undefined, other: Span): number {
  return one ? Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)) : 0;
}
