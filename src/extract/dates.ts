/**
 * Times as pages and feeds write them, to ISO 8601. `Date.parse` alone would read a time without a zone by the clock of the
 * machine and a fraction of the rest not at all: here a time without a zone is UTC, and a date without a time stays a date.
 */

/** `2024-02-03T15:00:00.000Z`, or `2024-02-03` where no time is given; undefined for what is no date. */
export function isoTime(given: string): string | undefined {
  const text = given.slice(0, MOST_CHARACTERS).normalize("NFKC").trim();
  const stamp = /^\d{10}(?:\d{3})?$/.exec(text);
  if (stamp) return isoOf(Number(text) * (text.length === 10 ? 1000 : 1));
  const day = dayIn(text);
  if (day === undefined) return undefined;
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== day.month - 1 || date.getUTCDate() !== day.day) return undefined;
  const time = timeIn(day.rest);
  return time === undefined ? isoOf(midnight)?.slice(0, 10) : isoOf(midnight + time);
}

const MOST_CHARACTERS = 80;

interface Day {
  year: number;
  month: number;
  day: number;
  /** What stands beside the date: the time, perhaps. */
  rest: string;
}

function isoOf(time: number): string | undefined {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return Number.isNaN(time) || year < 1 || year > 9999 ? undefined : date.toISOString();
}

/** Year first, as machines and East Asia write it. */
const YEAR_FIRST =
  /^(?:\D*?\s)?(\d{4})(?:\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})[日일]?\.?|(\d{2})(\d{2}))(?!\d)/u;
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|[-/]\s*)?(\p{L}{3,12})\.?,?\s*(?:de\s+|[-/]\s*)?(\d{4}|\d{2}(?=\s+\d{1,2}:))(?!\d)/u;
const MONTH_FIRST = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
/** Day, month and year in figures with full stops, as on the Continent. Slashes would be ambiguous and are left alone. */
const FIGURES = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
/** "Tue Feb 03 15:00:00 GMT 2024": the year comes last. */
const YEAR_LAST = /(\p{L}{3,12})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?\s+[\w+:-]*)\s*(\d{4})$/u;

function dayIn(text: string): Day | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [all, year, month = yearFirst[4], day = yearFirst[5]] = yearFirst;
    return dayOf(year, Number(month), day, text.slice(yearFirst.index + all.length));
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return dayOf(yearLast[4], monthOf(yearLast[1]), yearLast[2], yearLast[3] ?? "");
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1], rest(text, dayFirst));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2], rest(text, monthFirst));
  const figures = FIGURES.exec(text);
  return figures ? dayOf(figures[3], Number(figures[2]), figures[1], rest(text, figures)) : undefined;
}

function rest(text: string, found: RegExpExecArray): string {
  return text.slice(found.index + found[0].length);
}

function dayOf(
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
  after: string,
): Day | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  // Two figures, as RFC 822 had them: from 70 on the last century's.
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  return { year: full, month, day: Number(day), rest: after };
}

const TIME =
  /^[\sT,·|atàum@-]{0,8}?(\d{1,2})[:.h时時시](?:\s*)(\d{2})(?:[:.分분]\s*(\d{2}))?(?:[.,](\d{1,9}))?[秒초]?\s*(.*)$/iu;

/** Milliseconds since midnight UTC, the zone counted; undefined without a time. */
function timeIn(text: string): number | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, hour = "", minute = "", second = "0", fraction = "", zone = ""] = found;
  const half = /^([ap])\.?m\b\.?/i.exec(zone);
  let hours = Number(hour);
  if (half) hours = (hours % 12) + (half[1]?.toLowerCase() === "p" ? 12 : 0);
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const milliseconds = Number(`${fraction}000`.slice(0, 3));
  const offset = zoneOf(half ? zone.slice(half[0].length) : zone);
  return ((hours * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000 + milliseconds;
}

/** Minutes east of Greenwich of the zones that feeds name; all others are taken for UTC. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  HST: -600,
  BST: 60,
  WEST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  WIB: 420,
  HKT: 480,
  SGT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

function zoneOf(text: string): number {
  const zone = text.trim().replace(/^\(|\)$/g, "");
  const offset = /^(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?/i.exec(zone);
  if (offset) return (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? "0"));
  const name = /^[A-Z]{2,4}\b/.exec(zone.toUpperCase())?.[0];
  return name === undefined ? 0 : (ZONES[name] ?? 0);
}

/** Month names by their beginnings, month by month, in the languages that most feeds are written in. */
const MONTHS: readonly string[] = [
  "jan gen ene янв січ sty oca",
  "feb fév fev лют фев lut şub",
  "mar mär mrt мар бер",
  "apr avr abr апр кві kwi nis",
  "may mai mag maj mei мая май тра",
  "jun juin giu июн чер cze haz",
  "jul juil lug июл лип lip tem",
  "aug aoû aou ago авг сер sie ağu",
  "sep set вер сен wrz eyl",
  "oct okt ott out окт жов paź eki",
  "nov ноя лис kas",
  "dec déc dez dic des дек гру gru ara",
];

function monthOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const lower = name.toLowerCase();
  let best = 0;
  let month: number | undefined;
  MONTHS.forEach((beginnings, i) => {
    for (const beginning of beginnings.split(" ")) {
      if (beginning.length > best && lower.startsWith(beginning)) {
        best = beginning.length;
        month = i + 1;
      }
    }
  });
  return month;
}
