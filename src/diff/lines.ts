/** What a line says that is no sentence: when the text was published, or what the part below it is called. */
import { DAYS, MONTHS } from "./lexicon.js";
import { plain } from "./plain.js";

const LONGEST_STAMP = 120;

const isStampWord = (word: string): boolean => STAMP_WORD.test(word) || DAYS.has(word) || MONTHS.has(word);
/** Words beside the time in a line that tells it: what was done then, and the name of the zone. */
const STAMP_WORD =
  /^(?:first|last|updated?|corrected|published|posted|released?|modified|edited|created|date|on|at|from|mon|[ap]|m|[ap]m|st|nd|rd|th|[a-z]{1,4}t|gmt|utc|stand|uhr|veröffentlicht|aktualisiert|am|um|publié|le|mis|à|jour|h|publicado|actualizado|el|pubblicato|aggiornato|il|alle|ore)$/u;

/** "Updated: July 7, 2012, 10:04 PM ET": a line that holds a day or a time and nothing else. */
export function isTimestamp(line: string): boolean {
  if (line.length > LONGEST_STAMP || !/\p{Nd}/u.test(line)) return false;
  const words = line.match(/\p{L}+/gu) ?? [];
  const others = words.filter((word) => !/^\p{Lu}{2,4}$/u.test(word) && !isStampWord(plain(word)));
  // Beside a whole date a word more tells what was done then ("Filed March 8, 2013").
  return others.length === 0 || (others.length === 1 && words.length === 2 && WHOLE_DATE.test(line));
}

/** A month in letters, a day and a year. */
const WHOLE_DATE = /\p{L}+ \p{Nd}{1,2},? \p{Nd}{4}$|\p{Nd}{1,2}\.? \p{L}+ \p{Nd}{4}$/u;

/** The line of a text that holds a place, or as much of it as shows that it is too long to tell a time. */
export function lineAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_STAMP), at);
  const behind = text.slice(at, at + LONGEST_STAMP);
  const end = behind.indexOf("\n");
  return before.slice(before.lastIndexOf("\n") + 1) + (end < 0 ? behind : behind.slice(0, end));
}

const BYLINE = /^(?:By|Von|Par|Por|Di|Door|Av|Af)\s(?=\p{Lu})/u;

/** "By MARY JAY and TOM BELL": names behind one small word. */
export function isByline(line: string): boolean {
  if (line.length > LONGEST_STAMP || !BYLINE.test(line) || /[.!?]$/u.test(line)) return false;
  const words = line.replace(BYLINE, "").match(/[\p{L}'’.-]+/gu) ?? [];
  return words.every((word) => /^\p{Lu}/u.test(word) || /^(?:and|und|et|y|e|en|og|och|with|for|of|in)$/u.test(word));
}

/** How a line begins that leads to another page. */
const REFERENCE =
  /^(?:more (?:from|on)|read (?:more|also|or share)|also read|sign up|story continues|related|see also|watch|listen|opinion|lire aussi|lesen sie auch|mehr zum|leia (?:mais|também)|lee también|leggi anche|читайте также)\b/i;
/** What stands below a report that goes on. */
const UNFINISHED =
  /^(?:more (?:to follow|soon|details soon)|this is a (?:developing|breaking)\b[^.!?]{0,60}|breaking(?: news)?)[.!…]?$/i;
/** How one ends. */
const READ_MORE = /\b(?:read|see|learn) more$/i;
/** What buttons under a headline say. */
const BUTTONS = /\b(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|comments?|subscribe)\b/gi;

/** "Related: …", "Share Tweet Email": a line of the page round the report. */
export function isPageLine(line: string): boolean {
  if (REFERENCE.test(line) && /^[^.!?]{0,40}:/u.test(line)) return true;
  if (UNFINISHED.test(line)) return true;
  if (line.length > LONGEST_TITLE || /[.!?…]["'”’]*$/u.test(line)) return false;
  return REFERENCE.test(line) || READ_MORE.test(line) || (line.match(BUTTONS)?.length ?? 0) >= 2;
}

/** "What Is Next for the Ferries of the North: A Short Guide": a title between paragraphs leads to another page. */
export function isTitleLine(line: string): boolean {
  if (line.length > LONGEST_TITLE || /[.!?…,;]["'”’]*$/u.test(line)) return false;
  const long = line.match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length;
  return long.length >= LEAST_OF_TITLE && capitals === long.length;
}

const LONGEST_TITLE = 120;
const LEAST_OF_TITLE = 4;

/** "(Northwest Press)": who sent the report, on a line of its own. */
export function isAgencyLine(line: string): boolean {
  return line.length <= LONGEST_STAMP && /^[(（]\p{L}[\p{L}.&-]*(?: \p{Lu}[\p{L}.&-]*){0,3}[)）]$/u.test(line);
}

/** "Opinion contributor": what the writer is. */
export function isOffice(line: string): boolean {
  return /^(?:\S+ ){0,3}(?:contributor|correspondent|reporter|columnist|(?:staff|senior|sports) writer)s?$/i.test(line);
}

/** "Mary Jay", "Mary B. Jay": a line of a name alone. */
export function isName(line: string): boolean {
  return /^\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+$/u.test(line);
}

/** "Follow on Twitter: …": where the writer is to be found. */
export function isContact(line: string): boolean {
  return CONTACT.test(line) || (line.length <= LONGEST_CONTACT && ADDRESS.test(line));
}

/** A line that gives an address, too: "Contact our newsdesk: …". */
const ADDRESS = /\S@\S+\.\S/u;
const LONGEST_CONTACT = 160;
const CONTACT = /\bfollow (?:\w+ )?on (?:twitter|facebook|instagram|bluesky|mastodon|x)\b|^twitter: ?@/i;

/** "A second bridge?": a question alone between paragraphs is the title of what follows, or of another page. */
export function isQuestion(line: string): boolean {
  if (line.length > LONGEST_TITLE || !/[?？]/u.test(line) || /[.!。…]["'”’]*$/u.test(line)) return false;
  return !/[.!。]\s/u.test(line);
}

/** "Mary Jay is a columnist and the author of …": what a report says of its writer at its end. */
export function isAboutWriter(paragraph: string): boolean {
  return paragraph.length <= LONGEST_PORTRAIT && PORTRAIT.test(paragraph);
}

const LONGEST_PORTRAIT = 400;
const PORTRAIT =
  /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3} (?:is|was|writes|covers|reports|teaches|works)\b[^.!?]*\b(?:columnist|author|reporter|correspondent|journalist|editor|writer|contributor|host|fellow|professor|lecturer|commentator|analyst|photographer|for this (?:news)?paper)\b/u;

/** More words than this may be a claim ("Two more bodies found in the harbour"). */
const LONGEST_LABEL = 5;

/** "Volatile border", "Advertisement", "Slideshow (4 images)": a few words that end with no mark and tell no figure. */
export function isLabel(line: string): boolean {
  if (line.length <= LONGEST_TITLE && /^About (?:\p{Lu}[\p{L}\p{N}.,&'’-]*(?:\s|$)|(?:of|the|and|for) )+$/u.test(line))
    return true;
  const bare = line.replace(/[(（][^()（）]*[)）]/gu, "").trim();
  // Scripts without spaces do not show how many words they are.
  if (/[.!?…,;:]\s*["'”’]*$|\p{Nd}|,|\p{Lo}/u.test(bare)) return false;
  const words = bare.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? [];
  return words.length > 0 && words.length <= LONGEST_LABEL;
}
