/**
 * Finds the dateline of a report: the place, day and agency in front of its first sentence, set off by a dash
 * ("LONDON (Agency) —", "Washington, January 2 -") or, with the agency in brackets, a colon.
 * It goes by form alone: capitals and a bracket before a dash, never by the names of agencies or towns.
 */
import type { Span } from "../article.js";
import { isWordStart } from "./characters.js";

const REACH = 90; // the longest seen, with two towns and a day, is under 70 characters
const DASH = /[\s.][-–—―]{1,2}\s?|[–—―]\s?|\s?--\s?/gu;
const BRACKETED = /[([（][^()[\]（）]{2,40}[)\]）][.,]?\s*$/u;
const DAY_OF_MONTH = /\d{1,2}\.?\s+\p{L}+\.?|\p{L}+\.?\s+\d{1,2}\b/gu;
const SMALL = /^\s*\p{Ll}/u;

const HYPHEN = 0x2d;
const COLON = 0x3a;
const WIDE_COLON = 0xff1a;

/** The dateline at the start of a paragraph, its dash included, or nothing. Looks at the first 90 characters only. */
export function findDateline(text: string, paragraph: Span): Span | undefined {
  const reach = Math.min(paragraph.end, paragraph.start + REACH);
  if (!hasMark(text, paragraph.start, reach)) return undefined;
  const head = text.slice(paragraph.start, reach);
  const colon = /^[^:：]{2,70}[)\]）]\s?[:：]\s?/u.exec(head);
  if (colon && isDateline(head.slice(0, colon[0].search(/[:：]\s?$/u)))) return span(paragraph, colon[0].length);
  for (const dash of head.matchAll(DASH)) {
    const end = dash.index + dash[0].length;
    // A dateline is followed by the start of a sentence; a dash inside one, by a small letter as a rule.
    if (!SMALL.test(head.slice(end)) && isDateline(head.slice(0, dash.index))) return span(paragraph, end);
  }
  return undefined;
}

/** Whether a dash, or a hyphen or colon that could stand for one, is in a stretch: in most, none is, and no more is asked. */
function hasMark(text: string, from: number, to: number): boolean {
  let before = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x2013 && unit <= 0x2015) return true;
    // A hyphen behind a letter joins two words, and no bracket ends before a colon there.
    const sets = unit === HYPHEN || unit === COLON || unit === WIDE_COLON;
    if (sets && !isWordStart(before)) return true;
    before = unit;
  }
  return false;
}

function span(paragraph: Span, length: number): Span {
  return { start: paragraph.start, end: paragraph.start + length };
}

/** Small words inside the names of places: "Ciudad de México", "Frankfurt am Main". */
const PARTICLE = /^(?:de|del|da|do|dos|di|du|des|la|las|los|le|les|of|am|an|der|den|upon)$/u;

/** Place names and an agency: few words, nearly all capitalised, and either a bracket at the end or a town in capitals. */
function isDateline(text: string): boolean {
  const line = text.trim();
  const bracketed = BRACKETED.test(line);
  if (line.length < 3 || /[!?;"“”]/u.test(line) || (!bracketed && !/^\p{Lu}[\p{Lu}\p{M}.'’-]{2,}/u.test(line)))
    return false;
  // The agency may be written small ("dpa"), and so may the month beside a day.
  const places = line.replace(BRACKETED, "").replace(DAY_OF_MONTH, " ");
  const all = places.match(/[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+)*\.?/gu) ?? [];
  const words = all.filter((word) => !PARTICLE.test(word));
  const capitalized = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 0 && words.length <= (bracketed ? 8 : 5) && capitalized >= words.length * 0.7;
}
