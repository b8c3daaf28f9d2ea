/**
 * A table of evidence about a pair, made from the texts alone: what the study of the labels looked at, and a yardstick
 * for the library's own measures. Not the library's: nothing here is shipped.
 */
import type { Article } from "../src/article.js";
import { shared, shingles } from "./baselines.js";

export type Evidence = Record<string, number>;

interface Read {
  words: string[];
  quoted: boolean[];
  /** Sentence and paragraph number of each word. */
  sentence: number[];
  paragraph: number[];
  /** Quotation marks, a post of a social network, or a sentence of I, we or you: a statement, whoever prints it. */
  speech: boolean[];
  /** Galleries, and what the page says twice. */
  furniture: boolean[];
}

interface Run {
  a: number;
  b: number;
  length: number;
}

/** A sentence with less than this share of matched words is the text's own. */
const OWN_BELOW = 0.35;
/** Shared runs shorter than this are phrases that anybody writes. */
const RUN = 8;
/** A lead is about this long, in words; 50 to 150 do as well. */
const LEAD = 70;
const SPACELESS =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
/** A word (a character of a script without spaces), a quotation mark, or an end mark that something follows. */
const TOKEN = new RegExp(
  `[${SPACELESS}]|\\p{N}+(?:[.,:]\\p{N}+)*|(?:(?![${SPACELESS}])[\\p{L}\\p{M}\\p{N}])+(?:['’]\\p{L}+)?|\`\`|''|["“”«»„「」]|[.!?]+(?=["”’»'\\s]|$)|[。！？؟।]`,
  "gu",
);
/** A post of a social network inside an article: a handle in brackets, or the link it ends with. */
const POST = /\(@\w+\)|pic\.twitter|https:\/\/t\.co/u;
/** English only: a study of what such words would buy. */
const PERSONAL = new Set(
  "i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours you you're you've your yours".split(" "),
);

export function evidence(first: Article, second: Article): Evidence {
  const [a, b] = [read(first.text), read(second.text)].sort((x, y) => x.words.length - y.words.length);
  const inA = matched(a, b);
  const inB = matched(b, a);
  const isTold = (x: number, y: number) => !(a.speech[x] && b.speech[y]) && !a.furniture[x] && !b.furniture[y];
  const runs = sharedRuns(a, b).filter((run) => run.length >= RUN);
  const isSpeech = (run: Run, offset: number) => a.quoted[run.a + offset] || b.quoted[run.b + offset];
  const narrative = runs.map((run) => times(run.length, (offset) => !isSpeech(run, offset)));
  const total = sum(runs.map((run) => run.length));
  const unquoted = sum(narrative);
  // Speech in one text only is an excerpt of the other's prose; speech in both is a statement that both carry.
  const told = sum(runs.map((run) => times(run.length, (offset) => isTold(run.a + offset, run.b + offset))));
  const ownA = ownSentences(a, inA);
  const ownB = ownSentences(b, inB);
  const [a3, b3] = [shingles(a.words, 3), shingles(b.words, 3)];
  const [a5, b5] = [shingles(a.words, 5), shingles(b.words, 5)];
  const [common3, common5] = [shared(a3, b3), shared(a5, b5)];
  const shorter = a.words.length || 1;
  return {
    containment3: ratio(common3, Math.min(a3.length, b3.length)),
    resemblance3: ratio(common3, a3.length + b3.length - common3),
    containment5: ratio(common5, Math.min(a5.length, b5.length)),
    resemblance5: ratio(common5, a5.length + b5.length - common5),
    lengthRatio: ratio(shorter, b.words.length),
    shorterWords: shorter,
    longerWords: b.words.length,
    ownShorter: ownA.words / shorter,
    ownLonger: ratio(ownB.words, b.words.length),
    ownShorterWords: ownA.words,
    ownLongerWords: ownB.words,
    ownRunShorter: ownA.longest,
    ownRunLonger: ownB.longest,
    // What the longer text adds counts less where its lead survives in the shorter: then the shorter is a cut.
    newStory: ratio(ownB.words, b.words.length) * (1 - leadMatched(b, inB, LEAD)),
    sharedWords: total,
    unquotedWords: unquoted,
    unquotedShare: unquoted / shorter,
    toldWords: told,
    toldWordsLog: Math.log1p(told),
    toldShare: told / shorter,
    speechShare: ratio(total - told, total),
    longestRun: Math.max(0, ...runs.map((run) => run.length)),
    longestNarrative: Math.max(0, ...narrative),
    runs: runs.length,
    orderKept: ratio(inOrder(runs), total),
    ...figures(a, b, inA),
    leadOfLonger: leadMatched(b, inB, LEAD),
    leadOfShorter: leadMatched(a, inA, LEAD),
  };
}

function read(text: string): Read {
  const result: Read = { words: [], quoted: [], sentence: [], paragraph: [], speech: [], furniture: [] };
  const personal = new Set<number>();
  const posts = new Set<number>();
  let sentence = 0;
  const plain = text.normalize("NFKC").replace(/[\u00AD\u200B-\u200D\uFEFF]/gu, "");
  plain.split(/\n+/u).forEach((line, paragraph) => {
    let open = false;
    sentence++;
    if (POST.test(line)) posts.add(paragraph);
    for (const { 0: token } of line.matchAll(TOKEN)) {
      if (/^[\p{L}\p{N}]/u.test(token)) {
        const word = token.toLowerCase().replace("’", "'");
        if (!open && PERSONAL.has(word)) personal.add(sentence);
        result.words.push(word);
        result.quoted.push(open);
        result.sentence.push(sentence);
        result.paragraph.push(paragraph);
      } else if (token === "``" || token === "“" || token === "«" || token === "„" || token === "「") open = true;
      else if (token === "''" || token === "”" || token === "»" || token === "」") open = false;
      else if (token === '"') open = !open;
      else if (!open) sentence++;
    }
  });
  result.speech = result.words.map(
    (_, at) => result.quoted[at] || personal.has(result.sentence[at]) || posts.has(result.paragraph[at]),
  );
  result.furniture = furnitureOf(result);
  return result;
}

/** Words of galleries ("3 of 24" again and again in one paragraph) and of runs that stand in the text twice (captions). */
function furnitureOf(text: Read): boolean[] {
  const found = new Array<boolean>(text.words.length).fill(false);
  const runs = new Map<string, number[]>();
  text.words.forEach((_, at) => {
    const run = text.words.slice(at, at + RUN);
    if (run.length === RUN) runs.set(run.join(" "), [...(runs.get(run.join(" ")) ?? []), at]);
  });
  for (const places of runs.values()) {
    if (places.length > 1) for (const at of places) found.fill(true, at, at + RUN);
  }
  for (let start = 0; start < text.words.length; ) {
    let end = start;
    while (end < text.words.length && text.paragraph[end] === text.paragraph[start]) end++;
    if (isGallery(text.words.slice(start, end))) found.fill(true, start, end);
    start = end;
  }
  return found;
}

function isGallery(words: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= words.length; at++) {
    const four = words.slice(at, at + 4).map((word) => word.replace(/\p{N}+/gu, "0"));
    if (four.filter((word) => word === "0").length < 2) continue;
    counts.set(four.join(" "), (counts.get(four.join(" ")) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values()) >= 4;
}

/** For each word of `a`, whether it stands in a run of three words that `b` has too. */
function matched(a: Read, b: Read): boolean[] {
  const known = new Set(b.words.map((_, at) => b.words.slice(at, at + 3).join(" ")));
  const found = new Array<boolean>(a.words.length).fill(false);
  for (let at = 0; at + 3 <= a.words.length; at++) {
    if (known.has(a.words.slice(at, at + 3).join(" "))) found.fill(true, at, at + 3);
  }
  return found;
}

/** Words in sentences of the text's own, and the longest such run of sentences. */
function ownSentences(text: Read, found: readonly boolean[]): { words: number; longest: number } {
  let words = 0;
  let longest = 0;
  let current = 0;
  for (let start = 0; start < text.words.length; ) {
    let end = start;
    while (end < text.words.length && text.sentence[end] === text.sentence[start]) end++;
    const own = isOwn(text, found, start, end);
    current = own ? current + end - start : 0;
    if (own) words += end - start;
    longest = Math.max(longest, current);
    start = end;
  }
  return { words, longest };
}

/** Furniture belongs to nobody: it is not the text's own. */
function isOwn(text: Read, found: readonly boolean[], start: number, end: number): boolean {
  const kept = times(end - start, (offset) => !text.furniture[start + offset]);
  if (kept < (end - start) / 2) return false;
  return times(end - start, (offset) => found[start + offset]) < OWN_BELOW * (end - start);
}

/** Left to right through `a`, the longest run that `b` has too, again and again. */
function sharedRuns(a: Read, b: Read): Run[] {
  const places = new Map<string, number[]>();
  b.words.forEach((_, at) => {
    const key = b.words.slice(at, at + 3).join(" ");
    places.set(key, [...(places.get(key) ?? []), at]);
  });
  const runs: Run[] = [];
  for (let at = 0; at < a.words.length; ) {
    let best: Run = { a: at, b: 0, length: 0 };
    for (const place of places.get(a.words.slice(at, at + 3).join(" ")) ?? []) {
      let length = 0;
      while (a.words[at + length] !== undefined && a.words[at + length] === b.words[place + length]) length++;
      if (length > best.length) best = { a: at, b: place, length };
    }
    if (best.length >= 3) runs.push(best);
    at += Math.max(1, best.length);
  }
  return runs;
}

/** The most words of runs that stand in the same order in both texts. */
function inOrder(runs: readonly Run[]): number {
  const best: number[] = [];
  runs.forEach((run, at) => {
    const before = best.filter((_, earlier) => earlier < at && runs[earlier].b < run.b);
    best.push(run.length + Math.max(0, ...before));
  });
  return Math.max(0, ...best);
}

/** Of the figures in sentences that the longer text has too: how many it has not, and which share that is. */
function figures(a: Read, b: Read, inA: readonly boolean[]): Evidence {
  const known = new Set(b.words);
  const shares = new Map<number, { all: number; matched: number }>();
  a.sentence.forEach((sentence, at) => {
    const { all, matched } = shares.get(sentence) ?? { all: 0, matched: 0 };
    shares.set(sentence, { all: all + 1, matched: matched + Number(inA[at]) });
  });
  const compared = a.words.filter((word, at) => {
    const { all, matched } = shares.get(a.sentence[at]) ?? { all: 1, matched: 0 };
    return /\p{N}/u.test(word) && matched >= OWN_BELOW * all;
  });
  const changed = compared.filter((figure) => !known.has(figure)).length;
  return {
    figuresCompared: compared.length,
    figuresChanged: changed,
    figuresChangedShare: ratio(changed, compared.length),
  };
}

/**
 * How much of the lead is matched, each word counting less than the one before it (to a third over `scale` words): a cut
 * at so many words would decide by where it stands. Furniture stands before the lead, not in it.
 */
function leadMatched(text: Read, found: readonly boolean[], scale: number): number {
  const lead = found.filter((_, at) => !text.furniture[at]);
  const weights = lead.map((_, at) => Math.exp(-at / scale));
  return ratio(sum(weights.filter((_, at) => lead[at])), sum(weights));
}

function times(count: number, holds: (index: number) => boolean): number {
  let held = 0;
  for (let index = 0; index < count; index++) if (holds(index)) held++;
  return held;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
