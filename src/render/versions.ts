// What is known of the two versions besides the diff.
import type { Article } from "../article.js";

/** What is known of a version besides its text. An `Article` will do. */
export type About = Pick<Article, "title" | "source" | "url" | "publishedAt" | "language">;

/** Both texts, and what is known of them. */
export interface Texts {
  a: string;
  b: string;
  about: { a: About; b: About };
  /** Language and direction of either text, as attributes of the elements that hold it. */
  attributes: { a: string; b: string };
  /** What ids begin with, on a page that shows several diffs. */
  prefix: string;
}
