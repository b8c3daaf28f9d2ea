import { describe, expect, it } from "vitest";
import { articleFromHtml } from "../../src/extract/index.js";
import { SamestoryError } from "../../src/index.js";
import { pageOf, STORIES } from "./newsPages.js";

const [english] = STORIES;
const url = "https://www.larnmouthgazette.example/news/2024/flood?utm_source=feed";

describe("the body of a page", () => {
  it.each(STORIES.map((story) => [story.language, story] as const))(
    "is its paragraphs, parted by blank lines, and nothing around them: %s",
    (_, story) => {
      expect(articleFromHtml(pageOf(story)).text).toBe(story.paragraphs.join("\n\n"));
    },
  );

  it("takes the body that a page which a script fills tells in its metadata", () => {
    const articleBody = "The ferry burned on Monday.\n\nNobody was hurt.";
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "Ferry burns", articleBody });
    const html = `<title>Ferry burns</title><script type="application/ld+json">${data}</script><div id="root"></div>`;
    expect(articleFromHtml(html).text).toBe(articleBody);
  });

  it("is whole where the page wraps each paragraph in elements of its own", () => {
    const wrapped = pageOf(english)
      .replaceAll("<p>", '<div class="row"><div class="cell"><p>')
      .replaceAll("</p>", "</p></div></div>");
    expect(paragraphsIn(articleFromHtml(wrapped).text)).toEqual(expect.arrayContaining(english.paragraphs));
  });

  it("is found where paragraphs are parted by line breaks alone", () => {
    const body = english.paragraphs.join("<br><br>");
    expect(articleFromHtml(`<html><body><div id="story">${body}</div></body></html>`).text).toBe(
      english.paragraphs.join("\n\n"),
    );
  });

  it("joins a sentence that a line break only wraps", () => {
    const [first, ...rest] = english.paragraphs;
    const broken = first.replace("after a night", "after<br>a night");
    const page = `<div class="article-body"><p>${[broken, ...rest].join("</p><p>")}</p></div>`;
    expect(articleFromHtml(page).text).toBe(english.paragraphs.join("\n\n"));
  });

  it("has entities, soft hyphens and white space as readers see them", () => {
    const page = pageOf(english).replace(
      "the town council said",
      "the town&nbsp;council\n   s&shy;aid &mdash; &quot;so&quot;",
    );
    expect(articleFromHtml(page).text).toContain('the town council said — "so"');
  });

  it("holds no recommended stories, captions, newsletters, menus or scripts", () => {
    const { text } = articleFromHtml(pageOf(english));
    for (const no of [english.related, ...english.teasers, english.newsletter, english.caption, "Weather", "script"]) {
      expect(text).not.toContain(no);
    }
  });

  it("holds a paragraph once that the page has twice, for two widths of screen", () => {
    const inside = `<p class="mobile">${english.paragraphs[0]}</p>`;
    expect(paragraphsIn(articleFromHtml(pageOf(english, { inside })).text)).toEqual(english.paragraphs);
  });

  it("is empty where there is no text", () => {
    expect(articleFromHtml("").text).toBe("");
    expect(articleFromHtml("<html><body><img src=a.png></body></html>").text).toBe("");
  });
});

describe("what a page says of itself", () => {
  const head = (inside: string) => articleFromHtml(pageOf(english, { head: inside }), { url });
  const jsonLd = (json: string) => head(`<script type="application/ld+json">${json}</script>`);
  const news = {
    "@type": "NewsArticle",
    headline: english.headline,
    datePublished: "2024-02-03T10:00:00+01:00",
    dateModified: "2024-02-03T12:30:00Z",
    publisher: { "@type": "Organization", name: "The Larnmouth Gazette" },
    inLanguage: "en-GB",
    url: "/news/2024/flood",
  };

  it("comes from meta elements and links", () => {
    const article =
      head(`<link rel="canonical" href="/news/2024/flood"><meta property="og:site_name" content="Larnmouth Gazette">
      <meta property="article:published_time" content="2024-02-03T09:00:00Z"><meta property="article:modified_time" content="2024-02-03 11:00:00">`);
    expect(article).toMatchObject({
      title: english.headline,
      source: "Larnmouth Gazette",
      url,
      canonicalUrl: "https://www.larnmouthgazette.example/news/2024/flood",
      publishedAt: "2024-02-03T09:00:00.000Z",
      modifiedAt: "2024-02-03T11:00:00.000Z",
      language: "en",
    });
  });

  it.each([
    ["one object", JSON.stringify(news)],
    ["a list", JSON.stringify([{ "@type": "BreadcrumbList" }, news])],
    [
      "a graph",
      JSON.stringify({
        "@graph": [
          { "@type": "WebSite", name: "Another" },
          { ...news, "@type": ["Article", "NewsArticle"] },
        ],
      }),
    ],
    [
      "a publisher by reference",
      JSON.stringify([
        { ...news, publisher: { "@id": "#p" } },
        { "@id": "#p", name: "The Larnmouth Gazette" },
      ]),
    ],
    [
      "trailing commas and line breaks inside strings",
      JSON.stringify(news).replace("}}", "},}").replace("closes harbour", "closes\nharbour"),
    ],
    ["comment marks", `<!-- ${JSON.stringify(news)} -->`],
  ])("comes from JSON-LD: %s", (_, json) => {
    expect(jsonLd(json)).toMatchObject({
      title: english.headline,
      source: "The Larnmouth Gazette",
      canonicalUrl: "https://www.larnmouthgazette.example/news/2024/flood",
      publishedAt: "2024-02-03T09:00:00.000Z",
      modifiedAt: "2024-02-03T12:30:00.000Z",
    });
  });

  it("is saved from JSON-LD that no parser takes", () => {
    expect(
      jsonLd(`{"@type": "NewsArticle", "headline": "x", "datePublished": "2024-02-03", "author": {{{`).publishedAt,
    ).toBe("2024-02-03");
  });

  it.each(["{", "null", "[[[", "42", '"x"', "{}".repeat(9)])("survives JSON-LD that says nothing: %s", (json) => {
    expect(jsonLd(json).text).toBe(english.paragraphs.join("\n\n"));
  });

  it.each([
    ["Flood closes harbour | The Larnmouth Gazette", "Flood closes harbour"],
    ["Flood closes harbour - larnmouthgazette", "Flood closes harbour"],
    ["Larnmouth Gazette: Flood closes harbour", "Flood closes harbour"],
    ["Flood closes harbour – what we know", "Flood closes harbour – what we know"],
    ["洪水迫使港务局关闭｜The Larnmouth Gazette", "洪水迫使港务局关闭"],
  ])("has a title without the outlet: %s", (title, expected) => {
    const page = `<title>${title}</title><meta property="og:site_name" content="The Larnmouth Gazette"><p>Text.</p>`;
    expect(articleFromHtml(page, { url }).title).toBe(expected);
  });

  it("takes no front page for the article's address, and no script for an address", () => {
    expect(head('<link rel="canonical" href="/">').canonicalUrl).toBeUndefined();
    expect(head('<link rel="canonical" href="javascript:alert(1)">').canonicalUrl).toBeUndefined();
  });

  it("leaves out what is not known", () => {
    expect(articleFromHtml("<p>A line of text.</p>")).toEqual({ text: "A line of text." });
  });
});

describe("hostile and broken pages", () => {
  const paragraph = `<p>${english.paragraphs[0]}</p>`;

  it.each([
    ["100,000 nested elements", "<div>".repeat(100_000) + paragraph],
    ["an attribute of 10 MB", `<div class="${"a ".repeat(5_000_000)}">${paragraph}</div>`],
    ["an attribute that never ends", `<div class="${"a".repeat(10_000_000)}`],
    ["comments that never end", paragraph + "<!-- ".repeat(100_000)],
    ["closing tags of nothing", "<div>".repeat(150) + "</b>".repeat(500_000)],
    ["a million openings", "<".repeat(1_000_000)],
    ["JSON-LD nested without end", `<script type="application/ld+json">${"[".repeat(200_000)}</script>`],
    ["100,000 headings", "<h1>Flood closes harbour</h1>".repeat(100_000)],
  ])("end in seconds: %s", (_, html) => {
    const began = performance.now();
    expect(typeof articleFromHtml(html, { url }).text).toBe("string");
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("keep what stands before the break", () => {
    const cut = pageOf(english).slice(0, pageOf(english).indexOf("Ferries"));
    expect(articleFromHtml(cut).text).toContain(english.paragraphs[3]);
    expect(articleFromHtml(`${paragraph}<p title="never closed`).text).toBe(english.paragraphs[0]);
  });

  it.each(["</p></div>", "<p", "<p><p><p>", "&#xFFFFFFFF;&#0;", "<![CDATA[x", "<!doctype", "<table><tr><p>x", "\0"])(
    "are read without a throw: %s",
    (html) => {
      expect(typeof articleFromHtml(html).text).toBe("string");
    },
  );

  it("are told from what is no text at all", () => {
    const wrong = () => articleFromHtml(new Uint8Array(2) as unknown as string);
    expect(wrong).toThrow(SamestoryError);
    expect(wrong).toThrow(/must be a string/);
  });
});

function paragraphsIn(text: string): string[] {
  return text.split("\n\n");
}
