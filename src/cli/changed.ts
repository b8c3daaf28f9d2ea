// In: the stories of an index before a run. Out: which of those after it are told otherwise, and which articles came again
// as they were: most of a feed that is read every hour did.
import { createHash } from "node:crypto";
import type { Article, Story, StoryArticle } from "../index.js";
import { storyAsLine } from "./stories.js";

type Told = Story<Article | undefined>;

/** What an index held before a run. */
export interface Before {
  /** Whether a story is new, or not as it was. */
  isChanged(story: Told): boolean;
  /** Its articles by id, as its stories tell them: an index unpacks a text when it is asked for. */
  articles: Map<string, StoryArticle<Article | undefined>>;
}

/** Remembers stories. */
export function remember(stories: Iterable<Told>): Before {
  const known = new Set<string>();
  const articles: Before["articles"] = new Map();
  for (const story of stories) {
    known.add(digest(story));
    for (const told of story.articles) articles.set(told.id, told);
  }
  return { isChanged: (story) => !known.has(digest(story)), articles };
}

/** A line holds the id of its story, so that two stories never have the same one. */
function digest(story: Told): string {
  return createHash("sha256").update(storyAsLine(story)).digest("base64");
}

/**
 * Whether an article comes again as it was. One without a time never does: it counts as published when it came last, and
 * would be let go of while its feed still has it.
 */
export function isAsItWas(former: Article | undefined, { publishedAt, ...article }: Article): boolean {
  if (former === undefined || publishedAt === undefined) return false;
  return (
    Number(new Date(former.publishedAt ?? Number.NaN)) === Number(new Date(publishedAt)) &&
    former.text === article.text &&
    former.title === article.title &&
    former.url === article.url &&
    former.source === article.source &&
    former.language === article.language
  );
}
