/** What is measured. A stand-in (plain containment) until the library has its `compare`. */
import type { Article, ArticleInput } from "../src/article.js";
import type { Comparison } from "../src/compare/verdict.js";
import { shared, shingles, words } from "./baselines.js";

// TODO replace by: export { compare } from "../src/index.js";
export function compare(a: ArticleInput, b: ArticleInput): Comparison {
  const [x, y] = [a, b].map((input) => shingles(words(textOf(input)), 3));
  const common = shared(x, y);
  const containment = { aInB: common / (x.length || 1), bInA: common / (y.length || 1) };
  const most = Math.max(containment.aInB, containment.bInA);
  const verdict = most >= 0.68 ? "near-duplicate" : most >= 0.45 ? "partial" : "different";
  return {
    verdict,
    sameStory: most >= 0.68,
    score: 1 / (1 + Math.exp(-12 * (most - 0.68))),
    resemblance: common / (x.length + y.length - common || 1),
    containment,
    passages: [],
    reasons: [{ code: "containment", value: most, text: `${Math.round(100 * most)}% of one stands in the other` }],
  };
}

function textOf(input: ArticleInput): string {
  return typeof input === "string" ? input : (input as Article).text;
}
