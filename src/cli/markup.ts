// In: the bytes of a page or a feed. Out: their text in the encoding that they declare, and the article of a page.
import type { Article } from "../index.js";
import { decode } from "./input.js";
import { type Api, type Extract, Trouble } from "./io.js";

/** Loads what reads pages and feeds. */
export async function extractOf({ loadExtract }: Api, name: string, what: string): Promise<Extract> {
  if (loadExtract) return loadExtract();
  throw new Trouble(`${name} is ${what}, which this version does not read: give the text as .txt, .json or .jsonl`);
}

/** The article of a page in HTML. */
export function readHtml(name: string, html: string, { articleFromHtml }: Extract): Article {
  const article = articleFromHtml(html);
  if (article.text.trim() === "") throw new Trouble(`${name} holds no article that could be found`);
  return known(article);
}

/** The article alone: readers of pages and feeds tell more than is kept. */
export function known({ id, title, text, url, source, publishedAt, language }: Article): Article {
  const parts = Object.entries({ id, title, url, source, publishedAt, language });
  return { text, ...Object.fromEntries(parts.filter(([, value]) => value !== undefined)) };
}

/** Text of a page or feed: UTF-8, else the encoding that it declares. */
export function decodeMarkup(bytes: Uint8Array, name: string): string {
  try {
    return decode(bytes, name);
  } catch (error) {
    const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
    const label = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
    if (label === undefined) throw error;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      throw error;
    }
  }
}
