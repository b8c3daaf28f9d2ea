// In: the text of a file that may be a feed. Out: its articles: RSS, RDF, Atom, JSON Feed, JSON Lines, an array in JSON.

import { articlesFromFeed } from "../src/extract/feed.js";
import type { Article } from "../src/index.js";

/** Longer feeds would make the page hang. */
export const MOST_ARTICLES = 2000;

/** What a feed holds. */
export interface Feed {
  articles: Article[];
  /** Items that could not be read. */
  skipped: number;
}

/**
 * The articles of a feed; undefined where the text is none.
 *
 * @throws when it looks like a feed and cannot be read
 */
export function feedIn(text: string): Feed | undefined {
  const start = text.replace(/^\uFEFF/u, "").trimStart();
  if (/^<(?:\?xml|rss|feed|rdf:RDF)\b/iu.test(start)) return isPage(start) ? undefined : readXml(text);
  return /^[[{]/u.test(start) ? (fromJson(text) ?? fromLines(text)) : undefined;
}

/** XHTML says that it is XML, too. */
function isPage(start: string): boolean {
  return /<html\b/iu.test(start.slice(0, 1000));
}

function readXml(text: string): Feed {
  let skipped = 0;
  const articles = articlesFromFeed(text, { onSkip: () => skipped++ });
  return { articles: articles.filter((article) => article.text !== ""), skipped };
}

/** A JSON Feed, or an array of articles; one article is no feed. */
function fromJson(text: string): Feed | undefined {
  const value = parsed(text);
  if (Array.isArray(value)) return fromValues(value);
  const isFeed = typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items);
  return isFeed ? readXml(text) : undefined;
}

/** An article a line: two lines at least. */
function fromLines(text: string): Feed | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length < 2 || parsed(lines[0] ?? "") === undefined ? undefined : fromValues(lines.map(parsed));
}

function fromValues(values: readonly unknown[]): Feed | undefined {
  const articles = values.flatMap((value) => articleOf(value) ?? []);
  return articles.length === 0 ? undefined : { articles, skipped: values.length - articles.length };
}

function articleOf(value: unknown): Article | undefined {
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string")
    return undefined;
  const article: Article = { text: value.text };
  for (const field of ["id", "title", "url", "source", "publishedAt", "language"] as const) {
    const own: unknown = (value as Record<string, unknown>)[field];
    if (typeof own === "string") article[field] = own;
  }
  return article;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
