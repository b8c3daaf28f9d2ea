/*
 * In: articles of a `StoryIndex` and a story that they may join. Out: how many pairs across the two are versions, how many share
 * something, and of how many it is known what they are: what the guard against chaining goes by (`mayJoin`).
 *
 * Only pairs that share something are kept as links. Any other shares nothing, unless its later article met so many candidates
 * that it was not compared with all.
 */
import type { Across } from "./clusters.js";
import type { Links } from "./links.js";

/** An article is compared with so many of the likeliest candidates: a text that hundreds carry need not meet them all. */
export const MOST_COMPARED = 32;

/** What the counting takes of an index. */
export interface Linked {
  links: Links;
  storyOf(article: number): number;
}

/**
 * Counts the pairs of some articles and the members of a story.
 *
 * @param unread candidates of the newest article, alone in `some`, that share something and were not compared with it
 */
export function countAcross(
  { links, storyOf }: Linked,
  some: readonly number[],
  members: readonly number[],
  unread: readonly number[] = [],
): Across {
  const across: Across = { same: 0, open: 0, all: countKnown(links, some, members) + countKnown(links, members, some) };
  const story = storyOf(members[0]);
  for (const article of some) {
    const complete = !isIncomplete(links, article);
    for (const [other, { same, verdict }] of links.from(article)) {
      if (storyOf(other) !== story) continue;
      if (same) across.same++;
      else if (verdict === "partial") across.open++;
      const known = article > other ? complete : !isIncomplete(links, other);
      if (!known) across.all++;
    }
  }
  if (unread.length > 0 && isIncomplete(links, some[0])) return across;
  for (const article of unread) across.open += +(storyOf(article) === story);
  return across;
}

/** Of how many pairs of a later article and an earlier one it is known what they are without looking at links. */
function countKnown(links: Links, later: readonly number[], earlier: readonly number[]): number {
  let count = 0;
  for (const article of later) {
    let before = 0;
    for (const other of earlier) before += +(other < article);
    if (before > 0 && !isIncomplete(links, article)) count += before;
  }
  return count;
}

function isIncomplete(links: Links, article: number): boolean {
  return links.countEarlier(article) >= MOST_COMPARED;
}
