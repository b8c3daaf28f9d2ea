/**
 * Folds house style out of single words.
 *
 * In: the hash of a word in folded characters (see `charTable.ts`). Out: the hash of the form it stands for, and what
 * the word splitter must know of it (a month, a number in words, an honorific to be dropped). The same table serves every language: a
 * fold only joins words into classes, so a wrong guess of the language can never make two versions unlike.
 * It does not stem and drops no stop words: on the evidence so far neither helps to match (Porter added nothing).
 *
 */
import { unpackSpellings } from "./spellings.js";

/** Raised with every change that alters the folded form of any word: fingerprints carry it and refuse others. */
export const NORMALIZER_VERSION = 1;

/** What the splitter must know of a folded word; bits of {@link Fold.bits}. */
export enum FoldBit {
  /** The low bits hold a value: the number of a month, or a number in words. */
  value = 0x7f,
  month = 0x80,
  number = 0x100,
  /** Dropped when a name follows. */
  honorific = 0x200,
  /** Folded only when a full stop follows, and swallows it ("Del.", "Gov."). */
  dotted = 0x400,
  /** Folded only right behind a number ("5m", "20 km"). */
  unit = 0x800,
  /** The word before must be "per" to make "percent". */
  cent = 0x1000,
  /** A spelling that differs between houses. */
  spelling = 0x2000,
}

/** The multiplier of FNV-1a. */
export const PRIME = 0x01000193;
/** Where the hash of a word starts. */
export const HASH_START = 0x811c9dc5 | 0;

/** One step of the word hash (FNV-1a over UTF-16 units; http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** Spreads the bits: FNV alone leaves the low ones weak, and tables and samples are taken from them (MurmurHash3's fmix32). */
export function hashFinish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hash of a word given in folded characters. */
export function hashWord(folded: string): number {
  let h = HASH_START;
  for (let i = 0; i < folded.length; i++) h = hashStep(h, folded.charCodeAt(i));
  return hashFinish(h);
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH_ABBREVIATIONS = "jan feb mar apr _ jun jul aug sep oct nov dec".split(" ");
const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
// Forms of address that houses print or leave out before a name. "Sr" and "Sra" are Spanish and Portuguese, "Mme" French.
const HONORIFICS = "mr mrs ms mx dr messrs sr sra srta mme mlle".split(" ");
// American states as agencies shorten them, and titles; each only with its full stop.
const DOTTED: Record<string, string> = {
  ala: "alabama", ariz: "arizona", ark: "arkansas", calif: "california", colo: "colorado", conn: "connecticut",
  del: "delaware", fla: "florida", ill: "illinois", ind: "indiana", kan: "kansas", ky: "kentucky", md: "maryland",
  mass: "massachusetts", mich: "michigan", minn: "minnesota", miss: "mississippi", mo: "missouri", mont: "montana",
  neb: "nebraska", nev: "nevada", okla: "oklahoma", ore: "oregon", pa: "pennsylvania", tenn: "tennessee", tex: "texas",
  vt: "vermont", va: "virginia", wash: "washington", wis: "wisconsin", wyo: "wyoming",
  gov: "governor", sen: "senator", rep: "representative", gen: "general", lt: "lieutenant", sgt: "sergeant",
  capt: "captain", cmdr: "commander", col: "colonel", maj: "major", adm: "admiral", prof: "professor", rev: "reverend",
  hon: "honourable", atty: "attorney", dept: "department", supt: "superintendent", asst: "assistant", st: "saint",
  ave: "avenue", blvd: "boulevard", inc: "incorporated", corp: "corporation", ltd: "limited", co: "company", no: "number",
  vs: "versus", govs: "governors", sens: "senators", reps: "representatives",
}; // biome-ignore format: a table reads better packed
const UNITS: Record<string, string> = {
  m: "million", mn: "million", mln: "million", bn: "billion", b: "billion", tn: "trillion", trn: "trillion", k: "thousand",
  km: "kilometer", kms: "kilometer", kilometers: "kilometer", kg: "kilogram", kgs: "kilogram", kilos: "kilogram",
  kilograms: "kilogram", lb: "pound", lbs: "pound", pounds: "pound", ft: "foot", feet: "foot", mi: "mile", miles: "mile",
  cm: "centimeter", centimeters: "centimeter", mm: "millimeter", millimeters: "millimeter", hr: "hour", hrs: "hour",
  hours: "hour", mins: "minute", min: "minute", minutes: "minute", pc: "%", pct: "%", yr: "year", yrs: "year", years: "year",
  sq: "square", hectares: "hectare", ha: "hectare", acres: "acre", meters: "meter", tons: "ton", degrees: "degree",
}; // biome-ignore format: a table reads better packed
/** The fold table: open addressing over 32-bit hashes, behind a bit filter that turns away 15 words of 16 unread. */
export interface FoldTable {
  /** Whether the folds are in it: it is filled for the first word, since filling it is a fifth of an import. */
  filled: boolean;
  keys: Uint32Array;
  targets: Uint32Array;
  bits: Uint16Array;
  filter: Uint8Array;
}

const SLOTS = 8192; // at most half full: about 2,400 words
const FILTER_BITS = 1 << 16;

function put(table: FoldTable, from: string, to: string, bits: number): void {
  const key = hashWord(from);
  let slot = key & (SLOTS - 1);
  while (table.keys[slot] !== 0 && table.keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
  table.keys[slot] = key;
  table.targets[slot] = hashWord(to);
  table.bits[slot] = (table.bits[slot] as number) | bits;
  const f = (key >>> 13) & (FILTER_BITS - 1);
  table.filter[f >>> 3] = (table.filter[f >>> 3] as number) | (1 << (f & 7));
}

/** The table of all folds. Until it is filled its filter lets every word pass, so that only these look whether it is. */
export function buildFoldTable(): FoldTable {
  return {
    filled: false,
    keys: new Uint32Array(SLOTS),
    targets: new Uint32Array(SLOTS),
    bits: new Uint16Array(SLOTS),
    filter: new Uint8Array(FILTER_BITS / 8).fill(0xff),
  };
}

/** Puts all folds in, about a millisecond. */
function fill(table: FoldTable): void {
  table.filled = true;
  table.filter.fill(0);
  for (const [british, american] of unpackSpellings()) put(table, british, american, FoldBit.spelling);
  for (const word of HONORIFICS) put(table, word, word, FoldBit.honorific);
  for (const [short, long] of Object.entries(DOTTED)) put(table, short, long, FoldBit.dotted);
  for (const [short, long] of Object.entries(UNITS)) put(table, short, long, FoldBit.unit);
  MONTHS.forEach((month, i) => {
    put(table, month, month, FoldBit.month | (i + 1));
  });
  MONTH_ABBREVIATIONS.forEach((short, i) => {
    put(table, short, MONTHS[i] as string, FoldBit.month | FoldBit.dotted | (i + 1));
  });
  put(table, "sept", "september", FoldBit.month | FoldBit.dotted | 9);
  for (const [word, value] of numberWords()) put(table, word, String(value), FoldBit.number | value);
  put(table, "cent", "cent", FoldBit.cent);
}

/** "two" to "ninety-nine"; "zero" and "one" too, though "one" is most often a pronoun: in matching it does no harm. */
function numberWords(): [string, number][] {
  const words: [string, number][] = ONES.map((word, i) => [word, i]);
  TENS.forEach((ten, i) => {
    words.push([ten, (i + 2) * 10]);
    for (let one = 1; one <= 9; one++) words.push([ten + ONES[one], (i + 2) * 10 + one]);
  });
  return words;
}

/** Slot of a word in the table, or -1. */
export function findFold(table: FoldTable, hash: number): number {
  const f = (hash >>> 13) & (FILTER_BITS - 1);
  if ((((table.filter[f >>> 3] as number) >>> (f & 7)) & 1) === 0) return -1;
  if (!table.filled) fill(table);
  let slot = hash & (SLOTS - 1);
  while (table.keys[slot] !== 0) {
    if (table.keys[slot] === hash) return slot;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return -1;
}
