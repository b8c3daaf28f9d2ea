/** A half-open range `[start, end)` of UTF-16 code units in a text. */
export interface Span {
  start: number;
  end: number;
}

/** One published text, with what is known of it. Only `text` is needed; all else is evidence where it is there. */
export interface Article {
  /** Your key for the article. Needed where articles are kept (`dedupe`, `StoryIndex`). */
  id?: string;
  /** The headline, as published. */
  title?: string;
  /** The body: paragraphs separated by line breaks. It is taken as it stands; pass page text as a string instead. */
  text: string;
  /** Where the article was published. */
  url?: string;
  /** The outlet that published it. */
  source?: string;
  /** When it was published: a `Date`, or anything `Date.parse` reads. */
  publishedAt?: Date | string;
  /** BCP 47 tag of the language, when known. Used for showing and for naming edits, never for matching. */
  language?: string;
}

/** What most functions take: the text of a whole page (a string, furniture and all) or an {@link Article}. */
export type ArticleInput = string | Article;
