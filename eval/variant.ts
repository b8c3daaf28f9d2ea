/** The library as trials.ts bundles it, changed somewhere: its answers to pairs, and what it measures about them. */
import type { Article } from "../src/article.js";
import type { Verdict } from "../src/compare/verdict.js";
import { measure } from "./measures.js";
import { compare } from "./subject.js";

export type AnswerPair = (a: Article, b: Article) => { verdict: Verdict; score: number; sameStory: boolean };

export const answer: AnswerPair = compare;
export { measure };
