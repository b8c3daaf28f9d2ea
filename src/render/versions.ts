// What is known of the two versions besides the diff.
import type { Article } from "../article.js";

/** What is known of a version besides its text. An `Article` will do. */
export type About = Pick<Article, "title" | "source" | "url" | "publishedAt" | "language">;

/** What an editor did, in words: see `summarize`. */
export interface Summary {
  /** One sentence, as a desk editor would write it. */
  sentence: string;
  /** What the second desk's style changed, each in a few words. */
  houseStyle: readonly string[];
}

/** Both texts, and what is known of them. */
export interface Texts {
  a: string;
  b: string;
  about: { a: About; b: About };
}
