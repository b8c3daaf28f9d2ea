/** What untyped callers pass by mistake: each gets the one error of the library, with a stable code. */
import { expect, test } from "vitest";
import { apply, articleFromText, containment, dedupe, diff, resemblance, StoryIndex, summarize } from "../src/index.js";
import { renderHtml, renderMarkdown, renderText } from "../src/render/index.js";

const a = "The ferry caught fire on Monday night and the crew of nine was taken off by a trawler.";
const b = a.replace("nine", "ten");
const made = diff(a, b);
const wrong = { a: b, b: a };
const other = { a, b: `${b} It rained.` };
const any = (value: unknown): never => value as never;

test.each<[string, string, () => unknown]>([
  ["a page that is no string", "INVALID_INPUT", () => articleFromText(any(null))],
  ["apply of what is no diff", "INVALID_INPUT", () => apply(any({}), a)],
  ["apply of nothing", "INVALID_INPUT", () => apply(any(null), a)],
  ["apply to the other text", "WRONG_TEXT", () => apply(made, b)],
  ["summarize of what is no diff", "INVALID_INPUT", () => summarize(any({}), { a, b })],
  ["summarize with the texts in each other's place", "WRONG_TEXT", () => summarize(made, wrong)],
  ["a report with the texts in each other's place", "WRONG_TEXT", () => renderText(made, wrong)],
  ["a report with another second text", "WRONG_TEXT", () => renderMarkdown(made, other)],
  ["a page with another second text", "WRONG_TEXT", () => renderHtml(made, other)],
  ["a page of a comparison", "INVALID_INPUT", () => renderHtml(any({ verdict: "different" }), { a, b })],
  ["fingerprints that are none", "INVALID_INPUT", () => containment(any({}), any({}))],
  ["a fingerprint and nothing", "INVALID_INPUT", () => resemblance(any(undefined), any(null))],
  ["no articles", "INVALID_INPUT", () => dedupe(any(null))],
  ["a text for articles", "INVALID_INPUT", () => dedupe(any(a))],
  ["an object for articles", "INVALID_INPUT", () => dedupe(any({ text: a }))],
  ["sources that are no list", "INVALID_OPTION", () => dedupe([], { preferredSources: any("Echo") })],
  ["sources that are no names", "INVALID_OPTION", () => new StoryIndex({ preferredSources: any([5]) })],
  ["a detector that is no function", "INVALID_OPTION", () => diff(a, b, { detectLanguage: any(5) })],
  ["an expiry that is no time", "INVALID_INPUT", () => new StoryIndex().expire(any(true))],
])("%s", (_, code, call) => {
  expect(call).toThrow(expect.objectContaining({ name: "SamestoryError", code }));
});

test("asks an index for what it cannot hold", () => {
  const index = new StoryIndex();
  expect(index.remove(any(undefined))).toBe(false);
  expect(index.story(any(null))).toBeUndefined();
});
