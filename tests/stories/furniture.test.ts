import { expect, test } from "vitest";
import { dedupe } from "../../src/stories/dedupe.js";
import { sideWithout, withoutFurniture } from "../../src/stories/furniture.js";
import { StoryIndex } from "../../src/stories/storyIndex.js";
import type { Words } from "../../src/text/words.js";
import { feed, grouping, story } from "./feed.js";

const notice = story("Notice", 3);
const others = Array.from({ length: 5 }, (_, i) => ({
  id: `other-${i}`,
  source: "Harbour Post",
  text: `${story(`Town${i}`, 12)}\n\n${notice}`,
}));
const sentences = Array.from({ length: 30 }, (_, i) => story("Ostmark", 1, i));
const wire = { id: "wire", source: "Agency", text: sentences.join(" ") };
const brief = { id: "brief", source: "Harbour Post", text: `${sentences.slice(0, 5).join(" ")}\n\n${notice}` };

test("what a source repeats under its articles does not keep a brief from its story", () => {
  expect(grouping(dedupe([...others, wire, brief]).stories)).toContainEqual(["brief", "wire"]);
  const index = new StoryIndex();
  for (const article of [...others, wire]) index.add(article);
  expect(index.add(brief)).toMatchObject({ storyId: "wire", matches: [{ id: "wire", verdict: "near-duplicate" }] });
});

test("does not keep short items apart that two outlets carry, each with notices as long as the news", () => {
  const outlets = ["Alpha", "Beta"].map((source) => ({ source, under: [1, 2].map((n) => story(`${source}${n}`, 2)) }));
  const items = Array.from({ length: 8 }, (_, i) =>
    outlets.map(({ source, under }) => ({
      id: `${source}-${i}`,
      source,
      text: [story(`Town${i}`, 4), ...under].join("\n\n"),
    })),
  );
  const stories = Array.from({ length: 8 }, (_, i) => [`Alpha-${i}`, `Beta-${i}`]);
  expect(grouping(dedupe(items.flat()).stories)).toEqual(
    grouping(stories.map((ids) => ({ articles: ids.map((id) => ({ id })) }))),
  );
});

test("is forgotten with the articles that had it", () => {
  const index = new StoryIndex();
  for (const article of [...others, wire]) index.add(article);
  for (const { id } of others.slice(0, 3)) index.remove(id);
  expect(index.match(brief)).not.toContainEqual(expect.objectContaining({ verdict: "near-duplicate" }));
});

test("versions of one story in one source are not taken for its furniture", () => {
  const text = (n: number) => `${story("Ostmark", 20)}\n\n${story("Ostmark", 2)} ${story(`Update${n}`, n)}`;
  const updates = Array.from({ length: 6 }, (_, i) => ({ id: `${i}`, source: "Harbour Post", text: text(i) }));
  expect(dedupe(updates).stories).toHaveLength(1);
  const index = new StoryIndex();
  for (const article of updates) index.add(article);
  expect(index.stories()).toHaveLength(1);
});

test("leaves the same words whether the text is split again or its words are cut", () => {
  for (const { text } of feed) {
    const article = { text: text.replace(/(?<=[.!?”]) /gu, "\n\n") };
    const whole = sideWithout(article, []);
    for (const gone of [[0], [1], [whole.paragraphs.length - 1], [1, 2, 4]]) {
      const [cut, split] = [withoutFurniture(whole, article, gone), sideWithout(article, gone)];
      expect(cut.paragraphs).toEqual(split.paragraphs);
      expect(plain(cut.words)).toEqual(plain(split.words));
    }
  }
});

function plain({ count, hash, start, end, flags, sentences, paragraphs, dateline }: Words) {
  const columns = [hash, start, end, flags].map((column) => Array.from(column.subarray(0, count)));
  return { columns, sentences: Array.from(sentences), paragraphs: Array.from(paragraphs), dateline };
}
