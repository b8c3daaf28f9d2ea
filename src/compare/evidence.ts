/**
 * Gathers what speaks for and against two texts being versions of one story.
 *
 * In: the words of both texts, their alignment and shingle sets. Out: plain numbers, each the answer to a question a
 * reader would ask (does the shorter text say anything of its own? is narrative copied or only speech? are the facts
 * the same?). It takes no decision; `verdict.ts` does.
 */
import type { Span } from "../article.js";
import type { Alignment, Run } from "../diff/align.js";
import { type Expression, findExpressions } from "../diff/expressions.js";
import { relateExpressions } from "../diff/relations.js";
import { hashRuns } from "../fingerprint/shingles.js";
import { hashWord } from "../text/normalize.js";
import { WordFlag, type Words } from "../text/words.js";
import { findRepeats } from "./repeats.js";
import { isSpoken, markSpeech } from "./speech.js";

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
  /** {@link ownShort} as it weighs: two sentences put otherwise are half of a brief and still no matter of substance. */
  ownMatter: number;
  /** What the longer text adds where its lead does not survive in the shorter: own matter that a cut does not explain. */
  newStory: number;
  /** Words copied that are not speech in both texts (quotes, first or second person, posts). */
  narrative: number;
  /** The same as a share of the shorter text without the copied speech; 1 when all it tells is copied. */
  narrativeShare: number;
  /** Share of the copied words that are speech in both texts. */
  speechShare: number;
  /**
   * Share of each text's lead that stands in the other; the first words weigh most, fading over some seventy. Of the
   * longer's lead only so much is asked as a text of the shorter's length can hold.
   */
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

/** A sentence is a text's own when less than this share of its words is matched. .2 to .42 score alike (see docs/accuracy.md). */
const OWN_SENTENCE = 0.35;
/** A copy is at least this long, in words, small gaps aside: shorter ones are idiom, names with titles, chance. */
const SHORTEST_COPY = 8;
/** Of a text of this length own matter weighs half. With 20 to 80 more briefs are known for versions, and no labelled pair is lost. */
const BRIEF = 40;
const ONE = /* @__PURE__ */ hashWord("1");
/** Words between two runs of one copy, at most. */
const CHAIN_GAP = 2;
/** A substitution changes at most this many words between two matched ones. */
const LONGEST_SUBSTITUTION = 8;
/** How fast the weight of a lead's words fades, in words: 35 to 100 score alike; a hard end costs a pair. */
const LEAD = 70;
/** What a word's weight in a lead is to that of the word before, and the weight from which on words count no more. */
const WORD_FADE = /* @__PURE__ */ Math.exp(-1 / LEAD);
const LEAD_END = /* @__PURE__ */ Math.exp(-5);
/** The words that introduce a statement are no narrative to go by: of less than this, copied narrative is a small share. */
const LEAST_TELLABLE = 40;
/** How much of a word each character of a script without spaces is worth: newspaper Chinese has 1.6, Thai about 4 a word. */
const IDEOGRAPH_WORD = 0.6;
const CLUSTER_WORD = 0.3;

/** Gathers the evidence on two texts. */
export function gatherEvidence(a: SplitText, b: SplitText, alignment: Alignment): Evidence {
  const { scale: scaleA, speech: speechA, length: lengthA } = knownOf(a);
  const { scale: scaleB, speech: speechB, length: lengthB } = knownOf(b);
  const aIsShorter = lengthA < lengthB || (lengthA === lengthB && a.words.count <= b.words.count);
  const matchedA = new Uint8Array(a.words.count);
  const matchedB = new Uint8Array(b.words.count);
  for (const run of alignment.runs) {
    matchedA.fill(1, run.a, run.a + run.length);
    matchedB.fill(1, run.b, run.b + run.length);
  }
  const copied = weighCopies(alignment.runs, scaleA, scaleB, speechA, speechB);
  const one = { words: a.words, scale: scaleA, matched: matchedA, length: lengthA, speech: speechA };
  const two = { words: b.words, scale: scaleB, matched: matchedB, length: lengthB, speech: speechB };
  const [short, long] = aIsShorter ? [one, two] : [two, one];
  const ownShort = ownShare(short);
  const ownLong = ownShare(long);
  // A brief cannot hold more of a lead than its length allows: what is asked is how much of that much it holds.
  const leadOfLong = Math.min(1, share(leadShare(long), 1 - Math.exp(-short.length / LEAD)));
  return {
    shortLength: short.length,
    longLength: long.length,
    aIsShorter,
    matchedShort: matchedShare(short),
    matchedLong: matchedShare(long),
    ownShort,
    ownLong,
    ownMatter: (ownShort * short.length) / (short.length + BRIEF),
    newStory: ownLong * (1 - leadOfLong),
    narrative: copied.told,
    narrativeShare: Math.min(1, share(copied.told, tellable(short.length, copied.speech))),
    speechShare: share(copied.speech, copied.all),
    leadOfLong,
    leadOfShort: leadShare(short),
    longestRun: copied.longest,
    movedShare: share(copied.moved, copied.all),
    ...compareFacts(a, b, alignment.runs),
  };
}

/** How much of a text of this length could be copied narrative when so much of it is copied speech. */
function tellable(length: number, speech: number): number {
  return Math.max(length - speech, Math.min(length, LEAST_TELLABLE));
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

/**
 * Weighs the copied words. Runs with small gaps between them are one copy with edits in it. The copy that both texts open
 * with is no speech, whatever its form: independent reports share what somebody said, each behind a lead of its own, while
 * a brief cut from a column is in the first person throughout.
 */
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
  let opening = false;
  for (const run of runs) {
    const linked = previous !== undefined && isNear(previous, run);
    opening = linked ? opening : Math.max(run.a, run.b) <= CHAIN_GAP;
    let told = 0;
    let all = 0;
    for (let i = 0; i < run.length; i++) {
      const worth = Math.min(scaleA[run.a + i] as number, scaleB[run.b + i] as number);
      all += worth;
      if (opening || !isSpoken(speechA[run.a + i] as number, speechB[run.b + i] as number)) told += worth;
    }
    copies.all += all;
    copies.speech += all - told;
    if (run.moved) copies.moved += all;
    copies.longest = Math.max(copies.longest, told);
    if (!linked) {
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

/** A text with its words. */
export interface SplitText {
  text: string;
  words: Words;
  /** See {@link runsOf}. */
  runs?: Uint32Array;
  /** See {@link knownOf}. */
  known?: Known;
}

/** Hashes of the text's shingles, in no order to rely on; made when first asked for. */
export function runsOf(text: SplitText): Uint32Array {
  text.runs ??= hashRuns(text.words);
  return text.runs;
}

/** What is found of a text whatever it is compared with. */
interface Known {
  /** What each word is worth: see {@link weigh}. */
  scale: Float32Array;
  /** The sum of it. */
  length: number;
  speech: Uint8Array;
  /** Whether a capital inside a sentence tells a name: see {@link TELLING_CAPITALS}. */
  namesTell: boolean;
}

/** Kept with the text, because in a feed one text is compared with many: a quarter of the time of each. */
export function knownOf(text: SplitText): Known {
  text.known ??= learn(text.text, text.words);
  return text.known;
}

function learn(text: string, words: Words): Known {
  const scale = weigh(words);
  return { scale, length: total(scale), speech: markSpeech(text, words), namesTell: !mostlyCapital(words) };
}

/** An article, ready to be compared. */
export interface Side extends SplitText {
  /** The paragraphs of the body in the text. */
  paragraphs: readonly Span[];
  /** The headline, where there is one. */
  title?: string;
  /** When it was published, in milliseconds since 1970, where known. */
  time?: number;
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
  let weight = 1;
  for (let i = 0; i < scale.length && weight > LEAD_END; i++) {
    const length = scale[i] as number;
    const worth = length * weight;
    // Nearly all words count one, or nothing.
    weight *= length === 1 ? WORD_FADE : length === 0 ? 1 : Math.exp(-length / LEAD);
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
function compareFacts(a: SplitText, b: SplitText, runs: readonly Run[]): Facts {
  const facts: Facts = { numbersKept: 0, numbersChanged: 0, namesKept: 0, namesChanged: 0 };
  const namesTell = knownOf(a).namesTell && knownOf(b).namesTell;
  let previous: Run | undefined;
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      if (isFigure(b.words, run.b + i)) facts.numbersKept++;
      // One capital letter is enough: some feeds print everything small.
      else if (namesTell && (isName(a.words, run.a + i) || isName(b.words, run.b + i))) facts.namesKept++;
    }
    if (previous && !previous.moved && !run.moved) {
      const gapA = { start: previous.a + previous.length, end: run.a };
      const gapB = { start: previous.b + previous.length, end: run.b };
      if (isSubstitution(gapA) && isSubstitution(gapB)) countSwaps(a, gapA, b, gapB, namesTell, facts);
    }
    previous = run;
  }
  return facts;
}

function isSubstitution(gap: Span): boolean {
  return gap.end > gap.start && gap.end - gap.start <= LONGEST_SUBSTITUTION;
}

/** Counts the figures and names that stand in each other's place between two matched words. */
function countSwaps(a: SplitText, gapA: Span, b: SplitText, gapB: Span, namesTell: boolean, facts: Facts): void {
  const pairs = Math.min(listWords(a.words, gapA, isFigure).length, listWords(b.words, gapB, isFigure).length);
  if (pairs > 0) {
    const kept = Math.min(pairs, countRestated(a, gapA, b, gapB));
    facts.numbersKept += kept;
    facts.numbersChanged += pairs - kept;
  }
  if (!namesTell) return;
  facts.namesChanged += Math.min(listWords(a.words, gapA, isName).length, listWords(b.words, gapB, isName).length);
}

/** Amounts, dates and times that say the same otherwise: rounded, in other units, in words. */
function countRestated(a: SplitText, gapA: Span, b: SplitText, gapB: Span): number {
  const one = expressionsIn(a, gapA);
  const two = expressionsIn(b, gapB);
  if (one.length !== two.length) return 0;
  return one.filter((expression, i) => {
    const relation = relateExpressions(expression, two[i] as Expression);
    return relation !== "number" && relation !== "date";
  }).length;
}

/** The expressions of a gap; a unit may be the matched word behind it. */
function expressionsIn({ text, words }: SplitText, gap: Span): Expression[] {
  const last = Math.min(gap.end, words.count - 1);
  return findExpressions(text, words.start[gap.start] as number, words.end[last] as number);
}

function listWords(words: Words, range: Span, is: (words: Words, i: number) => boolean): number[] {
  const list: number[] = [];
  for (let i = range.start; i < range.end; i++) if (is(words, i)) list.push(i);
  return list;
}

function isFigure(words: Words, i: number): boolean {
  const flags = words.flags[i] as number;
  // "one" is most often a pronoun; other numbers in words count like figures.
  return (flags & (WordFlag.number | WordFlag.date)) !== 0 && !(flags & WordFlag.spelled && words.hash[i] === ONE);
}

function isName(words: Words, i: number): boolean {
  const flags = words.flags[i] as number;
  return (flags & WordFlag.capital) !== 0 && (flags & (WordFlag.sentenceStart | WordFlag.date)) === 0;
}

/**
 * Capitals that tell no name: German nouns, headlines, capitals throughout. Inside sentences of other news 7 to 27% of
 * the words have one (5th to 95th percentile of 1,520 real texts), in German 33% and more.
 */
const TELLING_CAPITALS = 0.3;

function mostlyCapital(words: Words): boolean {
  let capital = 0;
  let inside = 0;
  for (let i = 0; i < words.count; i++) {
    // Without a branch, which would be guessed wrong at every name.
    const flags = words.flags[i] as number;
    const isInside = +((flags & WordFlag.sentenceStart) === 0);
    inside += isInside;
    capital += isInside & flags; // the lowest bit is that of a capital
  }
  return capital > inside * TELLING_CAPITALS;
}
