/*
 * An article that an index keeps whole: what is known of it, its text packed, and its paragraphs that are furniture.
 */
import type { Article } from "../article.js";
import { packText, unpackText } from "./packedText.js";

/** An article in little room. */
export interface Kept {
  about: Omit<Article, "text">;
  /** See {@link packText}. */
  text: Uint8Array;
  /** Its paragraphs that are its source's furniture, by index. */
  furniture: readonly number[];
}

/** Packs an article. */
export function keepArticle({ text, ...about }: Article, furniture: readonly number[]): Kept {
  return { about, text: packText(text), furniture };
}

/** The article as it was given. */
export function keptArticle({ about, text }: Kept): Article {
  return { ...about, text: unpackText(text) };
}
