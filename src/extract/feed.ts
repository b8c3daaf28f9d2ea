/**
 * A feed in (RSS 0.9x and 2.0, RDF, Atom, JSON Feed), its articles out. Its kinds are made one shape in
 * feedKinds.ts; here addresses are resolved, times read, and HTML turned into text.
 */
import type { Article } from "../article.js";
import { resolveUrl } from "./address.js";
import { isoTime } from "./dates.js";
import { type FeedContent, type FeedItem, type FeedText, readFeed } from "./feedKinds.js";
import { fragmentText, plainText } from "./fragment.js";
import { languageTag } from "./metadata.js";

/** An article read from a feed. */
export interface FeedArticle extends Article {
  /**
   * The feed's own key for the item: guid or id, else its address. A key that is no address ("101") is one among those of its
   * feed alone: where feeds are mixed, put something before it that tells them apart.
   */
  id?: string;
  /** When it was published, in ISO 8601. */
  publishedAt?: string;
  /** When it was last changed, in ISO 8601. */
  modifiedAt?: string;
}

/** An item that was left out, and why. */
export interface SkippedItem {
  /** Its place in the feed, from 0. */
  index: number;
  reason: string;
}

/** Options of {@link articlesFromFeed}. */
export interface FeedOptions {
  /** Where the feed was fetched from: relative addresses are resolved against it. */
  url?: string;
  /** Told of each item that is left out: its markup is broken, or it has neither title nor text. */
  onSkip?: (item: SkippedItem) => void;
}

/**
 * Reads the articles of a feed, in its order. The full text is taken where the feed carries it (`content:encoded`, Atom
 * content), else the summary, as plain text in paragraphs.
 *
 * @throws SamestoryError `INVALID_INPUT` when it is no feed, or one that is cut off or broken.
 */
export function articlesFromFeed(feed: string, options: FeedOptions = {}): FeedArticle[] {
  const { items, broken, ...known } = readFeed(feed);
  for (const index of broken) options.onSkip?.({ index, reason: "its markup is broken" });
  const home = resolveUrl(known.link, options.url);
  const bases = [resolveUrl(known.base, options.url), options.url, home];
  const articles: FeedArticle[] = [];
  const places = placesOf(items.length, broken);
  items.forEach((item, i) => {
    const article = articleOf(item, known, bases);
    if (article.text !== "" || article.title !== undefined) articles.push(article);
    else options.onSkip?.({ index: places[i] ?? i, reason: "neither title nor text" });
  });
  return articles;
}

/** Places in the feed as it was, of the items that are left of it. */
function placesOf(count: number, broken: readonly number[]): number[] {
  const gone = new Set(broken);
  return Array.from({ length: count + gone.size }, (_, i) => i).filter((i) => !gone.has(i));
}

function articleOf(
  item: FeedItem,
  feed: Omit<FeedContent, "items" | "broken">,
  bases: readonly (string | undefined)[],
): FeedArticle {
  const url = resolveUrl(item.link, resolveUrl(item.base, ...bases), ...bases);
  const names = [lineOf(item.title), lineOf(feed.title)].filter((name) => name !== undefined);
  const text = item.texts.map((one) => (one === undefined ? "" : bodyOf(one, names))).find((one) => one !== "");
  const found: { [name in Exclude<keyof FeedArticle, "text">]: FeedArticle[name] | undefined } = {
    id: item.id ?? url,
    title: lineOf(item.title),
    url,
    source: lineOf(item.source) ?? lineOf(feed.title),
    publishedAt: firstTime([...item.published, ...item.modified]),
    modifiedAt: firstTime(item.modified),
    language: languageTag(item.language) ?? languageTag(feed.language),
  };
  const known: Omit<FeedArticle, "text"> = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined && value !== ""),
  );
  return { ...known, text: text ?? "" };
}

function firstTime(given: readonly (string | undefined)[]): string | undefined {
  for (const text of given) {
    const time = text === undefined ? undefined : isoTime(text);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** A text in paragraphs. Some feeds write HTML where plain text belongs, and the other way round. */
function bodyOf({ value, html }: FeedText, names: readonly string[]): string {
  if (html && LOOKS_LIKE_HTML.test(value)) return fragmentText(value, names);
  return value
    .split(/\n\s*\n/)
    .map(oneLine)
    .filter((line) => line !== "")
    .join("\n\n");
}

const LOOKS_LIKE_HTML = /<\/?[a-z][^<>]{0,2000}>|&#?\w{2,8};/i;

/** A title on one line, without tags and entities. */
function lineOf(text: FeedText | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = text.html && LOOKS_LIKE_HTML.test(text.value) ? plainText(text.value) : text.value;
  return oneLine(plain);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
