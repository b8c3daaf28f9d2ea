// The whole library as main.ts gives it to the commands, without a reader of pages and feeds.
import type { Api } from "../../src/cli/io.js";
import { articleFromText, compare, dedupe, diff, history, StoryIndex, summarize } from "../../src/index.js";

export const library: Api = {
  compare,
  diff,
  history,
  summarize,
  dedupe,
  newIndex: (options) => new StoryIndex(options),
  indexFromBytes: (bytes, options) => StoryIndex.fromBytes(bytes, options),
  articleFromText,
};
