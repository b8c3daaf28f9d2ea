/**
 * Gathers what speaks for and against two texts being versions of one story.
 *
 * In: the words of both texts, their alignment and shingle sets. Out: plain numbers, each the answer to a question a
 * reader would ask (does the shorter text say anything of its own? is narrative copied or only speech? are the facts
 * the same?). It takes no decision; `verdict.ts` does.
 */
import type { Alignment, Run } from "../diff/align.js";
import { hashWord } from "../text/normalize.js";
import { WordFlag, type Words } from "../text/words.js";
import { findRepeats } from "./repeats.js";

/** What was found. Shares lie in 0..1; lengths are in words of a language written with spaces, whatever the script. */
export interface Evidence {
  /** Length of the shorter and of the longer text. */
  shortLength: number;
  longLength: number;
  /** True when the first text is the shorter one. */
  aIsShorter: boolean;
  /** Share of each text's words that stand in the other, in runs. */
  matchedShort: number;
  matchedLong: number;
  /** Share of each text's words in sentences of its own: under 35% of their words matched. */
  ownShort: number;
  ownLong: number;
  /** What the longer text adds where its lead does not survive in the shorter: own matter that a cut does not explain. */
  newStory: number;
  /** Words copied that are not speech in both texts (quotes, first or second person, posts). */
  narrative: number;
  /** The same as a share of the shorter text's words that are not speech; 1 when all it tells is copied. */
  narrativeShare: number;
  /** Share of the copied words that are speech in both texts. */
  speechShare: number;
  /** Share of each text's lead that stands in the other; the first words weigh most, fading over some seventy. */
  leadOfLong: number;
  leadOfShort: number;
  /** Longest run outside speech. */
  longestRun: number;
  /** Share of the copied words that stand in another order. */
  movedShare: number;
  /** Numbers and dates inside the copied runs, and those put in another's place between them. */
  numbersKept: number;
  numbersChanged: number;
  /** The same for names (capitalised words within a sentence). */
  namesKept: number;
  namesChanged: number;
}

/** A sentence is a text's own when less than this share of its words is matched. .35 to .5 score alike (see docs/accuracy.md). */
const OWN_SENTENCE = 0.35;
/** A copy is at least this long, in words, small gaps aside: shorter ones are idiom, names with titles, chance. */
const SHORTEST_COPY = 8;
/** Words between two runs of one copy, at most. */
const CHAIN_GAP = 4;
/** A substitution changes at most this many words between two matched ones. */
const LONGEST_SUBSTITUTION = 8;
/** How fast the weight of a lead's words fades, in words: 30 to 100 score alike; a hard end does not. */
const LEAD = 70;
/** Mark of a post, above that of other speech. */
const POST = 2;
/** A paragraph longer than this (in words) is no single post or statement: some texts come as one paragraph. */
const LONGEST_STATEMENT = 160;
/** How much of a word each character of a script without spaces is worth: newspaper Chinese has 1.6, Thai about 4 a word. */
const IDEOGRAPH_WORD = 0.6;
const CLUSTER_WORD = 0.3;

// First and second person outside quotation marks mark speech printed without them: transcripts, posts, letters.
// A pronoun is a word of speech in every language that has it; forms that mean something else elsewhere are left out.
const SPEAKERS = /* @__PURE__ */ new Set(
  "i we you my our your im ive weve were youre ich wir mich mir unser nous vous notre yo nosotros nuestro eu nos nosso io noi я мы вы мой наш ja my wij ik ben biz أنا نحن मैं हम"
    .split(" ")
    .filter((w) => !["were", "nos", "ben", "ja", "my"].includes(w))
    .map(hashWord),
);

/** Gathers the evidence on two texts. */
export function gatherEvidence(a: Side, b: Side, alignment: Alignment): Evidence {
  const scaleA = weigh(a.words);
  const scaleB = weigh(b.words);
  const lengthA = total(scaleA);
  const lengthB = total(scaleB);
  const aIsShorter = lengthA < lengthB || (lengthA === lengthB && a.words.count <= b.words.count);
  const matchedA = new Uint8Array(a.words.count);
  const matchedB = new Uint8Array(b.words.count);
  for (const run of alignment.runs) {
    matchedA.fill(1, run.a, run.a + run.length);
    matchedB.fill(1, run.b, run.b + run.length);
  }
  const speechA = speechOf(a);
  const speechB = speechOf(b);
  const copied = weighCopies(alignment.runs, scaleA, scaleB, speechA, speechB);
  const one = { words: a.words, scale: scaleA, matched: matchedA, length: lengthA, speech: speechA };
  const two = { words: b.words, scale: scaleB, matched: matchedB, length: lengthB, speech: speechB };
  const [short, long] = aIsShorter ? [one, two] : [two, one];
  const ownLong = ownShare(long);
  const leadOfLong = leadShare(long);
  return {
    shortLength: short.length,
    longLength: long.length,
    aIsShorter,
    matchedShort: matchedShare(short),
    matchedLong: matchedShare(long),
    ownShort: ownShare(short),
    ownLong,
    newStory: ownLong * (1 - leadOfLong),
    narrative: copied.told,
    narrativeShare: Math.min(1, share(copied.told, short.length)),
    speechShare: share(copied.speech, copied.all),
    leadOfLong,
    leadOfShort: leadShare(short),
    longestRun: copied.longest,
    movedShare: share(copied.moved, copied.all),
    ...compareFacts(a.words, b.words, alignment.runs),
  };
}

/** A text with what was found of it. */
interface Weighed {
  words: Words;
  /** What each word is worth: see {@link weigh}. */
  scale: Float32Array;
  matched: Uint8Array;
  length: number;
}

/** What each word of a text counts: a fraction in scripts without spaces, nothing where the page repeats itself. */
function weigh(words: Words): Float32Array {
  const scale = new Float32Array(words.count);
  const repeats = findRepeats(words);
  for (let i = 0; i < words.count; i++) if (!repeats[i]) scale[i] = worthOf(words, i);
  return scale;
}

function total(scale: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < scale.length; i++) sum += scale[i] as number;
  return sum;
}

interface Copies {
  all: number;
  speech: number;
  /** Neither speech nor a chance phrase. */
  told: number;
  moved: number;
  longest: number;
}

/** Weighs the copied words. Runs with small gaps between them are one copy with edits in it. */
function weighCopies(
  runs: readonly Run[],
  scaleA: Float32Array,
  scaleB: Float32Array,
  speechA: Uint8Array,
  speechB: Uint8Array,
): Copies {
  const copies: Copies = { all: 0, speech: 0, told: 0, moved: 0, longest: 0 };
  let chain = { all: 0, told: 0 };
  let previous: Run | undefined;
  for (const run of runs) {
    let told = 0;
    let all = 0;
    for (let i = 0; i < run.length; i++) {
      const worth = Math.min(scaleA[run.a + i] as number, scaleB[run.b + i] as number);
      all += worth;
      if (!isSpoken(speechA[run.a + i] as number, speechB[run.b + i] as number)) told += worth;
    }
    copies.all += all;
    copies.speech += all - told;
    if (run.moved) copies.moved += all;
    copies.longest = Math.max(copies.longest, told);
    if (!previous || !isNear(previous, run)) {
      if (chain.all >= SHORTEST_COPY) copies.told += chain.told;
      chain = { all: 0, told: 0 };
    }
    chain.all += all;
    chain.told += told;
    previous = run;
  }
  if (chain.all >= SHORTEST_COPY) copies.told += chain.told;
  return copies;
}

function isNear(previous: Run, run: Run): boolean {
  const gapA = run.a - previous.a - previous.length;
  const gapB = run.b - previous.b - previous.length;
  return gapA >= 0 && gapA <= CHAIN_GAP && gapB <= CHAIN_GAP;
}

/** One text with its words. */
export interface Side {
  text: string;
  words: Words;
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function worthOf(words: Words, i: number): number {
  const flags = words.flags[i] as number;
  if (flags & WordFlag.ideograph) return IDEOGRAPH_WORD;
  return flags & WordFlag.cluster ? CLUSTER_WORD : 1;
}

function matchedShare({ scale, matched, length }: Weighed): number {
  let sum = 0;
  for (let i = 0; i < scale.length; i++) if (matched[i]) sum += scale[i] as number;
  return share(sum, length);
}

/**
 * Marks words of speech: inside quotation marks; in a sentence that speaks in the first or second person; in a paragraph
 * that is a post, that a colon announces, or a third of which speaks so.
 */
function speechOf(side: Side): Uint8Array {
  const { text, words } = side;
  const speech = new Uint8Array(words.count);
  let sentence = 0;
  for (let p = 0; p + 1 < words.paragraphs.length; p++) {
    const from = words.paragraphs[p] as number;
    const to = words.paragraphs[p + 1] as number;
    if (to === from) continue;
    let spoken = 0;
    while ((words.sentences[sentence] as number) < to) {
      const next = words.sentences[sentence + 1] as number;
      spoken += markSpeech(words, words.sentences[sentence] as number, next, speech);
      sentence++;
    }
    if (to - from > LONGEST_STATEMENT) continue;
    const announced = from > 0 && endsWithColon(text, words.end[from - 1] as number, words.start[from] as number);
    if (isPost(text, words.start[from] as number, words.end[to - 1] as number)) speech.fill(POST, from, to);
    else if (announced || spoken * 3 >= to - from) speech.fill(1, from, to);
  }
  return speech;
}

/** Marks the speech of one sentence and says how many words speak in the first or second person without quotation marks. */
function markSpeech(words: Words, from: number, to: number, speech: Uint8Array): number {
  let speaks = false;
  for (let i = from; i < to; i++) {
    if ((words.flags[i] as number) & WordFlag.quoted) speech[i] = 1;
    else if (SPEAKERS.has(words.hash[i] as number)) speaks = true;
  }
  if (!speaks) return 0;
  speech.fill(1, from, to);
  return to - from;
}

/**
 * Copied words are speech when both texts have them as speech: a digest may put another's prose in quotation marks.
 * A post is one wherever it shows its handle: outlets embed it or print its words.
 */
function isSpoken(a: number, b: number): boolean {
  return (a > 0 && b > 0) || a === POST || b === POST;
}

/** "The statement in full:" */
function endsWithColon(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 58 || unit === 0xff1a) return true;
    if (unit === 10) return false;
  }
  return false;
}

/** A handle ("@name") stands in posts, not in prose. */
function isPost(text: string, from: number, to: number): boolean {
  for (let i = Math.max(0, from - 1); i < to; i++) {
    if (text.charCodeAt(i) !== 64) continue;
    const before = i > 0 ? text.charCodeAt(i - 1) : 32;
    const after = text.charCodeAt(i + 1);
    // Not the sign inside an address: a handle starts a word.
    if (before <= 40 && after > 47) return true;
  }
  return false;
}

function ownShare({ words, scale, matched, length }: Weighed): number {
  let own = 0;
  for (let s = 0; s + 1 < words.sentences.length; s++) {
    const to = words.sentences[s + 1] as number;
    let hits = 0;
    let worth = 0;
    for (let i = words.sentences[s] as number; i < to; i++) {
      worth += scale[i] as number;
      if (matched[i]) hits += scale[i] as number;
    }
    if (hits < OWN_SENTENCE * worth) own += worth;
  }
  return share(own, length);
}

function leadShare({ scale, matched }: Weighed): number {
  let kept = 0;
  let all = 0;
  let place = 0;
  for (let i = 0; i < scale.length && place < 5 * LEAD; i++) {
    const worth = (scale[i] as number) * Math.exp(-place / LEAD);
    place += scale[i] as number;
    all += worth;
    if (matched[i]) kept += worth;
  }
  return share(kept, all);
}

interface Facts {
  numbersKept: number;
  numbersChanged: number;
  namesKept: number;
  namesChanged: number;
}

/** Counts figures and names that stand in the same place of both texts: the same ones, or others put in their place. */
function compareFacts(a: Words, b: Words, runs: readonly Run[]): Facts {
  const facts: Facts = { numbersKept: 0, numbersChanged: 0, namesKept: 0, namesChanged: 0 };
  const namesTell = !mostlyCapital(a) && !mostlyCapital(b);
  let previous: Run | undefined;
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      if (isFigure(b, run.b + i)) facts.numbersKept++;
      else if (namesTell && isName(a, run.a + i) && isName(b, run.b + i)) facts.namesKept++;
    }
    if (previous && !previous.moved && !run.moved) {
      const gapA = run.a - previous.a - previous.length;
      const gapB = run.b - previous.b - previous.length;
      if (gapA > 0 && gapB > 0 && gapA <= LONGEST_SUBSTITUTION && gapB <= LONGEST_SUBSTITUTION) {
        facts.numbersChanged += pairUp(a, run.a - gapA, run.a, b, run.b - gapB, run.b, isFigure);
        if (namesTell) facts.namesChanged += pairUp(a, run.a - gapA, run.a, b, run.b - gapB, run.b, isName);
      }
    }
    previous = run;
  }
  return facts;
}

type Test = (words: Words, i: number) => boolean;

/** How many words of a kind were put in each other's place between two matched words. */
function pairUp(a: Words, fromA: number, toA: number, b: Words, fromB: number, toB: number, is: Test): number {
  let inA = 0;
  let inB = 0;
  for (let i = fromA; i < toA; i++) if (is(a, i)) inA++;
  for (let j = fromB; j < toB; j++) if (is(b, j)) inB++;
  return Math.min(inA, inB);
}

function isFigure(words: Words, i: number): boolean {
  const flags = words.flags[i] as number;
  return (flags & (WordFlag.number | WordFlag.date)) !== 0 && (flags & WordFlag.spelled) === 0;
}

function isName(words: Words, i: number): boolean {
  const flags = words.flags[i] as number;
  return (flags & WordFlag.capital) !== 0 && (flags & (WordFlag.sentenceStart | WordFlag.date)) === 0;
}

function mostlyCapital(words: Words): boolean {
  let capital = 0;
  for (let i = 0; i < words.count; i++) if ((words.flags[i] as number) & WordFlag.capital) capital++;
  return capital > words.count * 0.6;
}
