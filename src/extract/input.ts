/**
 * Takes what callers hand in and makes of it one shape: the text as given and the spans of its paragraphs.
 * A string is the text of a page and goes through the page reader; an article is taken as it stands. Spans found later
 * all point into the text as given, so no offset is ever translated.
 */
import type { Article, ArticleInput, Span } from "../article.js";
import { SamestoryError } from "../errors.js";
import { readBody, titleOf } from "./page.js";
import { paragraphsOf } from "./paragraphs.js";

/** A text and where its body is. */
export interface Body {
  /** The text as given: the whole page, or the article's text. */
  text: string;
  /** The paragraphs of the body, in order; everything else in the text is furniture. */
  paragraphs: Span[];
}

/** A text ready for matching. */
export interface Reading extends Body {
  /** The headline, where one is known or found. */
  title?: string;
  /** Everything the caller said of the article. */
  article?: Article;
}

/** Reads a page or an article. Throws `INVALID_INPUT` when it is neither. */
export function readInput(input: ArticleInput, name = "article"): Reading {
  if (typeof input === "string") {
    const page = readBody(input);
    const { title } = titleOf(input, page);
    const reading: Reading = { text: input, paragraphs: page.paragraphs };
    if (title) reading.title = input.slice(title.start, title.end);
    return reading;
  }
  const reading: Reading = { ...articleBody(input, name), article: input };
  if (typeof input.title === "string" && input.title.trim() !== "") reading.title = input.title;
  return reading;
}

/** The same for who needs no headline: to find it on a page is a tenth of the time of a fingerprint. */
export function readBodyOf(input: ArticleInput, name = "article"): Body {
  return typeof input === "string" ? { text: input, paragraphs: readBody(input).paragraphs } : articleBody(input, name);
}

function articleBody(input: Article, name: string): Body {
  if (typeof input !== "object" || input === null || typeof input.text !== "string") {
    throw new SamestoryError(
      "INVALID_INPUT",
      `${name} must be a string or an object with a string "text"; got ${describe(input)}.`,
    );
  }
  return { text: input.text, paragraphs: paragraphsOf(input.text) };
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  return Array.isArray(value) ? "an array" : `an object without a string "text"`;
}
