// What is known of the two versions besides the diff.
import type { Article } from "../article.js";
import type { StoryDiff } from "../diff/edits.js";
import { SamestoryError } from "../errors.js";

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

/**
 * The texts that a diff is shown with, when they are those it was made of: in each other's place, or others, its places would
 * show anything.
 */
export function bothTexts(diff: StoryDiff, { a, b }: { a?: string; b?: string }): { a: string; b: string } {
  if (typeof a !== "string" || typeof b !== "string") {
    throw new SamestoryError(
      "INVALID_OPTION",
      "A diff is shown with both texts: pass { a, b }, the texts given to diff.",
    );
  }
  // As `apply` does, which stands in a room that this one knows by its types alone.
  const steps = diff.script.map((step) => (typeof step === "string" ? step : a.slice(step.start, step.end)));
  if (steps.join("") !== b) {
    throw new SamestoryError(
      "WRONG_TEXT",
      "This diff was made of other texts. Pass both as they were given to diff(), the first as `a`.",
    );
  }
  return { a, b };
}
