// In: a diff without a summary. Out: a sentence that counts what there is.
import type { StoryDiff } from "../diff/edits.js";
import { count } from "./comparison.js";
import { isUnchanged } from "./storyDiff.js";

/** The sentence where none is given: what there is, counted. */
export function countedSentence(diff: StoryDiff): string {
  if (isUnchanged(diff)) return "No differences.";
  const changed = diff.facts.filter(({ change }) => change === "changed").length;
  const dropped = diff.edits.filter(({ kind }) => kind === "dropped").length;
  const added = diff.edits.filter(({ kind }) => kind === "added").length;
  const style = diff.edits.filter(({ substantive }) => !substantive).length;
  const parts = [
    changed === 0 ? "" : `${count(changed, "fact")} changed`,
    dropped === 0 ? "" : count(dropped, "cut"),
    added === 0 ? "" : count(added, "addition"),
    style === 0 ? "" : count(style, "style edit"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Small changes only." : `${parts.join(", ")}.`;
}
