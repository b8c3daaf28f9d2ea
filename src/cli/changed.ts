// In: the stories of an index before a run. Out: which of those after it are told otherwise. A feed that is read every
// hour brings mostly what it brought before, and an article that comes again as it was changes no story.
import { createHash } from "node:crypto";
import type { Article, Story } from "../index.js";
import { storyAsLine } from "./stories.js";

type Told = Story<Article | undefined>;

/** Remembers stories; the function it gives tells whether a story is new or not as it was. */
export function remember(stories: Iterable<Told>): (story: Told) => boolean {
  const known = new Set<string>();
  for (const story of stories) known.add(digest(story));
  return (story) => !known.has(digest(story));
}

/** A line holds the id of its story, so that two stories never have the same one. */
function digest(story: Told): string {
  return createHash("sha256").update(storyAsLine(story)).digest("base64");
}
