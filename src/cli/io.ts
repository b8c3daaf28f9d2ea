// What a command sees of the world: given by main.ts from the process, by tests from memory.
import type { Article, ArticleInput, Comparison, StoryDiff, Summary, Texts } from "../index.js";

/** Where text is written to. */
export interface Sink {
  write(text: string): void;
  isTTY: boolean;
  /** Width of the terminal, when it is one. */
  columns?: number;
}

/** The streams and variables of one run. */
export interface Io {
  /** Standard input as it arrives. */
  stdin: AsyncIterable<Uint8Array>;
  stdout: Sink;
  stderr: Sink;
  env: Record<string, string | undefined>;
}

/** The part of the library that the commands call. */
export interface Api {
  compare(a: ArticleInput, b: ArticleInput): Comparison;
  diff(a: ArticleInput, b: ArticleInput): StoryDiff;
  summarize(diff: StoryDiff, texts: Texts): Summary;
  articleFromText(page: string): Article;
}

/** As diff(1) and grep(1) have them. */
export const Exit = { yes: 0, no: 1, trouble: 2 } as const;

/** Trouble that the user can mend; the message is one line and names the remedy. */
export class Trouble extends Error {}
