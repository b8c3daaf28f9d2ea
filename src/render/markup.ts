// In: any text. Out: HTML that shows it and does nothing else. Everything that comes from outside goes through here.
import { printable } from "./printable.js";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML, safe between tags and inside quoted attributes; white space collapsed, controls gone. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** The address when it is one that can be followed without harm (http or https), else undefined. */
export function safeUrl(url: string | undefined): string | undefined {
  if (typeof url !== "string") return undefined;
  const address = url.trim();
  return /^https?:\/\/[^\s\p{Cc}<>"'`\\]+$/iu.test(address) ? address : undefined;
}

/** Attributes of an element that holds text of an article: its language and the direction it is read in. */
export function textAttributes(text: string, language: string | undefined): string {
  const known = language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(language);
  return `${known ? ` lang="${language}"` : ""} dir="${directionOf(text)}"`;
}

/** Letters looked at: the direction of a page is that of its first screen. */
const LOOKED_AT = 4000;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/**
 * The direction of most letters. `dir="auto"` goes by the first letter of each paragraph and would turn an Arabic
 * one that begins with "NATO".
 */
export function directionOf(text: string): "ltr" | "rtl" {
  const beginning = text.slice(0, LOOKED_AT);
  const turned = beginning.match(RIGHT_TO_LEFT)?.length ?? 0;
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  return turned * 2 > letters ? "rtl" : "ltr";
}

/** Words for a screen reader only. They are English, whatever the text round them is. */
export function unseen(text: string): string {
  return `<span class="vh" lang="en" dir="ltr">${escaped(text)}</span>`;
}
