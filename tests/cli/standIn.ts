// The library as the spawned program sees it in spawn.test.ts: fixed answers for
// compare and diff, so that only the program is tested; stories are sorted in earnest.
import type { ArticleInput, Comparison, StoryDiff, Summary } from "../../src/index.js";

export { SamestoryError } from "../../src/errors.js";
export { articleFromText, dedupe, history, StoryIndex } from "../../src/index.js";

const textOf = (input: ArticleInput): string => (typeof input === "string" ? input : input.text);

/** Same story when the texts are equal; as many reasons as the text is long. */
export function compare(a: ArticleInput, b: ArticleInput): Comparison {
  const sameStory = textOf(a) === textOf(b);
  const reasons = Array.from({ length: textOf(a).length }, (_, index) => ({
    code: "copied" as const,
    text: `reason ${index}`,
  }));
  const verdict = sameStory ? "identical" : "different";
  const share = sameStory ? 1 : 0;
  return {
    verdict,
    sameStory,
    score: share,
    resemblance: share,
    containment: { aInB: share, bInA: share },
    passages: [],
    reasons,
  };
}

/** Nothing differs. */
export function diff(): StoryDiff {
  return { blocks: [], edits: [], facts: [], script: [], from: { length: 0, checksum: 0 }, complete: true };
}

/** There is nothing to sum up. */
export function summarize(): Summary {
  return { sentence: "Nothing changed.", houseStyle: [] };
}
