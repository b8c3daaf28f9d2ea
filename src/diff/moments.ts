/** Reads dates ("the 4th of June", "2024年8月3日") and times of day ("6:05 p.m.", "0815 GMT"). */
import { MONTH_NUMBERS } from "./lexicon.js";
import { plainFigures, wordValue } from "./numerals.js";
import { ARTICLES, type Core, core, type Hit, type Piece, readHan, toNumber } from "./pieces.js";
import { isSmall } from "./plain.js";

function monthOf(piece: Piece | undefined): number {
  if (piece?.type !== "word") return 0;
  const { lower } = piece;
  return MONTH_NUMBERS.get(lower.endsWith(".") ? lower.slice(0, -1) : lower) ?? 0;
}

function dayOf(piece: Piece | undefined): number {
  if (!piece) return 0;
  const value =
    piece.type === "figures"
      ? /^\p{Nd}{1,2}$/u.test(piece.text)
        ? Number(plainFigures(piece.text))
        : 0
      : piece.type === "word" && !ARTICLES.test(piece.lower) // "on June 4": ten in Turkish
        ? (wordValue(piece.lower) ?? 0)
        : 0;
  return value >= 1 && value <= 31 ? value : 0;
}

/** A year of four figures; 0 for anything else. */
export function yearOf(piece: Piece | undefined): number {
  if (piece?.type !== "figures" || !/^\p{Nd}{4}$/u.test(piece.text)) return 0;
  const value = Number(plainFigures(piece.text));
  return value >= 1500 && value <= 2600 ? value : 0;
}

const skipPoint = (pieces: readonly Piece[], i: number) => (pieces[i]?.text === "." ? i + 1 : i);

/** The date that begins at a piece. */
export function readDate(pieces: readonly Piece[], at: number): Hit | undefined {
  return readDayFirst(pieces, at) ?? readMonthFirst(pieces, at) ?? readCharacterDate(pieces, at);
}

/** "4 June", "the 4th of June 2024", "3. August", "3 de agosto". */
function readDayFirst(pieces: readonly Piece[], at: number): Hit | undefined {
  const day = dayOf(pieces[at]);
  if (!day) return undefined;
  let i = at + 1;
  if (/^(?:st|nd|rd|th|er|º)$/u.test(pieces[i]?.lower ?? "")) i++;
  i = skipPoint(pieces, i);
  if (/^(?:of|de|di|d)$/u.test(pieces[i]?.lower ?? "")) i++;
  const month = monthOf(pieces[i]);
  if (!month) return undefined;
  return withYear(pieces, i + 1, month, day);
}

/** "June 4", "Oct. 14th, 2024". */
function readMonthFirst(pieces: readonly Piece[], at: number): Hit | undefined {
  const month = monthOf(pieces[at]);
  if (!month) return undefined;
  const i = skipPoint(pieces, at + 1);
  const day = pieces[i]?.type === "figures" ? dayOf(pieces[i]) : 0;
  if (!day || pieces[i + 1]?.text === ":") return undefined;
  const ordinal = /^(?:st|nd|rd|th)$/u.test(pieces[i + 1]?.lower ?? "") ? 1 : 0;
  return withYear(pieces, i + 1 + ordinal, month, day);
}

function withYear(pieces: readonly Piece[], at: number, month: number, day: number): Hit {
  const mark = /^(?:,|de|del)$/u.test(pieces[at]?.lower ?? "") ? 1 : 0;
  const year = yearOf(pieces[at + mark]);
  const end = year ? at + mark + 1 : at;
  const dotted =
    !year && pieces[at]?.text === "." && (pieces[at - 1]?.text.length ?? 9) <= 4 && monthOf(pieces[at - 1]);
  return { expression: core("date", [month, day, year]), next: dotted && pieces[at + 1]?.text === "." ? end + 1 : end };
}

/** 2024年8月3日, 十二日: any of the three, the day or the year at least. */
function readCharacterDate(pieces: readonly Piece[], at: number): Hit | undefined {
  const first = pieces[at];
  if (first?.type !== "han" && first?.type !== "figures") return undefined;
  // Most figures stand apart from what follows, and need no reading.
  if (first.type === "figures" && (pieces[at + 1]?.type === "sign" || isSmall(pieces[at + 1]?.lower ?? "")))
    return undefined;
  const parts: Record<string, number> = {};
  let i = at;
  for (;;) {
    const number = readHan(pieces, i);
    const mark = number && pieces[number.next]?.text;
    if (!number || !mark || !/^[年月日년월일]$/u.test(mark)) break;
    parts[mark] = number.value;
    i = number.next + 1;
  }
  if (i === at) return undefined;
  const of = (one: string, two: string) => parts[one] ?? parts[two] ?? 0;
  return { expression: core("date", [of("月", "월"), of("日", "일"), of("年", "년")]), next: i };
}

/** The time of day that begins at a piece; `follows` gives what stands behind a place of the text. */
export function readTime(pieces: readonly Piece[], at: number, follows: (at: number) => string): Hit | undefined {
  const first = pieces[at] as Piece;
  if (first.lower === "noon" || first.lower === "midday") return { expression: core("time", [720]), next: at + 1 };
  if (first.lower === "midnight") return { expression: core("time", [0]), next: at + 1 };
  const spoken = readSpoken(pieces, at);
  if (spoken) return spoken;
  if (first.type !== "figures") return undefined;
  const military = readMilitary(first, follows);
  if (military) return { expression: military, next: at + 1 };
  const clock = readClock(pieces, at);
  if (!clock) return undefined;
  const [half, next] = readHalf(pieces, clock.next);
  if (half === undefined && !clock.certain) return undefined;
  const hour = half === "pm" ? (clock.hour % 12) + 12 : half === "am" ? clock.hour % 12 : clock.hour;
  if (hour > 24) return undefined;
  const halfKnown = half === "am" || half === "pm" || half === "Uhr" || hour > 12 || /^0/u.test(first.text);
  return { expression: core("time", [hour * 60 + clock.minute], { halfKnown }), next };
}

/** "halb drei"; "las dos y media de la tarde", "duas da tarde": the hour in words, with the part of the day. */
function readSpoken(pieces: readonly Piece[], at: number): Hit | undefined {
  const hourOf = (i: number) =>
    dayOf(pieces[i]) || (ARTICLES.test(pieces[i]?.lower ?? "") ? (wordValue(pieces[i]?.lower ?? "") ?? 0) : 0);
  if (pieces[at]?.lower === "halb") {
    const hour = hourOf(at + 1);
    return hour >= 1 && hour <= 12
      ? { expression: core("time", [hour * 60 - 30], { halfKnown: false }), next: at + 2 }
      : undefined;
  }
  const hour = hourOf(at);
  if (hour < 1 || hour > 12) return undefined;
  const isHalf =
    /^[ye]$/u.test(pieces[at + 1]?.lower ?? "") && /^(?:media|mezz[ao]|meia)$/u.test(pieces[at + 2]?.lower ?? "");
  let i = isHalf ? at + 3 : at + 1;
  if (!/^(?:d[aei]|del)$/u.test(pieces[i]?.lower ?? "")) return undefined;
  if (pieces[++i]?.lower === "la") i++;
  const part = pieces[i]?.lower ?? "";
  const isLate = /^(?:tarde|noche|noite|pomeriggio|sera)$/u.test(part);
  if (!isLate && !/^(?:mañana|madrugada|manhã|mattina|mattino|notte)$/u.test(part)) return undefined;
  return { expression: core("time", [((hour % 12) + (isLate ? 12 : 0)) * 60 + (isHalf ? 30 : 0)]), next: i + 1 };
}

/** "0815 GMT", "1430 hours": four figures before a zone. */
function readMilitary({ text, end }: Piece, follows: (at: number) => string): Core | undefined {
  const clock = /^([01]\d|2[0-3])([0-5]\d)$/u.exec(text);
  if (!clock || !/^ (?:GMT|UTC|[A-Z]{1,4}T\b|hours|hrs)/u.test(follows(end))) return undefined;
  return core("time", [Number(clock[1]) * 60 + Number(clock[2])]);
}

function readClock(
  pieces: readonly Piece[],
  at: number,
): { hour: number; minute: number; next: number; certain: boolean } | undefined {
  const first = pieces[at] as Piece;
  const dotted = /^(\p{Nd}{1,2})\.(\p{Nd}{2})$/u.exec(first.text);
  if (dotted) return { hour: toNumber(dotted[1]), minute: toNumber(dotted[2]), next: at + 1, certain: false };
  if (!/^\p{Nd}{1,2}$/u.test(first.text)) return undefined;
  const hour = toNumber(first.text);
  const mark = pieces[at + 1]?.lower;
  const minutes = pieces[at + 2];
  if (
    (mark === ":" ||
      mark === "h" ||
      mark === "時" ||
      mark === "时" ||
      mark === "点" ||
      mark === "點" ||
      mark === "시") &&
    minutes &&
    /^\p{Nd}{2}$/u.test(minutes.text)
  ) {
    const minute = toNumber(minutes.text);
    if (minute < 60)
      return { hour, minute, next: /^[分분]$/u.test(pieces[at + 3]?.text ?? "") ? at + 4 : at + 3, certain: true };
  }
  return { hour, minute: 0, next: at + 1, certain: false };
}

function readHalf(pieces: readonly Piece[], at: number): ["am" | "pm" | "Uhr" | "clock" | undefined, number] {
  const word = pieces[at]?.lower ?? "";
  if (word === "am" || word === "pm") return [word, at + 1];
  if (/^(?:uhr|h|heures?|horas?|часов|час(?:а)?|น)$/u.test(word)) return ["Uhr", at + 1];
  return word === "o'clock" ? ["clock", at + 1] : [undefined, at];
}
