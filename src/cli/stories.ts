// In: stories. Out: a line of JSON for each, for programs, or a list for people.
import type { Article, Story, StoryArticle } from "../index.js";
import { plain, toJsonLine } from "./output.js";

type Told = Story<Article | undefined>;

/** A story on one line: all but the texts. */
export function storyAsLine({ id, lead, leadReason, articles, related }: Told): string {
  const shown = articles.map(({ id, article, score, verdict, origin }) => ({
    id,
    title: article?.title,
    source: article?.source,
    url: article?.url,
    publishedAt: article?.publishedAt,
    verdict,
    score,
    origin,
  }));
  return toJsonLine({ id, lead, leadReason, articles: shown, related });
}

/** A line for each story. */
export function* storiesAsLines(stories: readonly Told[]): Iterable<string> {
  for (const story of stories) yield storyAsLine(story);
}

/**
 * Stories for people: those told more than once first, then the others, a line each.
 * @param all these and the ones that they are related to
 */
export function* storiesAsTable(stories: readonly Told[], all: readonly Told[]): Iterable<string> {
  const titles = new Map(all.map((story) => [story.id, titleOf(story)]));
  for (const story of stories) {
    if (story.articles.length > 1) yield `${[...storyLines(story, titles)].join("\n")}\n\n`;
  }
  const once = stories.filter(({ articles }) => articles.length === 1);
  if (once.length > 0) yield `told once: ${once.length}\n`;
  for (const story of once) yield `${[...storyLines(story, titles)].join("\n")}\n`;
}

function* storyLines(story: Told, titles: ReadonlyMap<string, string>): Iterable<string> {
  if (story.articles.length > 1) yield `${titleOf(story)}: ${story.articles.length} articles`;
  for (const article of story.articles) yield row(asOf(story, article), nameOf(article));
  for (const { id, reason } of story.related) {
    const how = reason === "shared-passages" ? "shares passages with" : "has a version in";
    yield row("related", `${how}: ${titles.get(id) ?? plain(id)}`);
  }
}

function row(as: string, text: string): string {
  return `  ${as.padEnd(20)} ${text}`;
}

function asOf(story: Told, { id, score, verdict }: StoryArticle<Article | undefined>): string {
  if (story.articles.length === 1) return "";
  return id === story.lead ? "lead" : `${score.toFixed(2)} ${verdict}`;
}

function titleOf({ lead, articles }: Told): string {
  return plain(articles.find(({ id }) => id === lead)?.article?.title ?? lead);
}

/** The id only where the article says nothing of itself. */
function nameOf({ id, article }: StoryArticle<Article | undefined>): string {
  const name = [article?.source, article?.title].filter((part) => part !== undefined && part.trim() !== "");
  return plain(name.length > 0 ? name.join(": ") : id);
}
