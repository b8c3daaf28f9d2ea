/**
 * Makes a feed of any length from real articles: stories of their own in several versions (copies, edits, briefs, updates),
 * with each outlet's furniture, and templates that are other stories. The same seed gives the same feed.
 *
 * A story is as many paragraphs as a real article has, each from any of the real articles, with every second of its rarer
 * words replaced throughout by another of the same vocabulary, by a substitution of its own. So two stories that have
 * paragraphs of one origin share idioms and no more, as unrelated articles of one beat do.
 */
import type { Article } from "../src/index.js";

/** An article of the made feed, and what it is. */
export interface Made {
  article: Article & { id: string };
  /** Articles with the same number are versions of one story. */
  story: number;
  kind: "original" | "copy" | "edit" | "brief" | "update" | "template";
}

/** A random number of 0 … below - 1. */
export type Random = (below: number) => number;

/** Numbers that are random and the same every time. */
export function randomNumbers(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const OUTLETS = 60;
/** Versions come within so many articles of the original; one in ten much later. */
const NEAR = 600;
const FAR = 20_000;
const MINUTE = 60_000;
const START = Date.UTC(2031, 0, 1);

/** So many articles, made from these texts. */
export function* makeFeed(texts: readonly string[], count: number, seed = 1): Generator<Made> {
  const random = randomNumbers(seed);
  const vocabulary = vocabularyOf(texts);
  const paragraphs = texts.map((text) =>
    text
      .split(/\n+/)
      .filter((line) => line.trim() !== "")
      .map(cutAtWords),
  );
  const furniture = Array.from({ length: OUTLETS }, (_, outlet) => furnitureOf(outlet, vocabulary, random));
  const waiting = new Map<number, Made[]>();
  let story = 0;
  for (let at = 0; at < count; at++) {
    const due = waiting.get(at) ?? [];
    waiting.delete(at);
    const made = due.shift() ?? original(story++);
    if (due.length > 0) waiting.set(at + 1, [...due, ...(waiting.get(at + 1) ?? [])]);
    const outlet = random(OUTLETS);
    const { id, text } = made.article;
    const published = new Date(START + at * MINUTE).toISOString();
    const article = {
      id: `${at}-${id}`,
      text: `${text}\n\n${furniture[outlet]}`,
      source: `Outlet ${outlet}`,
      publishedAt: published,
    };
    if (made.kind === "original") plan(made, at);
    yield { ...made, article };
  }

  function original(number: number): Made {
    const length = paragraphs[random(paragraphs.length)].length;
    const drawn = Array.from({ length }, () => {
      const from = paragraphs[random(paragraphs.length)];
      return from[random(from.length)];
    });
    const text = substituted(drawn, vocabulary, random);
    return { article: { id: `s${number}`, text }, story: number, kind: "original" };
  }

  function plan({ article: { id, text }, story: number }: Made, at: number): void {
    for (let version = random(10) < 5 ? 0 : 1 + random(3); version > 0; version--) {
      const other = versionOf(text, vocabulary, random);
      const made = {
        article: { id, text: other.text },
        story: other.kind === "template" ? story++ : number,
        kind: other.kind,
      };
      const place = at + 1 + random(random(10) === 0 ? FAR : NEAR);
      waiting.set(place, [...(waiting.get(place) ?? []), made]);
    }
  }
}

function versionOf(
  text: string,
  vocabulary: readonly string[],
  random: Random,
): { text: string; kind: Exclude<Made["kind"], "original"> } {
  const paragraphs = text.split(/\n+/).filter((line) => line !== "");
  const kind = (["copy", "edit", "edit", "brief", "update", "template"] as const)[random(6)];
  switch (kind) {
    case "brief": {
      const words = text.split(/\s+/).slice(0, 60 + random(90));
      return { text: words.join(" "), kind };
    }
    case "edit":
      return { text: edited(paragraphs, vocabulary, random), kind };
    case "update": {
      const added = Array.from({ length: 30 + random(30) }, () => vocabulary[random(vocabulary.length)]).join(" ");
      return { text: [...paragraphs, `${added}.`].join("\n\n"), kind };
    }
    case "template": {
      const other = withOtherFacts(text, random);
      return other === undefined ? { text, kind: "copy" } : { text: other, kind };
    }
    case "copy":
      return { text, kind };
  }
}

/** One word in fifty put otherwise, one paragraph in eight left out, and now and then two in another order. */
function edited(paragraphs: readonly string[], vocabulary: readonly string[], random: Random): string {
  const kept = paragraphs.filter((_, i) => i < 2 || random(8) > 0);
  if (kept.length > 5 && random(4) === 0) kept.push(...kept.splice(2, 1));
  return kept
    .map((text) =>
      text.replace(/\p{Ll}{4,}/gu, (word) => (random(50) === 0 ? vocabulary[random(vocabulary.length)] : word)),
    )
    .join("\n\n");
}

const SPELLED = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split(" ");
/** A text with fewer facts than one in so many words makes no formula, whatever they are changed to. */
const WORDS_A_FACT = 20;

/**
 * The same wording with other figures and names throughout, as in the report of another day; undefined for a text that has
 * too few facts to be told from another by them.
 */
function withOtherFacts(text: string, random: Random): string | undefined {
  const names = new Map<string, string>();
  let facts = 0;
  const other = text
    .replace(/\d/g, (digit) => {
      facts++;
      return String((Number(digit) + 1 + random(9)) % 10);
    })
    .replace(/\b\p{Ll}{3,6}\b/gu, (word) => {
      const at = SPELLED.indexOf(word);
      if (at < 0) return word;
      facts++;
      return SPELLED[(at + 1 + random(SPELLED.length - 1)) % SPELLED.length];
    })
    .replace(/(?<=\p{L},? )\p{Lu}\p{Ll}{2,}/gu, (name) => {
      facts++;
      const known = names.get(name);
      if (known !== undefined) return known;
      const letters = Array.from({ length: 3 }, () => "abdefghiklmnoprstuvz"[random(20)]).join("");
      const put = `${name.charAt(0)}${["or", "en", "us", "iv", "ol"][random(5)]}${letters}`;
      names.set(name, put);
      return put;
    });
  return facts * WORDS_A_FACT >= text.split(/\s+/).length ? other : undefined;
}

/** A paragraph cut at its rarer words, once: it is drawn hundreds of times. */
interface CutParagraph {
  /** What stands before each word, and after the last. */
  between: string[];
  words: string[];
  lowerCase: string[];
}

function cutAtWords(paragraph: string): CutParagraph {
  const words = paragraph.match(/\p{L}{4,}/gu) ?? [];
  return { between: paragraph.split(/\p{L}{4,}/u), words, lowerCase: words.map((word) => word.toLowerCase()) };
}

/** Replaces every second of the rarer words by another, the same one throughout, and joins the paragraphs. */
function substituted(paragraphs: readonly CutParagraph[], vocabulary: readonly string[], random: Random): string {
  const salt = random(2 ** 31);
  // One array for one join: a text put together by "+" would be flattened by whoever reads it first, on his time.
  const parts: string[] = [];
  for (const [at, { between, words, lowerCase }] of paragraphs.entries()) {
    if (at > 0) parts.push("\n\n");
    for (let i = 0; i < words.length; i++) {
      const hash = hashOf(lowerCase[i], salt);
      parts.push(
        between[i],
        hash % 2 === 0 ? words[i] : another(words[i], vocabulary[(hash >>> 1) % vocabulary.length]),
      );
    }
    parts.push(between[words.length]);
  }
  return parts.join("");
}

/** The other word, with a capital where the one has it. */
function another(word: string, other: string): string {
  return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

function furnitureOf(outlet: number, vocabulary: readonly string[], random: Random): string {
  const words = Array.from({ length: 15 + random(30) }, () => vocabulary[random(vocabulary.length)]).join(" ");
  return `Outlet ${outlet} reports: ${words}. All rights reserved.`;
}

/** Words of four letters and more, each once, without the hundred most frequent. */
function vocabularyOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{4,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(100)
    .map(([word]) => word);
}

function hashOf(text: string, salt: number): number {
  let hash = salt;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
