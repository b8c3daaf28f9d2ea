/** Days, months and hours in a stretch, and what one in place of another is. */
import type { EditKind } from "./edits.js";
import { DAYS, MONTH_NUMBERS, MONTHS, PARTS_OF_DAY, RELATIVE_DAYS, SAME_DAYS } from "./lexicon.js";
import { contentOf, type Stretch, textBefore } from "./stretch.js";
import type { Token } from "./tokens.js";

/** Whether a word names a day, a part of one, a season or a month. */
export const isDay = (word: string): boolean => DAYS.has(word) || MONTHS.has(word) || GERMAN_DAY.test(word);

/** "Mittwochabend", "dinsdagochtend". */
const GERMAN_DAY =
  /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?:morgen|vormittag|mittag|nachmittag|abend|nacht|ochtend|middag|avond)$/u;

/** How days in place of others are to be named; nothing where neither side names one. */
export function nameDays(one: Stretch, two: Stretch): EditKind | undefined {
  const a = daysOf(one);
  const b = daysOf(two);
  if (a.length === 0 && b.length === 0) return undefined;
  if (a.length > 0 && b.length > 0) {
    if ([a, b].every((days) => days.every(({ plain: word }) => RELATIVE_DAYS.has(word)))) return "wording";
    if (a.length === b.length && a.every((token, i) => isSameDay(token, b[i] as Token))) return "date-form";
    return sortOfDay(one, a) === sortOfDay(two, b) ? "date" : "wording";
  }
  // A day named on one side only: the other text may name it elsewhere.
  const [side, named, other] = a.length > 0 ? [one, a, two] : [two, b, one];
  // What took its place is a claim of its own ("on Friday", "on escort duty").
  if (contentOf(other).filter((word) => !other.others().has(word)).length >= 2)
    return side === one ? "added" : "dropped";
  // A day told elsewhere, beside words that have others in their place: those say what the change is.
  const isBeside = contentOf(side).length > named.length && contentOf(other).length > 0;
  if (isBeside && named.every(({ plain: word, expression }) => !expression && side.others().has(word)))
    return undefined;
  if (named.every((token) => RELATIVE_DAYS.has(token.plain))) return "wording";
  return named.some(({ plain: word }) => side.others().has(word) || side.others().hasPart(word)) ? "wording" : "date";
}

/** The words of a stretch that name a day or an hour. */
export function daysOf(stretch: Stretch): Token[] {
  return stretch.words.filter(
    (token) =>
      (isDay(token.plain) && !isParticiple(stretch, token)) ||
      token.expression?.type === "date" ||
      token.expression?.type === "time",
  );
}

/** "a été blessé": the participle, which is written as the summer is. */
function isParticiple({ source }: Stretch, { plain, start }: Token): boolean {
  return (
    plain === "été" &&
    !/(?:(?:^|\s)(?:cet|en|un|chaque|plein)\s|[ld]['’])$/iu.test(source.slice(Math.max(0, start - 9), start))
  );
}

/** Two names of one month or day: "Sept." and "September", "Samstag" and "Sonnabend". */
function isSameDay(a: Token, b: Token): boolean {
  if (a.expression || b.expression) return false;
  const day = SAME_DAYS.get(a.plain);
  if (day !== undefined) return day === SAME_DAYS.get(b.plain);
  const month = MONTH_NUMBERS.get(a.plain);
  return month !== undefined && month === MONTH_NUMBERS.get(b.plain);
}

const SEASON =
  /^(?:spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno|estate|autunno|inverno|verão|outono)$/u;

/** "this morning": the day of writing. */
function isOfToday(stretch: Stretch): boolean {
  return /\bthis (?:morning|afternoon|evening)$/iu.test(textBefore(stretch) + stretch.text);
}

/** A day told from today, a day of the week, a day of the calendar: one sort for another names the same day in another way. */
function sortOfDay(stretch: Stretch, tokens: readonly Token[]): string {
  if (tokens.some((token) => RELATIVE_DAYS.has(token.plain)) || isOfToday(stretch)) return "relative";
  if (tokens.every((token) => token.expression?.type === "time" || PARTS_OF_DAY.has(token.plain))) return "hour";
  return tokens.some(({ plain: word, expression }) => expression || MONTHS.has(word) || SEASON.test(word))
    ? "calendar"
    : "weekday";
}
