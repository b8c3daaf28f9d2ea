// In: text of an article. Out: Markdown that shows it and does nothing else.
import { printable } from "./printable.js";
import { clipped } from "./rows.js";

/** Text that Markdown shows and does not obey: no emphasis, link, image, tag, list, heading or table comes of it. */
export function plainMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]~|#!^$]/gu, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "&#64;")
    .replace(/:\/\//gu, "&#58;//")
    .replace(/\bwww\./giu, (start) => `${start.slice(0, -1)}&#46;`)
    .replace(/^(\s*)([-+=])/u, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/u, "$1\\$2");
}

const LONGEST_FACT = 160;

/** What went, what came, or the one and what it became. */
export function factMarkdown(was: string | undefined, now: string | undefined): string {
  const side = (tag: "del" | "ins", text: string | undefined): string[] =>
    text === undefined ? [] : [`<${tag}>${plainMarkdown(clipped(text, LONGEST_FACT))}</${tag}>`];
  return [...side("del", was), ...side("ins", now)].join(" → ");
}
