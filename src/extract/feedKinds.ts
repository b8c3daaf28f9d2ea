/** The kinds of feeds, each told in the words of one shape. What is HTML and what is plain text is settled here. */
import { parseFeed } from "feedsmith";
import { SamestoryError } from "../errors.js";
import { withoutBrokenItems } from "./feedMend.js";

/** A text of a feed with how it is written. */
export interface FeedText {
  value: string;
  html: boolean;
}

/** An item of any kind of feed. */
export interface FeedItem {
  id: string | undefined;
  link: string | undefined;
  base: string | undefined;
  title: FeedText | undefined;
  /** What may be the text, the best first. */
  texts: (FeedText | undefined)[];
  published: (string | undefined)[];
  modified: (string | undefined)[];
  language: string | undefined;
  /** The outlet, where the item is from another than the feed. */
  source: FeedText | undefined;
}

/** A feed of any kind. */
export interface FeedContent {
  title: FeedText | undefined;
  link: string | undefined;
  base: string | undefined;
  language: string | undefined;
  items: FeedItem[];
  /** Places of items whose markup is broken; they are not among the items. */
  broken: readonly number[];
}

type Parsed = ReturnType<typeof parseFeed<string>>;
type FeedOf<Format extends Parsed["format"]> = Extract<Parsed, { format: Format }>["feed"];
type ItemOf<Format extends "rss" | "rdf" | "json"> = NonNullable<FeedOf<Format>["items"]>[number];
type EntryOf = NonNullable<FeedOf<"atom">["entries"]>[number];
type Media = NonNullable<ItemOf<"rss">["media"]>;

/** Reads a feed. Throws `INVALID_INPUT` when it is none, or broken. */
export function readFeed(feed: string): FeedContent {
  if (typeof feed !== "string")
    throw refused(`it must be a string, got ${feed === null ? "null" : typeof feed}`, "decode bytes first");
  const text = feed.replace(/^[\s\ufeff]+/, "");
  if (text === "") throw refused("it is empty", "fetch the feed again");
  const { parsed, broken } = parse(text);
  return { ...contentOf(parsed), broken };
}

function contentOf(parsed: Parsed): Omit<FeedContent, "broken"> {
  switch (parsed.format) {
    case "rss":
      return rssFeed(parsed.feed);
    case "rdf":
      return rdfFeed(parsed.feed);
    case "atom":
      return atomFeed(parsed.feed);
    case "json":
      return jsonFeed(parsed.feed);
  }
}

function parse(text: string): { parsed: Parsed; broken: readonly number[] } {
  try {
    return { parsed: parseFeed<string>(text), broken: [] };
  } catch (error) {
    const mended = text.startsWith("<") ? withoutBrokenItems(text, parses) : undefined;
    if (mended === undefined || !parses(mended.text)) throw explained(text, error);
    return { parsed: parseFeed<string>(mended.text), broken: mended.broken };
  }
}

function parses(text: string): boolean {
  try {
    parseFeed(text);
    return true;
  } catch {
    return false;
  }
}

function refused(what: string, remedy: string): SamestoryError {
  return new SamestoryError("INVALID_INPUT", `The feed cannot be read: ${what}; ${remedy}.`);
}

/** What was wrong, from the look of the text: the parser tells little. */
function explained(text: string, error: unknown): SamestoryError {
  if (/^[{[]/.test(text)) return explainedJson(text);
  if (/^<(?:!doctype\s+html|html)\b/i.test(text)) {
    return refused("it is an HTML page", "give the feed's own address, or read the page with articleFromHtml");
  }
  if (!text.startsWith("<")) return refused("it is neither XML nor JSON", "give an RSS, RDF, Atom or JSON feed");
  const head = text.slice(0, 4_000);
  const root = /<(rss|rdf:rdf|feed)\b/i.exec(head)?.[1];
  if (root === undefined) return refused("it is XML, but no RSS, RDF or Atom", "give the feed's own address");
  const closed = new RegExp(`</${root}\\s*>\\s*$`, "i").test(text);
  if (!closed) return refused(`it is cut off: <${root}> is never closed`, "fetch the feed again");
  const why = error instanceof Error ? `: ${error.message}` : "";
  return refused(`its XML is not well formed${why}`, "have the feed mended, or mend it before reading");
}

function explainedJson(text: string): SamestoryError {
  try {
    JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refused(`its JSON is broken (${why})`, "fetch the feed again");
  }
  return refused(
    `it is JSON, but no JSON Feed: "version" and "items" are missing`,
    "give a feed as jsonfeed.org describes it",
  );
}

function html(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, html: true };
}

function plain(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, html: false };
}

function rssFeed(feed: FeedOf<"rss">): Omit<FeedContent, "broken"> {
  const { title, link, language, xml, items = [] } = feed;
  return {
    title: html(title),
    link,
    base: xml?.base,
    language: language ?? feed.dc?.languages?.[0] ?? xml?.lang,
    items: items.map(rssItem),
  };
}

function rssItem(item: ItemOf<"rss">): FeedItem {
  const { guid, dc, dcterms, atom } = item;
  const permanent = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? "") ? guid?.value : undefined;
  return {
    id: guid?.value,
    link: item.link ?? alternateOf(atom?.links) ?? permanent,
    base: item.xml?.base,
    title: html(item.title ?? dc?.titles?.[0]) ?? mediaTitle(item.media),
    texts: [
      html(item.content?.encoded),
      html(item.description),
      ...mediaTexts(item.media),
      html(item.itunes?.summary),
      html(dc?.descriptions?.[0]),
    ],
    published: [item.pubDate, atom?.published, dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0]],
    modified: [atom?.updated, dcterms?.modified?.[0]],
    language: item.xml?.lang ?? dc?.languages?.[0],
    source: html(item.source?.title),
  };
}

function rdfFeed(feed: FeedOf<"rdf">): Omit<FeedContent, "broken"> {
  const { title, link, dc, xml, items = [] } = feed;
  return {
    title: html(title),
    link,
    base: xml?.base,
    language: dc?.languages?.[0] ?? xml?.lang,
    items: items.map(rdfItem),
  };
}

function rdfItem(item: ItemOf<"rdf">): FeedItem {
  const { dc, dcterms } = item;
  return {
    id: item.rdf?.about ?? dc?.identifiers?.[0],
    link: item.link ?? item.rdf?.about,
    base: item.xml?.base,
    title: html(item.title ?? dc?.titles?.[0]),
    texts: [
      html(item.content?.encoded),
      html(item.description),
      ...mediaTexts(item.media),
      html(dc?.descriptions?.[0]),
    ],
    published: [dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0]],
    modified: [dcterms?.modified?.[0]],
    language: item.xml?.lang ?? dc?.languages?.[0],
    source: undefined,
  };
}

function atomFeed(feed: FeedOf<"atom">): Omit<FeedContent, "broken"> {
  const { title, links, xml, entries = [] } = feed;
  return {
    title: atomText(title),
    link: alternateOf(links),
    base: xml?.base,
    language: xml?.lang,
    items: entries.map(atomEntry),
  };
}

function atomEntry(entry: EntryOf): FeedItem {
  const { content, summary, source } = entry;
  return {
    id: entry.id,
    link: alternateOf(entry.links),
    base: content?.xml?.base ?? entry.xml?.base,
    title: atomText(entry.title) ?? mediaTitle(entry.media),
    texts: [atomText(content), atomText(summary), ...mediaTexts(entry.media)],
    published: [entry.published, entry.dc?.dates?.[0]],
    modified: [entry.updated],
    language: content?.xml?.lang ?? entry.xml?.lang ?? entry.dc?.languages?.[0],
    source: atomText(source?.title),
  };
}

interface AtomText {
  value?: string;
  type?: string;
}

/** Atom says how each text is written; without a word it is plain. */
function atomText(text: AtomText | undefined): FeedText | undefined {
  if (text?.value === undefined) return undefined;
  const type = text.type?.toLowerCase() ?? "text";
  // Any other type is something else than text: a picture, an office file.
  if (!/^(?:text|html|xhtml|text\/(?:plain|html)|application\/xhtml\+xml)$/.test(type)) return undefined;
  return { value: text.value, html: /html/.test(type) };
}

function alternateOf(links: { href?: string; rel?: string; type?: string }[] | undefined): string | undefined {
  const alternates = (links ?? []).filter(({ rel }) => rel === undefined || rel === "alternate");
  const page = alternates.find(({ type }) => type === undefined || /html/i.test(type)) ?? alternates[0];
  return page?.href;
}

function jsonFeed(feed: FeedOf<"json">): Omit<FeedContent, "broken"> {
  return {
    title: plain(feed.title),
    link: feed.home_page_url,
    base: feed.feed_url,
    language: feed.language,
    items: (feed.items ?? []).map(jsonItem),
  };
}

function jsonItem(item: ItemOf<"json">): FeedItem {
  return {
    id: item.id,
    link: item.url ?? item.external_url,
    base: undefined,
    title: plain(item.title),
    texts: [html(item.content_html), plain(item.content_text), plain(item.summary)],
    published: [item.date_published],
    modified: [item.date_modified],
    language: item.language,
    source: undefined,
  };
}

function mediaTitle(media: Media | undefined): FeedText | undefined {
  return mediaText(media?.title ?? media?.groups?.[0]?.title ?? media?.contents?.[0]?.title);
}

/** Texts and descriptions of the media of an item, and of those in its groups. */
function mediaTexts(media: Media | undefined): (FeedText | undefined)[] {
  if (media === undefined) return [];
  const { groups = [], contents = [] } = media;
  const places = [media, ...groups, ...contents, ...groups.flatMap((group) => group.contents ?? [])];
  return [
    ...places.map(({ description }) => mediaText(description)),
    ...places.map(({ texts = [] }) => html(texts.map(({ value }) => value ?? "").join("\n\n"))),
  ];
}

function mediaText(text: { value?: string; type?: string } | undefined): FeedText | undefined {
  return text?.value === undefined ? undefined : { value: text.value, html: text.type !== "plain" };
}
