// What a command sees of the world: given by main.ts from the process, by tests from memory.
import type { Worker } from "node:worker_threads";
import type {
  Article,
  ArticleInput,
  Comparison,
  Deduped,
  StoryDiff,
  StoryHistory,
  StoryIndex,
  StoryIndexOptions,
  Summary,
  Texts,
} from "../index.js";

/** Where text is written to. */
export interface Sink {
  write(text: string): void;
  /** Waits until a slow reader has taken most of what was written; where it is missing, nobody needs to wait. */
  drained?(): Promise<void>;
  /** Waits for all that was written; false where some of it could not be, other than for a reader that went away. */
  flushed?(): Promise<boolean>;
  isTTY: boolean;
  /** Width of the terminal, when it is one. */
  columns?: number;
}

/** The streams and variables of one run. */
export interface Io {
  /** Standard input as it arrives. */
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean };
  stdout: Sink;
  stderr: Sink;
  env: Record<string, string | undefined>;
  /** Starts a thread that reads files, as `readThread.ts` does; where it is missing, everything is done in one. */
  startReader?(): Worker;
}

/** The part of the library that the commands call. */
export interface Api {
  compare(a: ArticleInput, b: ArticleInput): Comparison;
  diff(a: ArticleInput, b: ArticleInput): StoryDiff;
  history(articles: readonly ArticleInput[]): StoryHistory;
  summarize(diff: StoryDiff, texts: Texts): Summary;
  dedupe(articles: Iterable<Article>): Deduped;
  newIndex(options?: StoryIndexOptions): StoryIndex;
  /** Reads what `toBytes` of an index gave. */
  indexFromBytes(bytes: Uint8Array, options?: StoryIndexOptions): StoryIndex;
  articleFromText(page: string): Article;
  /** Loads `samestory/extract`, which is large; missing in a build without it. */
  loadExtract?(): Promise<Extract>;
}

/** The part of `samestory/extract` that the commands call. */
export interface Extract {
  articleFromHtml(html: string): Article;
  articlesFromFeed(feed: string, options: { onSkip: (item: { index: number; reason: string }) => void }): Article[];
}

/** As diff(1) and grep(1) have them. */
export const Exit = { yes: 0, no: 1, trouble: 2 } as const;

/** Trouble that the user can mend; the message is one line and names the remedy. */
export class Trouble extends Error {}
