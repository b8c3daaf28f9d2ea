/** The headline of a page, without the outlet's name that titles carry along. */
import type { HtmlPage } from "./blocks.js";
import type { Declared } from "./jsonLd.js";

/** Longer is no headline. */
const MOST_CHARACTERS = 400;

export function headlineOf(page: HtmlPage, declared: Declared, outlets: readonly string[]): string | undefined {
  const given = [page.meta.get("og:title"), declared.headline, page.meta.get("twitter:title"), page.title]
    .filter((title) => title !== undefined)
    .map(plain)
    .filter((title) => title !== "" && title.length <= MOST_CHARACTERS);
  const shown = shownHeadline(page, given);
  if (shown !== undefined) return shown;
  const [first] = given;
  return first === undefined ? onlyHeadline(page) : withoutOutlet(first, outlets);
}

/** The first-level heading that begins, or is, one of the titles given: what readers see, without what is hung on. */
function shownHeadline(page: HtmlPage, given: readonly string[]): string | undefined {
  return firstHeadings(page).find((heading) => {
    const shown = letters(heading);
    // A heading that breaks off at a colon goes on in an element of its own.
    if (shown.length < LEAST_LETTERS || /[:：,]$/.test(heading)) return false;
    return given.some(
      (title) =>
        hangsOn(title, heading) || (letters(title).startsWith(shown) && 2 * shown.length > letters(title).length),
    );
  });
}

/** Whether the title is the heading, with something hung on behind a mark. */
function hangsOn(title: string, heading: string): boolean {
  return title.startsWith(heading) && /^\s*[|｜¦·•»›–—-]/u.test(title.slice(heading.length));
}

const LEAST_LETTERS = 6;

function onlyHeadline(page: HtmlPage): string | undefined {
  const headings = firstHeadings(page);
  return headings.length === 1 ? headings[0] : undefined;
}

function firstHeadings(page: HtmlPage): string[] {
  return page.blocks
    .filter(({ tag, text }) => tag === "h1" && text.length <= MOST_CHARACTERS)
    .map(({ text }) => plain(text));
}

/** What parts a headline from the outlet: strong marks stand between nothing else, dashes stand in headlines too. */
const STRONG = "|｜¦·•»›";
const PARTING = /\s+[|｜¦·•»›\-–—:]+\s+|\s*[|｜]\s*|[:：]\s+/gu;
/** A part after a strong mark goes when it is this short beside the rest, though nobody knows the name. */
const SHORT_NAME = 25;

/** "Flood closes harbour | The Larnmouth Gazette" without the outlet, before or behind. */
export function withoutOutlet(title: string, outlets: readonly string[]): string {
  const partings = [...title.matchAll(PARTING)];
  for (const parting of partings) {
    const rest = title.slice(parting.index + parting[0].length);
    const before = title.slice(0, parting.index);
    if (rest !== "" && before !== "" && isOutlet(rest, outlets)) return withoutOutlet(before, outlets);
  }
  const [first] = partings;
  if (first !== undefined && isOutlet(title.slice(0, first.index), outlets))
    return title.slice(first.index + first[0].length);
  const last = partings.at(-1);
  if (last === undefined || !STRONG.includes(last[0].trim().charAt(0))) return title;
  const rest = title.slice(last.index + last[0].length);
  const isHung = rest.length <= SHORT_NAME && 2 * rest.length < last.index;
  return isHung ? title.slice(0, last.index) : title;
}

/** Whether the text is the outlet's name, or the host's written out ("The Verge" for theverge.com). */
function isOutlet(text: string, outlets: readonly string[]): boolean {
  const name = letters(text);
  if (name === "") return false;
  return outlets.some((outlet) => {
    const known = letters(/^[\w.-]+\.[a-z]{2,}$/i.test(outlet) ? outlet.replace(/\.[^.]+$/, "") : outlet);
    return (
      known === name ||
      letters(outlet) === name ||
      (name.length > 3 && known === withoutThe(name)) ||
      withoutThe(known) === name
    );
  });
}

function withoutThe(name: string): string {
  return name.replace(/^the(?=.{3})/, "");
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
