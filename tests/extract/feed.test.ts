import { describe, expect, it } from "vitest";
import { articlesFromFeed, type SkippedItem } from "../../src/extract/index.js";
import { SamestoryError } from "../../src/index.js";

const url = "https://gazette.example/feeds/all.xml";

function rss(
  items: string,
  channel = "<title>The Larnmouth Gazette</title><link>https://gazette.example/</link><language>en-gb</language>",
): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`;
}

const only = (feed: string) => {
  const articles = articlesFromFeed(feed, { url });
  expect(articles).toHaveLength(1);
  return articles[0];
};

describe("RSS", () => {
  it("gives each item as an article", () => {
    const item = `<item><title>Flood closes harbour office</title><link>/news/flood</link><guid isPermaLink="false">g-1</guid>
      <pubDate>Sat, 03 Feb 2024 10:00:00 EST</pubDate><description>The office closed on Monday.</description></item>`;
    expect(only(rss(item))).toEqual({
      id: "g-1",
      title: "Flood closes harbour office",
      text: "The office closed on Monday.",
      url: "https://gazette.example/news/flood",
      source: "The Larnmouth Gazette",
      publishedAt: "2024-02-03T15:00:00.000Z",
      language: "en-gb",
    });
  });

  it("takes the full text over the summary, in paragraphs, without captions and tracking pixels", () => {
    const item = `<item><title>Flood</title><description>Short.</description><content:encoded><![CDATA[
      <p>The office closed on <a href="/monday">Monday</a>.</p><figure><img src="a.jpg"><figcaption>Water in the office.</figcaption></figure>
      <p>Staff carried the records up.</p><img src="https://count.example/p.gif" width="1" height="1">]]></content:encoded></item>`;
    expect(only(rss(item)).text).toBe("The office closed on Monday.\n\nStaff carried the records up.");
  });

  it("takes the summary where the full text holds none", () => {
    const item =
      "<item><title>Flood</title><description>Short.</description><content:encoded><![CDATA[<img src='a.gif'>]]></content:encoded></item>";
    expect(only(rss(item)).text).toBe("Short.");
  });

  it.each([
    ["media:description", "<media:description>The quay under water.</media:description>"],
    [
      "a group's description",
      "<media:group><media:description>The quay under water.</media:description></media:group>",
    ],
    ["a text", '<media:content url="a.mp4"/><media:text type="plain">The quay under water.</media:text>'],
  ])("takes the text of media where there is no other: %s", (_, media) => {
    expect(only(rss(`<item><title>Flood</title>${media}</item>`)).text).toBe("The quay under water.");
  });

  it.each([
    [
      "the outlet",
      '<p>Rain fell all night.</p><p>The post <a href="https://gazette.example/1">Flood</a> appeared first on <a href="https://gazette.example">The Larnmouth Gazette</a>.</p>',
    ],
    [
      "the same, in German",
      '<p>Rain fell all night.</p><p>Der Beitrag <a href="https://gazette.example/1">Flood</a> erschien zuerst auf <a href="https://gazette.example">The Larnmouth Gazette</a>.</p>',
    ],
    ["a link to the rest", 'Rain fell all night. <a href="/1">Continue reading</a>'],
    ["a link to the rest, in Japanese", 'Rain fell all night. <a href="/1">続きを読む</a>'],
    ["a paragraph that is a link", '<p>Rain fell all night.</p><p><a href="/1">Weiterlesen →</a></p>'],
  ])("drops what feeds hang on: %s", (_, html) => {
    expect(only(rss(`<item><title>Flood</title><description><![CDATA[${html}]]></description></item>`)).text).toBe(
      "Rain fell all night.",
    );
  });

  it("keeps a link that is part of the sentence", () => {
    const html = 'The council wrote to <a href="/harbour">the harbour master.</a>';
    expect(only(rss(`<item><title>Flood</title><description><![CDATA[${html}]]></description></item>`)).text).toBe(
      "The council wrote to the harbour master.",
    );
  });

  it.each([
    ["AT&amp;T&#8217;s new mast", "AT&T’s new mast"],
    ["Mast &amp;amp; line", "Mast & line"],
    ["&amp;#8220;We saved it&amp;#8221;", "“We saved it”"],
    ["<![CDATA[The <i>Mary</i> is late]]>", "The Mary is late"],
    ["<![CDATA[3 < 4, they say]]>", "3 < 4, they say"],
    ["洪水迫使港务局关闭", "洪水迫使港务局关闭"],
    ["الفيضان يغلق &quot;المكتب&quot;", 'الفيضان يغلق "المكتب"'],
  ])("has titles without entities and tags: %s", (given, title) => {
    expect(only(rss(`<item><title>${given}</title></item>`)).title).toBe(title);
  });

  it.each([
    ["Sat, 3 Feb 2024 10:00:00 +0100", "2024-02-03T09:00:00.000Z"],
    ["3 Feb 24 10:00 GMT", "2024-02-03T10:00:00.000Z"],
    ["2024-02-03T10:00:00.5+05:30", "2024-02-03T04:30:00.500Z"],
    ["2024-02-03 10:00:00", "2024-02-03T10:00:00.000Z"],
    ["Saturday, February 3, 2024 3:05 PM PST", "2024-02-03T23:05:00.000Z"],
    ["Sat Feb 03 10:00:00 CET 2024", "2024-02-03T09:00:00.000Z"],
    ["3 février 2024 à 10:00", "2024-02-03T10:00:00.000Z"],
    ["03.02.2024, 10:00 Uhr", "2024-02-03T10:00:00.000Z"],
    ["2024年2月3日 10:00", "2024-02-03T10:00:00.000Z"],
    ["1706954400", "2024-02-03T10:00:00.000Z"],
    ["2024-02-03", "2024-02-03"],
    ["Sat, 31 Feb 2024 10:00:00 GMT", undefined],
    ["soon", undefined],
  ])("reads the time %s", (given, iso) => {
    expect(only(rss(`<item><title>Flood</title><pubDate>${given}</pubDate></item>`)).publishedAt).toBe(iso);
  });

  it("takes a permanent guid for the address, and the address for the id", () => {
    const [first, second] = articlesFromFeed(
      rss(
        "<item><title>a</title><guid>https://gazette.example/1</guid></item><item><title>b</title><link>https://gazette.example/2</link></item>",
      ),
    );
    expect(first).toMatchObject({ id: "https://gazette.example/1", url: "https://gazette.example/1" });
    expect(second).toMatchObject({ id: "https://gazette.example/2", url: "https://gazette.example/2" });
  });

  it("reads version 0.91, and an item from another outlet under that outlet's name", () => {
    const old =
      '<rss version="0.91"><channel><title>Wire</title><item><title>Flood</title><source url="https://a.example">The Anchor</source></item></channel></rss>';
    expect(only(old)).toMatchObject({ title: "Flood", source: "The Anchor" });
  });
});

describe("RDF", () => {
  it("gives each item as an article", () => {
    const feed = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://gazette.example/"><title>Gazette</title><link>https://gazette.example/</link><dc:language>ja</dc:language></channel>
      <item rdf:about="https://gazette.example/1"><title>洪水</title><link>https://gazette.example/1</link><description>港が閉まった。</description><dc:date>2024-02-03T10:00:00+09:00</dc:date></item></rdf:RDF>`;
    expect(only(feed)).toEqual({
      id: "https://gazette.example/1",
      title: "洪水",
      text: "港が閉まった。",
      url: "https://gazette.example/1",
      source: "Gazette",
      publishedAt: "2024-02-03T01:00:00.000Z",
      language: "ja",
    });
  });
});

describe("Atom", () => {
  const atom = (entry: string, feed = "") =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"${feed}><title type="text">Anzeiger</title><id>f</id>${entry}</feed>`;

  it.each([
    [
      "html",
      '<content type="html">&lt;p&gt;Der Hafen ist zu.&lt;/p&gt;&lt;p&gt;A &amp;amp; B.&lt;/p&gt;</content>',
      "Der Hafen ist zu.\n\nA & B.",
    ],
    [
      "xhtml",
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der <b>Hafen</b> ist zu.</p><p>A &amp; B.</p></div></content>',
      "Der Hafen ist zu.\n\nA & B.",
    ],
    ["text", '<content type="text">1 &lt; 2 und &lt;b&gt; bleibt.</content>', "1 < 2 und <b> bleibt."],
    ["a summary", "<summary>Kurz.</summary>", "Kurz."],
    ["a picture is no text", '<content type="image/png" src="a.png"/><summary>Kurz.</summary>', "Kurz."],
  ])("reads content as it says it is written: %s", (_, content, text) => {
    expect(only(atom(`<entry><id>e</id><title>Hafen</title>${content}</entry>`)).text).toBe(text);
  });

  it("resolves addresses against xml:base, the entry's and the feed's", () => {
    const entry =
      '<entry xml:base="2024/"><id>urn:1</id><title>Hafen</title><link rel="self" href="x.atom"/><link href="flut.html"/><updated>2024-02-03T10:00:00Z</updated></entry>';
    expect(only(atom(entry, ' xml:base="/archiv/"'))).toMatchObject({
      id: "urn:1",
      url: "https://gazette.example/archiv/2024/flut.html",
      publishedAt: "2024-02-03T10:00:00.000Z",
      modifiedAt: "2024-02-03T10:00:00.000Z",
      language: "de",
      source: "Anzeiger",
    });
  });
});

describe("JSON Feed", () => {
  const json = (items: unknown[]) =>
    JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Gazette", language: "en", items });

  it("gives each item as an article", () => {
    const item = {
      id: 7,
      url: "/7",
      title: "A < B",
      content_html: "<p>One.</p><p>Two &amp; three.</p>",
      date_published: "2024-02-03T10:00:00Z",
    };
    expect(only(json([item]))).toEqual({
      id: "7",
      title: "A < B",
      text: "One.\n\nTwo & three.",
      url: "https://gazette.example/7",
      source: "Gazette",
      publishedAt: "2024-02-03T10:00:00.000Z",
      language: "en",
    });
  });

  it("keeps plain text plain", () => {
    expect(only(json([{ id: "1", content_text: "1 < 2 &amp; so\n\non" }])).text).toBe("1 < 2 &amp; so\n\non");
  });
});

describe("broken feeds", () => {
  it.each([
    ["", /empty/],
    ["<!doctype html><html><body>Not found</body></html>", /HTML page.*articleFromHtml/],
    ['<rss version="2.0"><channel><title>T</title><item><title>cut', /cut off.*fetch the feed again/],
    ['{"version": "https://jsonfeed.org/version/1.1", "items": [', /JSON is broken.*fetch/],
    ['{"items": 3}', /no JSON Feed/],
    ["Page not found", /neither XML nor JSON/],
    ["<note><to>you</to></note>", /no RSS, RDF or Atom/],
  ])("are refused with what is wrong and what to do: %s", (feed, message) => {
    const read = () => articlesFromFeed(feed);
    expect(read).toThrow(SamestoryError);
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
  });

  it("are read without the items that break them, which are reported", () => {
    const skipped: SkippedItem[] = [];
    const items = [
      "<item><title>One</title></item>",
      "<item><title>Two</item>",
      "<item><guid>3</guid></item>",
      "<item><title>Four</title></item>",
    ];
    const articles = articlesFromFeed(rss(items.join("\n")), { onSkip: (item) => skipped.push(item) });
    expect(articles.map(({ title }) => title)).toEqual(["One", "Four"]);
    expect(skipped).toEqual([
      { index: 1, reason: "its markup is broken" },
      { index: 2, reason: "neither title nor text" },
    ]);
  });

  it("may begin with a byte order mark or blank lines", () => {
    expect(only(`\ufeff\n\n${rss("<item><title>Flood</title></item>")}`).title).toBe("Flood");
  });

  it("cannot multiply entities", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
    const [article] = articlesFromFeed(bomb + rss("<item><title>x &c;</title></item>").replace(/<\?xml.*?\?>/, ""));
    expect((article.title ?? "").length).toBeLessThan(100);
  });

  it("end in seconds however deep they nest", () => {
    const began = performance.now();
    try {
      articlesFromFeed(rss(`<item><title>x</title><description>${"<div>".repeat(50_000)}</description></item>`));
    } catch (error) {
      expect(error).toBeInstanceOf(SamestoryError);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
