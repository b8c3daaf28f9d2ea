import { expect, test } from "vitest";
import { articleUrl, canonicalUrl } from "../../src/stories/urls.js";

test.each([
  ["https://www.example.org/news/a-b/?utm_source=x&utm_medium=y#top", "example.org/news/a-b"],
  ["http://m.example.org/news/a-b", "example.org/news/a-b"],
  ["//example.org:443/news/a-b/", "example.org/news/a-b"],
  ["https://amp.example.org/news/a-b", "example.org/news/a-b"],
  ["https://example.org/amp/news/a-b", "example.org/news/a-b"],
  ["https://example.org/news/a-b/amp/", "example.org/news/a-b"],
  ["https://example.org/news/a-b.amp.html", "example.org/news/a-b.html"],
  ["https://example.org/news/a-b?outputType=amp", "example.org/news/a-b"],
  ["https://www.google.com/amp/s/www.example.org/news/a-b", "example.org/news/a-b"],
  ["https://example-org.cdn.ampproject.org/c/s/example.org/news/a-b/amp", "example.org/news/a-b"],
  ["https://EXAMPLE.org/news/index.html?fbclid=1", "example.org/news"],
  ["https://example.org/read?id=7&gclid=2&page=1", "example.org/read?id=7&page=1"],
  ["https://example.org/read?page=1&id=7", "example.org/read?id=7&page=1"],
  ["https://example.org/%7Eanna/caf%c3%a9", "example.org/~anna/caf%C3%A9"],
  ["https://user:word@en.m.example.org/A", "en.example.org/A"],
  ["https://m.com/x", "m.com/x"],
])("%s", (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical);
  expect(canonicalUrl(`https://${canonical}`)).toBe(canonical);
});

test("keeps apart what names another article", () => {
  const urls = ["/read?id=7", "/read?id=8", "/Read?id=7", "/read/7", "/read", "/amplifier", "/news.amped"];
  expect(new Set(urls.map((path) => canonicalUrl(`https://example.org${path}`))).size).toBe(urls.length);
});

test("takes no front page for an article, nor what is no address", () => {
  for (const url of ["https://example.org", "https://example.org/?utm_source=x", "example", "mailto:a@b.example", ""]) {
    expect(articleUrl(url)).toBeUndefined();
  }
  expect(articleUrl("https://example.org/?p=12")).toBe("example.org?p=12");
});
