// In: what somebody pasted or dropped. Out: an article to compare, and the text that its spans point into.
import type { Article, ArticleInput } from "../src/index.js";
import { type Feed, feedIn } from "./feed.js";

/** Far beyond any article: more would only make the page hang. */
export const MOST_CHARACTERS = 1_000_000;

/** An input of the library, and its text. */
export interface Given {
  input: ArticleInput;
  text: string;
}

/** Articles of the feed that is open, by their texts: what stands in a field unchanged is still the article with its headline. */
export type Known = ReadonlyMap<string, Article>;

/** Text is page text as it stands, but for what is known. */
export function given(text: string, known: Known): Given {
  return { input: known.get(text) ?? text, text };
}

/** Feeds hold many articles. */
const MOST_OF_FILE = 40 * MOST_CHARACTERS;

/** What a file holds: a feed, or the text of one article. */
export type FileContent = { name: string; feed: Feed } | { name: string; text: string };

/** A feed as its articles; HTML as a browser would show it; of a JSON article its text. */
export async function readFile(file: File): Promise<FileContent> {
  const { name } = file;
  if (file.size > MOST_OF_FILE) throw new Error(`${name} is too large for this page.`);
  const text = await file.text();
  if (text.includes("\u0000")) throw new Error(`${name} is not a text file.`);
  const feed = readFeed(text, name);
  if (feed !== undefined) return { name, feed };
  return { name, text: /\.json$/iu.test(name) ? textOfJson(text, name) : textOfPage(text) };
}

function readFeed(text: string, name: string): Feed | undefined {
  try {
    return feedIn(text);
  } catch (error) {
    throw new Error(`${name} looks like a feed, but cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** Text as it stands; the text of the page where it is HTML. */
export function textOfPage(text: string): string {
  return /^\s*<(?:!doctype\s+html|html|head|body|article|div|p)\b/iu.test(text) ? textOfHtml(text) : text;
}

function textOfJson(json: string, name: string): string {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string") {
      return value.text;
    }
  } catch {
    throw new Error(`${name} is not valid JSON.`);
  }
  throw new Error(`${name} holds no article: it needs an object with a string "text".`);
}

/** Elements that stand on lines of their own. */
const BLOCKS =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|BUTTON|CAPTION|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/u;
/** Elements whose text is not for reading. */
const UNREAD = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|IFRAME|OBJECT|HEAD|SELECT|TEXTAREA)$/iu;

/** The text of a page; nothing of it runs and nothing is loaded, for the parsed document is never shown. */
function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const lines: string[] = [""];
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) lines[lines.length - 1] += node.textContent ?? "";
    if (node.nodeType !== Node.ELEMENT_NODE || UNREAD.test(node.nodeName)) return;
    const isBlock = BLOCKS.test(node.nodeName);
    if (isBlock) lines.push("");
    for (const child of node.childNodes) visit(child);
    if (isBlock) lines.push("");
  };
  visit(body);
  return lines
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n\n");
}
