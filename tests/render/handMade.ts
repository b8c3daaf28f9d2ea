/** The renderers, for diffs that are written by hand: each is sealed as if it had been made of the texts that it is shown with. */
import type { StoryDiff } from "../../src/diff/edits.js";
import * as render from "../../src/render/index.js";
import { sealed } from "./samples.js";

function asMade<Result>(result: Result, options: { a?: unknown; b?: unknown } = {}): Result {
  const { a, b } = options;
  if (typeof result !== "object" || result === null || !("blocks" in result)) return result;
  if (typeof a !== "string" || typeof b !== "string") return result;
  return { ...result, ...sealed(result as unknown as StoryDiff, a, b) };
}

export const renderText = ((result: never, options: never) =>
  render.renderText(asMade(result, options), options)) as typeof render.renderText;
export const renderMarkdown = ((result: never, options: never) =>
  render.renderMarkdown(asMade(result, options), options)) as typeof render.renderMarkdown;
export const renderHtml = ((result: never, options: never) =>
  render.renderHtml(asMade(result, options), options)) as typeof render.renderHtml;
