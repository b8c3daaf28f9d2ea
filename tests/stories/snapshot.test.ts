import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article.js";
import { SamestoryError } from "../../src/errors.js";
import { crc32 as slowCrc32 } from "../../src/fingerprint/bytes.js";
import { crc32 } from "../../src/stories/crc32.js";
import { packText, packUnits, unpackText, unpackUnits } from "../../src/stories/packedText.js";
import { bytesOf, bytesOfStrings, readSections, u32sOf, writeSections } from "../../src/stories/sections.js";
import { StoryIndex } from "../../src/stories/storyIndex.js";
import { feed, story } from "./feed.js";

/** The snapshot of {@link small}, made when the format was new. */
const GOLDEN = "tests/stories/story-index-3.bin";
const PLAIN_SENTENCE = /^(This|Got) .+[a-z0-9.)"]\.?$/s;

/** Invented, with two versions, a removal, a replacement, an undated article and a wide character. */
const articles: Article[] = [
  { id: "one", text: story("Ostmark", 9), publishedAt: "2031-05-01T08:00:00Z", source: "Harbour Post" },
  { id: "two", text: `${story("Ostmark", 8)} “Ōkawa” said so.`, url: "https://example.org/two", title: "Ōkawa" },
  { id: "three", text: story("Lindau", 4), publishedAt: "2031-05-02T08:00:00Z" },
  { id: "gone", text: story("Varnhem", 4) },
  { id: "three", text: `${story("Lindau", 4)} ${story("Ostmark", 3)}`, publishedAt: "2031-05-03T08:00:00Z" },
];

function small(): StoryIndex {
  const index = new StoryIndex({ preferredSources: ["Harbour Post"] });
  for (const article of articles) index.add(article);
  index.remove("gone");
  return index;
}

function refusalOf(bytes: unknown): string {
  try {
    StoryIndex.fromBytes(bytes as Uint8Array);
    return "not refused";
  } catch (error) {
    if (!(error instanceof SamestoryError) || error.code !== "BAD_BYTES") throw error;
    return error.message;
  }
}

describe("a snapshot", () => {
  test("reads back as the same index, which goes on alike", () => {
    for (const keepTexts of [0, 7, 50_000, Number.POSITIVE_INFINITY]) {
      const half = Math.floor(feed.length / 2);
      const whole = new StoryIndex({ keepTexts });
      for (const article of feed.slice(0, half)) whole.add(article);
      const read = StoryIndex.fromBytes(whole.toBytes());
      expect(read.stories()).toEqual(whole.stories());
      expect(read.size).toBe(whole.size);
      for (const article of feed.slice(half)) expect(read.add(article)).toEqual(whole.add(article));
      read.remove("cwa-1");
      whole.remove("cwa-1");
      expect(read.expire("2031-01-14")).toBe(whole.expire("2031-01-14"));
      expect(read.stories()).toEqual(whole.stories());
      expect(read.toBytes()).toEqual(whole.toBytes());
    }
  });

  test("of an empty index reads back", () => {
    expect(StoryIndex.fromBytes(new StoryIndex().toBytes()).size).toBe(0);
  });

  test("is read from a view into a larger buffer and is not held on to", () => {
    const bytes = small().toBytes();
    const larger = new Uint8Array(bytes.length + 10);
    larger.set(bytes, 3);
    const read = StoryIndex.fromBytes(larger.subarray(3, 3 + bytes.length));
    larger.fill(0);
    expect(read.stories()).toEqual(small().stories());
    expect(StoryIndex.fromBytes(bytes.buffer as ArrayBuffer).size).toBe(3);
  });

  test("made when its format was new keeps loading", () => {
    const index = StoryIndex.fromBytes(readFileSync(GOLDEN));
    expect(index.size).toBe(3);
    expect(index.story("one")).toMatchObject({ lead: "one", articles: [{ id: "one" }, { id: "two" }] });
    expect(index.story("three")?.articles[0]?.article?.publishedAt).toBe("2031-05-03T08:00:00Z");
    expect(index.match({ text: articles[1]?.text ?? "" })[0]).toMatchObject({ id: "two", evidence: "words" });
  });

  test("is written again as it was read: another layout needs another format", () => {
    const bytes = Uint8Array.from(readFileSync(GOLDEN));
    expect(StoryIndex.fromBytes(bytes).toBytes()).toEqual(bytes);
  });

  test("keeps any text to the unit, unpaired surrogates too, whether the runtime packs it or we do", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }));
    fc.assert(
      fc.property(text, fc.constantFrom("", "\ud800", "\udfff\ud800", "\ud55c", "\ufeff"), (any, end) => {
        const whole = any + end;
        expect(unpackText(packText(whole))).toBe(whole);
        expect(unpackUnits(packText(whole))).toBe(whole);
        expect(packText(whole)).toEqual(packUnits(whole));
      }),
    );
  });

  test("is refused with any bit of any byte flipped, cut anywhere or followed by more", () => {
    const bytes = small().toBytes();
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(refusalOf(flipped)).toMatch(PLAIN_SENTENCE);
    }
    for (let length = 0; length < bytes.length; length += 7) {
      expect(refusalOf(bytes.subarray(0, length))).toMatch(PLAIN_SENTENCE);
    }
    expect(refusalOf(Uint8Array.of(...bytes, 0))).toContain("1 bytes follow its end");
  });

  test("is refused when its parts do not fit each other, though every checksum does", () => {
    const forged = (name: number, change: (numbers: Uint32Array) => void) => {
      const sections = readSections(small().toBytes());
      const part = sections.find((section) => section.name === name);
      if (part === undefined) throw new Error(`there is no section ${name}`);
      const numbers = u32sOf(part.data);
      change(numbers);
      return refusalOf(
        writeSections(sections.map((other) => (other === part ? { name, data: bytesOf(numbers) } : other))),
      );
    };
    // Columns: the third is the story of each article. Volumes: story, names, members, then the members.
    expect(forged(7, (columns) => columns.fill(99, 6, 9))).toContain("a story does not fit its articles");
    expect(forged(11, (volumes) => volumes.set([volumes[4]], 3))).toContain("a story does not fit its articles");
    expect(forged(13, (links) => links.set([links[1], links[0]]))).toContain("the wrong way round");
    expect(forged(23, (numbers) => numbers.set([77], numbers.length - 1))).toContain("a posting leads to no article");
    const sections = readSections(small().toBytes());
    const twice = sections.map((part) =>
      part.name === 5 ? { name: 5, data: bytesOfStrings(["one", "one", "two"]) } : part,
    );
    expect(refusalOf(writeSections(twice))).toContain("two of its articles have one id");
  });

  test("is refused when it is anything else", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => PLAIN_SENTENCE.test(refusalOf(bytes))));
    expect(refusalOf(new Uint8Array(64))).toBe('This is not a samestory story index: it does not begin with "SSIX".');
    for (const foreign of [undefined, null, "SSIX", 5, {}]) expect(refusalOf(foreign)).toContain("give a Uint8Array");
    const newer = small().toBytes();
    newer[4] = 4;
    expect(refusalOf(newer)).toContain("Got a story index of format 4 when expected 3");
  });
});

test("the quick checksum is the one of fingerprints", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(9), (bytes, from) => {
      // A view that does not begin at a multiple of four too.
      const view = bytes.subarray(Math.min(from, bytes.length));
      return crc32(view) === slowCrc32(view, view.length);
    }),
  );
});
