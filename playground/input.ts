// In: what somebody pasted or dropped. Out: an article to compare, and the text that its spans point into.
import type { ArticleInput } from "../src/index.js";

/** Far beyond any article: more would only make the page hang. */
export const MOST_CHARACTERS = 1_000_000;

/** An input of the library, and its text. */
export interface Given {
  input: ArticleInput;
  text: string;
}

/** Text is page text as it stands. */
export function given(text: string): Given {
  return { input: text, text };
}

/** The text of a file: HTML as a browser would show it, of JSON the article's text. */
export async function textOfFile(file: File): Promise<string> {
  if (file.size > 4 * MOST_CHARACTERS) throw new Error(`${file.name} is too large: give one article per file.`);
  const text = await file.text();
  if (text.includes("\u0000")) throw new Error(`${file.name} is not a text file.`);
  if (/\.json$/iu.test(file.name)) return textOfJson(text, file.name);
  return textOfPage(text);
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
