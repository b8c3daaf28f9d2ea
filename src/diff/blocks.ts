/**
 * Puts together the paragraphs of two texts that belong together.
 *
 * In: the words of both and the runs they share. Out: groups of paragraphs in reading order of the second text: one and
 * one, one and several (split), several and one (merged), or none on one side. A paragraph that was torn apart stays
 * with the group that holds most of it; the rest of it is found again as moved words by `walk.ts`.
 */
import type { Span } from "../article.js";
import { WordFlag, type Words } from "../text/words.js";
import type { Run } from "./align.js";

/** A text as given, its words, and its paragraphs without furniture. */
export interface BodyText {
  text: string;
  words: Words;
  paragraphs: readonly Span[];
}

/** Indexes of paragraphs of both texts that belong together. */
export interface Group {
  a: number[];
  b: number[];
  /** Most of its words stand out of the main order. */
  moved: boolean;
}

/** Two paragraphs belong together when this share of the smaller one's words is shared. Half of a sentence of two is not enough. */
const LEAST_SHARE = 0.3;
/** And at least so many words: shorter paragraphs must agree whole. */
const LEAST_WORDS = 4;

/** So many words, carried over, tie a paragraph that has no group to one that has. */
const LEAST_CARRIED = 6;

interface Link {
  a: number;
  b: number;
  words: number;
  moved: number;
}

/** Groups the paragraphs. Near linear: only pairs that share words are looked at. */
export function groupParagraphs(one: BodyText, other: BodyText, runs: readonly Run[]): Group[] {
  const [a, b] = [one.words, other.words];
  const links = linksOf(a, b, runs);
  const groupOfA = new Map<number, Group>();
  const groupOfB = new Map<number, Group>();
  for (const link of links.sort((x, y) => y.words - x.words || x.b - y.b || x.a - y.a)) {
    const smaller = Math.min(sizeOf(a, link.a), sizeOf(b, link.b));
    const enough = link.words >= LEAST_SHARE * smaller && link.words >= Math.min(LEAST_WORDS, smaller);
    if (!enough && !differsInFigures(a, b, link) && !areHeadlines(a, b, link) && !isInside(a, b, link)) continue;
    join(link, groupOfA, groupOfB);
  }
  // A sentence that left a paragraph for one that is mostly new ties the two together, too.
  for (const link of links)
    if (link.words >= LEAST_CARRIED && groupOfA.has(link.a) !== groupOfB.has(link.b)) join(link, groupOfA, groupOfB);
  markMoved(a, b, new Set(groupOfB.values()));
  pairBare(one, other, groupOfA, groupOfB);
  return inOrder(a, b, groupOfA, groupOfB);
}

/** Lines that stand first in both texts, of a headline's length, are one headline already when a few words of them agree. */
function areHeadlines(a: Words, b: Words, link: Link): boolean {
  const sizes = [sizeOf(a, link.a), sizeOf(b, link.b)];
  return link.a === 0 && link.b === 0 && Math.max(...sizes) <= LONGEST_HEADLINE && link.words * 3 >= Math.min(...sizes);
}

const LONGEST_HEADLINE = 14;

/** A short paragraph all of whose words stand in the other, in whatever order: "I'm glad," Reed said; "I'm glad," said Reed, who… */
function isInside(a: Words, b: Words, link: Link): boolean {
  const [short, inShort, long, inLong] =
    sizeOf(a, link.a) <= sizeOf(b, link.b) ? [a, link.a, b, link.b] : [b, link.b, a, link.a];
  const size = sizeOf(short, inShort);
  if (link.moved > 0 || size < LEAST_WORDS || size > LONGEST_HEADLINE || link.words * 2 < size) return false;
  const hashes = new Set(long.hash.subarray(long.paragraphs[inLong], long.paragraphs[inLong + 1]));
  return short.hash
    .subarray(short.paragraphs[inShort], short.paragraphs[inShort + 1])
    .every((hash) => hashes.has(hash));
}

/** "Two killed in crash", "Three killed in crash": a short line of which all but the figures is shared. */
function differsInFigures(a: Words, b: Words, link: Link): boolean {
  if (link.moved > 0 || sizeOf(a, link.a) !== sizeOf(b, link.b) || sizeOf(a, link.a) > LEAST_WORDS) return false;
  return link.words >= plainWords(a, link.a) && link.words >= plainWords(b, link.b);
}

function plainWords(words: Words, paragraph: number): number {
  let count = 0;
  for (let i = words.paragraphs[paragraph] as number; i < (words.paragraphs[paragraph + 1] as number); i++)
    if (((words.flags[i] as number) & WordFlag.number) === 0) count++;
  return count;
}

/** A group on the line outweighs all its words: as few groups as possible are said to have moved, and then the shortest. */
const GROUP_WEIGHT = 2 ** 32;

/** Says which groups moved: those off the heaviest chain that stands in order in both texts (a Fenwick tree over a). */
function markMoved(a: Words, b: Words, groups: ReadonlySet<Group>): void {
  if (![...groups].some((group) => group.moved)) return;
  const ordered = [...groups].sort((x, y) => firstOf(x.b) - firstOf(y.b));
  const size = a.paragraphs.length;
  const tree = new Int32Array(size + 1).fill(-1);
  const weight = new Float64Array(ordered.length);
  const before = new Int32Array(ordered.length).fill(-1);
  let last = -1;
  for (const [g, group] of ordered.entries()) {
    const place = firstOf(group.a);
    let from = -1;
    for (let i = place; i > 0; i -= i & -i) {
      const held = tree[i] as number;
      if (held >= 0 && (from < 0 || (weight[held] as number) > (weight[from] as number))) from = held;
    }
    before[g] = from;
    weight[g] = GROUP_WEIGHT + wordsOf(a, group.a) + wordsOf(b, group.b) + (from < 0 ? 0 : (weight[from] as number));
    for (let i = place + 1; i <= size; i += i & -i) {
      const held = tree[i] as number;
      if (held < 0 || (weight[g] as number) > (weight[held] as number)) tree[i] = g;
    }
    if (last < 0 || (weight[g] as number) > (weight[last] as number)) last = g;
  }
  for (const group of ordered) group.moved = true;
  for (let g = last; g >= 0; g = before[g] as number) (ordered[g] as Group).moved = false;
}

function firstOf(paragraphs: readonly number[]): number {
  return paragraphs.reduce((least, p) => Math.min(least, p), Number.POSITIVE_INFINITY);
}

function wordsOf(words: Words, paragraphs: readonly number[]): number {
  return paragraphs.reduce((sum, p) => sum + sizeOf(words, p), 0);
}

function sizeOf(words: Words, paragraph: number): number {
  return (words.paragraphs[paragraph + 1] as number) - (words.paragraphs[paragraph] as number);
}

/** Paragraph of each word. */
function paragraphOfWords(words: Words): Uint32Array {
  const of = new Uint32Array(words.count);
  for (let p = 0; p + 1 < words.paragraphs.length; p++) of.fill(p, words.paragraphs[p], words.paragraphs[p + 1]);
  return of;
}

function linksOf(a: Words, b: Words, runs: readonly Run[]): Link[] {
  const ofA = paragraphOfWords(a);
  const ofB = paragraphOfWords(b);
  const links = new Map<number, Link>();
  const width = b.paragraphs.length;
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      const pa = ofA[run.a + i] as number;
      const pb = ofB[run.b + i] as number;
      let link = links.get(pa * width + pb);
      if (!link) {
        link = { a: pa, b: pb, words: 0, moved: 0 };
        links.set(pa * width + pb, link);
      }
      link.words++;
      if (run.moved) link.moved++;
    }
  }
  return [...links.values()];
}

/** Joins two paragraphs unless that would tie several of one text to several of the other. */
function join(link: Link, groupOfA: Map<number, Group>, groupOfB: Map<number, Group>): void {
  const left = groupOfA.get(link.a);
  const right = groupOfB.get(link.b);
  if (left && right) return; // either the same group already, or one that would become many to many
  if (left) {
    if (left.a.length > 1) return;
    left.b.push(link.b);
    groupOfB.set(link.b, left);
  } else if (right) {
    if (right.b.length > 1) return;
    right.a.push(link.a);
    groupOfA.set(link.a, right);
  } else {
    const group = { a: [link.a], b: [link.b], moved: link.moved * 2 > link.words };
    groupOfA.set(link.a, group);
    groupOfB.set(link.b, group);
  }
}

/** Paragraphs without a word ("* * *") belong together when they are the same and stand behind the same group. */
function pairBare(a: BodyText, b: BodyText, groupOfA: Map<number, Group>, groupOfB: Map<number, Group>): void {
  const bare = new Map<Group | undefined, number[]>();
  for (const { p, behind } of bareParagraphs(a, groupOfA)) {
    const list = bare.get(behind);
    if (list) list.push(p);
    else bare.set(behind, [p]);
  }
  if (bare.size === 0) return;
  const used = new Map<Group | undefined, number>();
  for (const { p, behind } of bareParagraphs(b, groupOfB)) {
    const list = bare.get(behind) ?? [];
    const from = used.get(behind) ?? 0;
    const text = textOf(b, p);
    const reach = Math.min(list.length, from + FARTHEST_BARE);
    for (let i = from; i < reach; i++) {
      const partner = list[i] as number;
      if (textOf(a, partner) !== text) continue;
      const group = { a: [partner], b: [p], moved: false };
      groupOfA.set(partner, group);
      groupOfB.set(p, group);
      used.set(behind, i + 1);
      break;
    }
  }
}

/** Paragraphs without words that are passed over in search of the same one. */
const FARTHEST_BARE = 8;

/** Paragraphs without words, each with the last group before it that did not move. */
function bareParagraphs(
  { words, paragraphs }: BodyText,
  groups: ReadonlyMap<number, Group>,
): { p: number; behind: Group | undefined }[] {
  const bare: { p: number; behind: Group | undefined }[] = [];
  let behind: Group | undefined;
  for (let p = 0; p < paragraphs.length; p++) {
    const group = groups.get(p);
    if (group && !group.moved) behind = group;
    else if (!group && sizeOf(words, p) === 0) bare.push({ p, behind });
  }
  return bare;
}

function textOf({ text, paragraphs }: BodyText, p: number): string {
  return text.slice(paragraphs[p]?.start, paragraphs[p]?.end).replace(/\s+/gu, " ");
}

/** Groups in reading order of b; what was removed from a stands behind what it stood behind. */
function inOrder(a: Words, b: Words, groupOfA: Map<number, Group>, groupOfB: Map<number, Group>): Group[] {
  const behind = new Map<Group | undefined, Group[]>();
  let last: Group | undefined;
  for (let p = 0; p + 1 < a.paragraphs.length; p++) {
    const group = groupOfA.get(p);
    if (group) {
      if (!group.moved) last = group;
      continue;
    }
    const list = behind.get(last) ?? [];
    list.push({ a: [p], b: [], moved: false });
    behind.set(last, list);
  }
  const ordered: Group[] = [...(behind.get(undefined) ?? [])];
  const seen = new Set<Group>();
  for (let p = 0; p + 1 < b.paragraphs.length; p++) {
    const group = groupOfB.get(p) ?? { a: [], b: [p], moved: false };
    if (seen.has(group)) continue;
    seen.add(group);
    group.a.sort((x, y) => x - y);
    group.b.sort((x, y) => x - y);
    ordered.push(group, ...(behind.get(group) ?? []));
  }
  return ordered;
}
