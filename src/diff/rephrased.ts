/**
 * Puts together what a gap shows as two changes and a desk editor would call one.
 *
 * In: the changes of a group, in order. Out: the same, words that went here and came there as one change of places, a
 * phrase and another round a little word that stayed as one rephrasing.
 */
import { WordFlag } from "../text/words.js";
import { words } from "./later.js";
import { EMPTY, SAYING, SOURCES } from "./lexicon.js";
import type { NamedEdit } from "./named.js";
import type { Change } from "./pairing.js";
import { isNameLike } from "./relate.js";
import type { Token } from "./tokens.js";
import type { Ground } from "./walk.js";

/** Words that went in one place of a group and came in another have changed places: "that Dec. 7 call", "that call on Dec. 7". */
export function joinReordered(found: readonly (Change | NamedEdit)[]): (Change | NamedEdit)[] {
  const changes = found.filter((one): one is Change => !("substantive" in one) && one.kind === undefined);
  if (changes.length < 2) return [...found];
  const replaced = new Map<Change | NamedEdit, Change[]>();
  const open = (test: (other: Change) => boolean, i: number): Change | undefined =>
    nearest(changes, i, (other) => !replaced.has(other) && test(other));
  for (const [i, change] of changes.entries()) {
    const next = changes[i + 1];
    if (!next || replaced.has(change) || !isSameWord(change, next)) continue;
    replaced.set(change, []);
    replaced.set(next, [{ a: [...change.a, ...next.a], b: [...change.b, ...next.b], kind: "reordered" }]);
  }
  for (const [i, change] of changes.entries()) {
    if (replaced.has(change) || isOneSided(change)) continue;
    const [gone, come] = [matterOf(change.a), matterOf(change.b)];
    if (gone.length === 0 || come.length === 0) continue;
    const partner = open((other) => sameMatter(gone, other.b) && sameMatter(come, other.a), i);
    if (partner) for (const one of [change, partner]) replaced.set(one, [{ ...one, kind: "reordered" }]);
  }
  for (const [i, change] of changes.entries()) {
    const age = change.b.length === 0 && !replaced.has(change) ? ageOf(change.a) : undefined;
    const partner = age && open((other) => other.a.length === 0 && ageOf(other.b) === age, i);
    if (partner) for (const one of [change, partner]) replaced.set(one, [{ ...one, kind: "reordered" }]);
  }
  for (const [i, change] of changes.entries()) {
    if (replaced.has(change) || !isLittle(change.b)) continue;
    const gone = matterOf(change.a);
    if (gone.length === 0) continue;
    const isAlone = change.b.length === 0;
    const partner = open((other) => (isAlone || isLittle(other.a)) && sameMatter(gone, other.b), i);
    if (!partner) continue;
    replaced.set(change, isAlone ? [] : [{ a: [], b: change.b }]);
    const left: Change[] = partner.a.length > 0 ? [{ a: partner.a, b: [] }] : [];
    replaced.set(partner, [...left, { a: change.a, b: partner.b, kind: "reordered" }]);
  }
  for (const [i, change] of changes.entries()) {
    if (replaced.has(change) || change.b.length > 0 || change.a.length > MOST_OF_ATTRIBUTE) continue;
    const partner = open((other) => isLittle(other.a) && areAttributes(change.a, other.b), i);
    if (partner) for (const one of [change, partner]) replaced.set(one, [{ ...one, kind: "wording" }]);
  }
  for (const [i, change] of changes.entries()) {
    const matter = replaced.has(change) ? [] : matterTaken(change);
    if (matter.length > 0 && open((other) => isTakenUp(change, matter, other), i))
      replaced.set(change, [{ ...change, kind: "reordered" }]);
  }
  for (const [i, change] of changes.entries()) {
    if (replaced.has(change) || !mayBeSpeaker(change.a, change.b)) continue;
    const partner = open((other) => areOneSpeaker(change, other), i);
    if (partner) for (const one of [change, partner]) replaced.set(one, [{ ...one, kind: "reordered" }]);
  }
  return found.flatMap((one) => replaced.get(one) ?? one);
}

/** Words that changed places have at most so many changes between: more than a sentence has, and few of a text that is one paragraph. */
const FARTHEST = 32;

/** The first of the changes around one of which something is true. */
function nearest(changes: readonly Change[], i: number, test: (other: Change) => boolean): Change | undefined {
  const last = Math.min(changes.length - 1, i + FARTHEST);
  for (let at = Math.max(0, i - FARTHEST); at <= last; at++) {
    const other = changes[at] as Change;
    if (at !== i && test(other)) return other;
  }
  return undefined;
}

/** Words of an attribute. */
const MOST_OF_ATTRIBUTE = 6;

/** "a clinic [of 40 beds]", "a [40-bed] clinic": an attribute before a noun for one behind it, by a word that they share. */
function areAttributes(gone: readonly Token[], come: readonly Token[]): boolean {
  if (come.length > MOST_OF_ATTRIBUTE) return false;
  const [one, two] = [gone, come].map((tokens) =>
    tokens.flatMap(({ plain, type }) => (type === "mark" ? [] : plain.split("-"))).filter((word) => !EMPTY.has(word)),
  ) as [string[], string[]];
  if (two.length === 0 || two.length > one.length || two.length > 3) return false;
  // The very words have changed places.
  if (two.every((word) => one.includes(word)) && !come.some(({ plain }) => plain.includes("-"))) return false;
  return one.length <= MOST_OF_ATTRIBUTE && two.every((word) => one.some((own) => areFormsOf(own, word)));
}

function areFormsOf(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 && /^\p{L}+$/u.test(long) && long.startsWith(short) && long.length - short.length < 3;
}

/** With the marks around it. */
const MOST_OF_AGE = 6;

/** "[71-year-old] Dolores Holt", "Dolores Holt[, 71]", "Dolores Holt[, aged 71,]": the age that words tell, and nothing else. */
function ageOf(tokens: readonly Token[]): string | undefined {
  if (tokens.length > MOST_OF_AGE) return undefined;
  return /^(?:aged )?(\d{1,3})(?:[- ]years?[- ]old)?$/u.exec(
    tokens
      .filter(({ type }) => type !== "mark")
      .map(({ plain }) => plain)
      .join(" "),
  )?.[1];
}

function isOneSided({ a, b }: Change): boolean {
  return a.length === 0 || b.length === 0;
}

function mayBeSpeaker(own: readonly Token[], other: readonly Token[]): boolean {
  return other.length === 0 && own.length <= MOST_OF_SPEAKER && own.some((token) => SAYING.has(token.plain));
}

/** "The head of the union, Ines Calder, said:" before a speech and "said Ines Calder, head of the union" behind it. */
function areOneSpeaker(change: Change, other: Change): boolean {
  if (!mayBeSpeaker(other.b, other.a)) return false;
  const [one, two] = [change.a, other.b];
  const [few, many] = [one.filter(isMatter), two.filter(isMatter)].sort((x, y) => x.length - y.length) as [
    Token[],
    Token[],
  ];
  const shared = few.filter((token) => many.some((own) => own.hash === token.hash));
  return shared.length * 2 > many.length && shared.filter(isNameLike).length >= 2;
}

/** With the office of whom it names, and marks. */
const MOST_OF_SPEAKER = 24;

/** Of more words, the place of each is a claim of its own. */
const LONGEST_TAKEN_UP = 12;

/**
 * The matter of a few words that stand on one side only, to be looked for in what the other side has for itself: "Reed
 * said", "said Reed, who". None where another claim may go back to the same source.
 */
function matterTaken(change: Change): Token[] {
  const own = ownOf(change);
  if (!isOneSided(change) || own.length > LONGEST_TAKEN_UP) return [];
  return own.some((token) => SOURCES.has(token.plain)) ? [] : own.filter(isMatter);
}

/** The words of a change on one side. */
function ownOf({ a, b }: Change): Token[] {
  return a.length === 0 ? b : a;
}

function isTakenUp(change: Change, matter: readonly Token[], other: Change): boolean {
  if (!isOneSided(other) || (change.a.length === 0) === (other.a.length === 0)) return false;
  const [own, long] = [ownOf(change), ownOf(other)];
  if (own.length > LONGEST_REPHRASED && !isWithin(own, long)) return false;
  if (long.length <= own.length && long.filter(isMatter).length !== matter.length) return false;
  return matter.every((word) => long.some((token) => areForms(word, token)));
}

/** Whether words stand in others as they are, one behind the other. */
function isWithin(own: readonly Token[], long: readonly Token[]): boolean {
  return long.some((_, at) => own.every(({ plain }, i) => plain === long[at + i]?.plain));
}

/** The same word, or one with an ending more. */
function areForms(a: Token, b: Token): boolean {
  if (a.hash === b.hash) return true;
  const [short, long] = a.plain.length < b.plain.length ? [a.plain, b.plain] : [b.plain, a.plain];
  return short.length > 3 && long.startsWith(short) && long.length - short.length < 3;
}

/** One word that goes here and comes a word further on: "[was] allegedly [was] taken". */
function isSameWord(change: Change, next: Change): boolean {
  const [one, two] = [change.a[0] ?? next.a[0], change.b[0] ?? next.b[0]];
  if (change.a.length + change.b.length !== 1 || next.a.length + next.b.length !== 1 || !one || !two) return false;
  return one.hash !== 0 && one.hash === two.hash;
}

/** Whether a side holds nothing, or little words that go with what changed places ("an expert in Lviv", "a Lviv expert"). */
function isLittle(tokens: readonly Token[]): boolean {
  return tokens.every((token) => EMPTY.has(token.plain));
}

/** Longer words or more of them between two changes keep them apart. */
const LONGEST_LINK = 5;
/** A rephrasing of more words is two changes. */
export const LONGEST_REPHRASED = 4;

/** "early in", "in the first week of": a little word that stayed does not make one rephrasing a claim gone and a claim come. */
export function joinRephrased(ground: Ground, found: readonly (Change | NamedEdit)[]): (Change | NamedEdit)[] {
  const joined: (Change | NamedEdit)[] = [];
  for (const one of found) {
    const before = joined[joined.length - 1];
    const merged =
      before && !("substantive" in one) && !("substantive" in before) ? rephrased(ground, before, one) : undefined;
    if (merged) joined[joined.length - 1] = merged;
    else if (before && isComplement(ground, before, one)) joined.push({ ...one, kind: "wording" });
    else joined.push(one);
  }
  return joined;
}

function rephrased(ground: Ground, first: Change, second: Change): Change | undefined {
  if (first.kind || second.kind) return undefined;
  const [gone, come] = first.b.length === 0 ? [first.a, second.b] : [second.a, first.b];
  const one =
    first.b.length === 0 ? first.a.length > 0 && second.a.length === 0 : first.a.length === 0 && second.b.length === 0;
  if (!one || gone.length === 0 || come.length === 0 || Math.max(gone.length, come.length) > LONGEST_REPHRASED)
    return undefined;
  if ([...gone, ...come].some((token) => token.expression || token.flags & WordFlag.quoted)) return undefined;
  // In the text of either side only a little word stands between its change and where the other's stands.
  const link = linkBetween(ground, first, second);
  return link === undefined ? undefined : { a: gone, b: come };
}

/** "floored him", "put him [on the canvas]": what a verb that says little by itself says with. */
function isComplement(ground: Ground, verbs: Change | NamedEdit, phrase: Change | NamedEdit): phrase is Change {
  if ("substantive" in verbs || "substantive" in phrase || verbs.kind || phrase.kind) return false;
  const inA = phrase.b.length === 0;
  const [own, verb, text] = inA
    ? [phrase.a, verbs.a[verbs.a.length - 1], ground.textA]
    : [phrase.b, verbs.b[verbs.b.length - 1], ground.textB];
  const [first] = own;
  if (!verb || !first || verbs.a.length === 0 || verbs.b.length === 0 || (inA ? phrase.b : phrase.a).length > 0)
    return false;
  if (!LIGHT_VERBS.has(verb.plain) || own.length > LONGEST_REPHRASED) return false;
  if (own.length > MOST_OF_STATE && !EMPTY.has(first.plain)) return false;
  if (own.some((token) => token.expression || isNameLike(token) || token.flags & WordFlag.quoted)) return false;
  const between = text.slice(verb.end, first.start);
  return between.length <= LONGEST_OBJECT && !/[.,;:!?]/u.test(between);
}

/** "left [unanswered]", "kept the pumps [running]". */
const MOST_OF_STATE = 2;

/** Characters of what stands between a verb and what goes with it. */
const LONGEST_OBJECT = 40;
const LIGHT_VERBS = /* @__PURE__ */ words(
  "put puts putting taking making giving getting bringing setting keeping holding going coming took take takes taken made make makes gave give gives given got get gets brought bring brings set sets kept keep keeps held hold holds leave leaves left leaving send sends sent went go goes came come comes",
);

/** The word between two changes, when it is one of a few letters. */
function linkBetween(ground: Ground, first: Change, second: Change): string | undefined {
  const inA = first.b.length === 0;
  const [text, token] = inA ? [ground.textA, first.a[first.a.length - 1]] : [ground.textB, first.b[first.b.length - 1]];
  const [other, next] = inA ? [ground.textB, second.b[0]] : [ground.textA, second.a[0]];
  const behind = /^\s(\p{L}+)\s/u.exec(text.slice(token?.end, (token?.end ?? 0) + LONGEST_LINK + 3))?.[1];
  const ahead = /(?:^|\s)(\p{L}+)\s$/u.exec(
    other.slice(Math.max(0, (next?.start ?? 0) - LONGEST_LINK - 3), next?.start),
  )?.[1];
  return behind !== undefined && behind === ahead && EMPTY.has(behind.toLowerCase()) ? behind : undefined;
}

/** Little words and marks for each word of matter. */
const MOST_AROUND = 8;

/** Whether words hold this matter and no other. */
function sameMatter(matter: readonly number[], words: readonly Token[]): boolean {
  if (words.length < matter.length || words.length > MOST_AROUND * (matter.length + 1)) return false;
  const own = matterOf(words);
  return own.length === matter.length && own.every((hash, i) => hash === matter[i]);
}

/** The words of a list that carry matter, in an order of their own: short ones are passed over. */
function matterOf(tokens: readonly Token[]): number[] {
  return tokens
    .filter(isMatter)
    .map((token) => token.hash)
    .sort((x, y) => x - y);
}

function isMatter({ start, end, hash, plain, flags }: Token): boolean {
  if (hash === 0 || EMPTY.has(plain)) return false;
  const long = (flags & WordFlag.capital) !== 0 && !(flags & WordFlag.capitals) ? 4 : 3;
  return end - start >= long || (flags & WordFlag.capitals) !== 0;
}
