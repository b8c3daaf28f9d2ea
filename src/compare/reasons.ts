/** Puts the evidence in words: the strongest first, each with the figure behind it. */
import type { Evidence } from "./evidence.js";
import { keptShare, type Reason, type Verdict } from "./verdict.js";

/** Why two texts got their verdict. */
export function explain(verdict: Verdict, e: Evidence): Reason[] {
  const reasons: Reason[] = [];
  if (verdict === "identical") {
    return [{ code: "same-words", value: 1, text: "Both texts have the same words, house style aside." }];
  }
  if (verdict === "template") reasons.push(factsChanged(e));
  if (e.matchedShort < 0.02) {
    return [{ code: "nothing-copied", value: e.matchedShort, text: "No running text is shared." }];
  }
  reasons.push({
    code: "copied",
    value: e.matchedShort,
    text: `${percent(e.matchedShort)} of the shorter text stands in the longer one, in runs of up to ${Math.round(e.longestRun)} words outside quotes.`,
  });
  if (verdict === "different" && e.speechShare > 0.5) {
    reasons.push({
      code: "speech-only",
      value: e.speechShare,
      text: `${percent(e.speechShare)} of the shared words are speech: quotes, statements or posts.`,
    });
  }
  reasons.push(ownMatter(e));
  if (verdict !== "different") {
    reasons.push({
      code: "lead",
      value: e.leadOfLong,
      text: `${percent(e.leadOfLong)} of the longer text's opening stands in the shorter one.`,
    });
  }
  if (verdict !== "template" && verdict !== "different" && e.numbersKept + e.namesKept > 0) {
    reasons.push({
      code: "facts-kept",
      value: keptShare(e),
      text: `${percent(keptShare(e))} of the figures and names in the shared passages are the same.`,
    });
  }
  if (e.movedShare > 0.1) {
    reasons.push({
      code: "reordered",
      value: e.movedShare,
      text: `${percent(e.movedShare)} of the copied words stand in another order.`,
    });
  }
  return reasons;
}

/** Why two short items got their verdict. */
export function explainShort(verdict: Verdict, title: number, e: Evidence): Reason[] {
  const text =
    e.shortLength < 5
      ? `${percent(title)} of the shorter headline stands in the other; there is no text to go by.`
      : `${percent(title)} of the shorter headline and ${percent(e.matchedShort)} of the shorter text stand in the other.`;
  const reasons: Reason[] = [{ code: "headline", value: title, text }];
  if (verdict === "template") reasons.unshift(factsChanged(e));
  return reasons;
}

function ownMatter(e: Evidence): Reason {
  const text =
    e.ownShort < 0.01
      ? "The shorter text has no sentence of its own."
      : `${percent(e.ownShort)} of the shorter text and ${percent(e.ownLong)} of the longer are sentences of their own.`;
  return { code: "own-matter", value: e.ownShort, text };
}

function factsChanged(e: Evidence): Reason {
  return {
    code: "facts-changed",
    value: 1 - keptShare(e),
    text: `The wording is shared but the facts are not: ${e.numbersChanged} figures and ${e.namesChanged} names stand in another's place, ${percent(1 - keptShare(e))} of those compared.`,
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
