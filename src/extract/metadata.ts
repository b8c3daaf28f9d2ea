/** What a page says of itself, weighed against each other: title, outlet, canonical address, times, language. */
import { hostOf, isFrontPage, resolveUrl } from "./address.js";
import type { HtmlPage } from "./blocks.js";
import { isoTime } from "./dates.js";
import { type Declared, readJsonLd } from "./jsonLd.js";
import { headlineOf } from "./pageTitle.js";

/** What is known of the article beside its body. Times are ISO 8601. */
export interface Metadata {
  title?: string;
  source?: string;
  canonicalUrl?: string;
  publishedAt?: string;
  modifiedAt?: string;
  language?: string;
}

export function readMetadata(page: HtmlPage, url?: string): { known: Metadata; declared: Declared } {
  const declared = readJsonLd(page.jsonLd);
  const canonicalUrl = canonicalOf(page, declared, url);
  const host = hostOf(url) ?? hostOf(canonicalUrl);
  const outlet = firstMeta(page, OUTLET) ?? declared.outlet ?? firstMeta(page, WEAK_OUTLET);
  const found: { [name in keyof Metadata]: string | undefined } = {
    title: headlineOf(
      page,
      declared,
      [outlet, declared.outlet, host].filter((name) => name !== undefined),
    ),
    source: outlet === undefined ? host : plain(outlet),
    canonicalUrl,
    publishedAt: firstTime([
      declared.published,
      ...metas(page, PUBLISHED),
      ...marked(page, ["datepublished"]),
      firstMarked(page),
    ]),
    modifiedAt: firstTime([declared.modified, ...metas(page, MODIFIED), ...marked(page, ["datemodified"])]),
    language: firstLanguage([page.language, ...metas(page, LANGUAGE), declared.language]),
  };
  const known: Metadata = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined && value !== ""),
  );
  return { known, declared };
}

const OUTLET = ["og:site_name", "publisher", "dc.publisher", "citation_publisher"];
const WEAK_OUTLET = ["application-name", "apple-mobile-web-app-title", "copyright"];
const PUBLISHED = (
  "article:published_time og:published_time og:article:published_time datepublished parsely-pub-date sailthru.date dc.date.issued dcterms.created dc.date.created " +
  "cxenseparse:recs:publishtime publish-date publish_date published_at publication_date pubdate rnews:datepublished article.published dc.date date lastmod"
).split(" ");
const MODIFIED =
  "article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified rnews:datemodified article.updated".split(
    " ",
  );
const LANGUAGE = ["content-language", "og:locale", "dc.language", "language", "inlanguage"];

function metas(page: HtmlPage, names: readonly string[]): (string | undefined)[] {
  return names.map((name) => page.meta.get(name));
}

function firstMeta(page: HtmlPage, names: readonly string[]): string | undefined {
  // An address is what some sites have where the name belongs.
  return metas(page, names).find((value) => value !== undefined && !/^https?:/i.test(value));
}

function marked(page: HtmlPage, properties: readonly string[]): string[] {
  return page.times.filter((time) => properties.includes(time.property)).map((time) => time.value);
}

/** A page's only time element, or the first of them, where nothing better is said. */
function firstMarked(page: HtmlPage): string | undefined {
  return page.times.find((time) => time.property === "")?.value;
}

function firstTime(given: readonly (string | undefined)[]): string | undefined {
  for (const text of given) {
    const time = text === undefined ? undefined : isoTime(text);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** A well-formed BCP 47 tag; "en_US" is mended. */
export function languageTag(given: string | undefined): string | undefined {
  const tag = given?.trim().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag) ? tag : undefined;
}

function firstLanguage(given: readonly (string | undefined)[]): string | undefined {
  return given.map(languageTag).find((tag) => tag !== undefined);
}

function canonicalOf(page: HtmlPage, declared: Declared, url: string | undefined): string | undefined {
  const bases = [resolveUrl(page.base, url), url];
  for (const given of [page.links.get("canonical"), page.meta.get("og:url"), declared.url]) {
    const address = resolveUrl(given, ...bases);
    // A front page is named as the canonical address of every article by mistake.
    if (address !== undefined && !(isFrontPage(address) && url !== undefined && !isFrontPage(url))) return address;
  }
  return undefined;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
