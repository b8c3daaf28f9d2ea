import { describe, expect, test } from "vitest";
import { makeFeed } from "../bench/feed.js";
import { fill, storiesOf } from "../bench/filledIndex.js";
import { goalsOf } from "../bench/goals.js";
import { placeOf, stretches } from "../bench/madeFeed.js";
import type { Row } from "../bench/row.js";
import { filled } from "../bench/speedPage.js";
import { markdownOf, tableOf, textOf } from "../bench/table.js";
import { timeOf } from "../bench/timing.js";
import { feed } from "./stories/feed.js";

const texts = feed.map(({ text }) => text);
const row = (by: string, milliseconds: number): Row => ({
  work: "to count",
  by,
  milliseconds,
  accuracy: "all | right",
});
const table = { name: "count", title: "Counting", rows: [row("samestory", 0.02), row("another", 3)] };

describe("a table", () => {
  test("says how many times as long as samestory another takes for the same work", () => {
    const [, ours, theirs] = tableOf(table).rows;
    expect(ours.slice(2, 5)).toEqual(["20 µs", "50,000", ""]);
    expect(theirs.slice(2, 5)).toEqual(["3 ms", "333", "× 150"]);
  });

  test("has its columns in line on a terminal", () => {
    const [, head, ...lines] = textOf(tableOf(table)).split("\n");
    for (const line of lines) expect(line.indexOf("all | right")).toBe(head.indexOf("how right"));
  });

  test("keeps a bar in a cell from ending it in Markdown", () => {
    const lines = markdownOf(tableOf(table)).split("\n");
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(8);
  });

  test("is written between its own marks and touches nothing else", () => {
    const page = "a\n<!-- measured: one -->\nold\n<!-- end: one -->\nb\n<!-- measured: two -->\n<!-- end: two -->\n";
    expect(filled(page, "one", "new")).toBe(page.replace("old", "new"));
    expect(() => filled(page, "three", "new")).toThrow("three");
  });
});

describe("the goals", () => {
  const fingerprintRow = (by: string, milliseconds: number): Row => ({
    ...row(by, milliseconds),
    work: "body to fingerprint",
  });

  test("are held against what was measured, and left out where it was not", () => {
    const [, ...goals] = goalsOf([fingerprintRow("samestory", 0.04)]).rows;
    expect(goals).toEqual([["body to fingerprint", "at least 20,000 a second", "25,000 a second", "yes"]]);
  });

  test("say so when they are missed", () => {
    expect(goalsOf([fingerprintRow("samestory", 0.2)]).rows[1][3]).toBe("no");
  });
});

test("a measured time is that of one item", () => {
  const busy = (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  };
  const { milliseconds } = timeOf(4, { warmup: 1, time: 20, rounds: 3 }, () => busy(1));
  // On a processor that others use too, a millisecond by the clock is less than one of work.
  expect(milliseconds).toBeGreaterThan(0.05);
  expect(milliseconds).toBeLessThan(2);
});

describe("the made feed", () => {
  test("is the same every time", () => {
    expect([...makeFeed(texts, 60)]).toEqual([...makeFeed(texts, 60)]);
    expect([...makeFeed(texts, 60, 2)]).not.toEqual([...makeFeed(texts, 60)]);
  });

  test("loses no article when it is cut into stretches, and asks about versions only", () => {
    const all = [...stretches(texts, 500, 5)];
    const places = all.flatMap(({ news, versions, asked }) => [...news, ...versions, ...asked]);
    expect(places.map(({ article }) => placeOf(article.id)).sort((a, b) => a - b)).toEqual([...Array(500).keys()]);
    expect(all.flatMap(({ news }) => news).every(({ kind }) => kind === "original")).toBe(true);
    const asked = all.flatMap((stretch) => stretch.asked);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ kind }) => kind !== "original" && kind !== "template")).toBe(true);
  });

  test("fills an index that puts most true pairs together", () => {
    const { index, stories, told, news, versions } = fill(texts, 300, {}, 0);
    expect(index.size).toBe(300);
    expect(news.count + versions.count).toBe(300);
    const { found, pairs } = storiesOf(index, stories, told);
    expect(pairs).toBeGreaterThan(10);
    expect(found / pairs).toBeGreaterThan(0.6);
  });
});
