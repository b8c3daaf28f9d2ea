/**
 * What joins neighbouring words: a day with its month, "per" with "cent", a unit with its number, a form of address with
 * a name. In: the text, the words found so far, a place. Out: whether they belong together.
 */
import { classOf, foldOf, isDecimalMark, isJoint, isLetter } from "./characters.js";
import { CharClass } from "./charTable.js";
import { HASH_START, hashFinish, hashStep, hashWord } from "./normalize.js";
import { WordFlag, type WordList } from "./wordList.js";

export const PERCENT = /* @__PURE__ */ hashWord("%");
const PER = /* @__PURE__ */ hashWord("per");

/** The day of the month that stands in figures before `at`; 0 where none does. */
export function dayBefore(text: string, list: WordList, at: number): number {
  const last = list.last();
  if (last < 0 || ((list.flags[last] as number) & (WordFlag.number | WordFlag.spelled)) !== WordFlag.number) return 0;
  const start = list.start[last] as number;
  if (!isOnlySpace(text, list.end[last] as number, at)) return 0;
  let day = 0;
  for (let i = start; i < start + 3; i++) {
    const unit = text.charCodeAt(i);
    if (classOf[unit] !== CharClass.digit) return day <= 31 && !isDecimalMark(text, i) ? day : 0;
    day = day * 10 + (foldOf[unit] as number) - 48;
  }
  return 0;
}

/** Whether figures stand behind `from`, after a space or two. */
export function dayFollows(text: string, from: number, to: number): boolean {
  let i = from;
  while (i < to && i < from + 2 && classOf[text.charCodeAt(i)] === CharClass.space) i++;
  return i > from && i < to && classOf[text.charCodeAt(i)] === CharClass.digit;
}

/** The month that stands before `at`, as a word; -1 where none does. */
export function monthBefore(text: string, list: WordList, at: number): number {
  const last = list.last();
  const isMonth = last >= 0 && ((list.flags[last] as number) & WordFlag.month) !== 0;
  return isMonth && isOnlySpace(text, list.end[last] as number, at) ? last : -1;
}

/** Makes a word, a day or a month, the day of a month. */
export function joinDate(list: WordList, word: number, month: number, day: number, end: number): void {
  list.hash[word] = hashFinish(hashStep(hashStep(hashStep(HASH_START, 1), month), day));
  list.end[word] = end;
  list.flags[word] = ((list.flags[word] as number) & ~(WordFlag.number | WordFlag.month)) | WordFlag.date;
}

/** Makes the word before, if it is "per", the sign of a percentage. */
export function joinPerCent(text: string, list: WordList, from: number, end: number): boolean {
  const last = list.last();
  if (last < 0 || list.hash[last] !== PER || !isOnlySpace(text, list.end[last] as number, from)) return false;
  list.hash[last] = PERCENT;
  list.end[last] = end;
  return true;
}

/** Whether the word before is a number with nothing, or a space or hyphen, behind it. */
export function isNumberBefore(text: string, list: WordList, at: number): boolean {
  const last = list.last();
  if (last < 0 || !((list.flags[last] as number) & WordFlag.number)) return false;
  const end = list.end[last] as number;
  return at - end <= 1 && (at === end || isJoint(text.charCodeAt(end)));
}

/** Whether a letter follows, after a full stop perhaps and a space or two. */
export function nameFollows(text: string, from: number, to: number): boolean {
  let i = from;
  if (i < to && text.charCodeAt(i) === 46) i++;
  const gap = i;
  while (i < to && i < gap + 2 && classOf[text.charCodeAt(i)] === CharClass.space) i++;
  return i > gap && i < to && isLetter(text.charCodeAt(i));
}

/** Whether three digits follow, and no fourth: a group of thousands. */
export function threeDigits(text: string, from: number, to: number): boolean {
  let n = 0;
  while (from + n < to && n < 4 && classOf[text.charCodeAt(from + n)] === CharClass.digit) n++;
  return n === 3;
}

/** At most two characters of space, and at least one. */
function isOnlySpace(text: string, from: number, to: number): boolean {
  if (to <= from || to - from > 2) return false;
  for (let i = from; i < to; i++) if (classOf[text.charCodeAt(i)] !== CharClass.space) return false;
  return true;
}
