// In: stories. Out: the HTML report of those told more than once. How much stands in it is bounded, so that the page of
// a large feed still opens and is made within seconds; it says what it leaves out.
import type { Article, Derivation, Story, StoryArticle } from "../index.js";
import { renderStoriesHtml, type StoryMember, type StoryReport } from "../render/index.js";
import type { Api } from "./io.js";
import { counted } from "./output.js";

type Told = Story<Article | undefined>;
type ToldArticle = StoryArticle<Article | undefined>;

/** Versions of one story: nobody reads a heat map of more, and each two of them are compared. */
const MOST_OF_STORY = 20;
/** Versions on the page: 2 MB or so, and at most 15,000 comparisons of half a millisecond. */
const MOST_OF_PAGE = 1500;
/** A headline is shorter; what is longer is a mistake, and must not swell the page. */
const MOST_CHARACTERS = 300;
const LONGEST_URL = 2000;

/** The report as a page. */
export function storyReport(stories: readonly Told[], api: Api): string {
  const several = stories.filter(({ articles }) => articles.length > 1);
  const shown = firstThatFit(newestFirst(several));
  return renderStoriesHtml(
    shown.map((story) => reportOf(story, api)),
    { notes: [...leftOut(several.length - shown.length, stories.length - several.length)] },
  );
}

function* leftOut(beyond: number, once: number): Iterable<string> {
  if (beyond > 0) yield `Left out: ${counted(beyond, "story", "stories")} whose newest version is older than these.`;
  if (once > 0) yield `Left out: ${counted(once, "story", "stories")} told once.`;
}

function newestFirst(stories: readonly Told[]): Told[] {
  const timed = stories.map((story) => ({ story, newest: newestOf(story) }));
  return timed.sort((a, b) => b.newest - a.newest).map(({ story }) => story);
}

/** Stories without a time come last. */
function newestOf({ articles }: Told): number {
  const times = articles.map(({ article }) => Number(new Date(article?.publishedAt ?? Number.NaN)));
  return times.filter((time) => !Number.isNaN(time)).reduce((newest, time) => Math.max(newest, time), 0);
}

function firstThatFit(stories: readonly Told[]): Told[] {
  const fitting: Told[] = [];
  let versions = 0;
  for (const story of stories) {
    versions += Math.min(story.articles.length, MOST_OF_STORY);
    if (versions > MOST_OF_PAGE) break;
    fitting.push(story);
  }
  return fitting;
}

function reportOf({ lead, articles }: Told, api: Api): StoryReport {
  const shown = shownOf(articles, lead);
  const ids = new Set(shown.map(({ id }) => id));
  const title = shown.find(({ id }) => id === lead)?.article?.title;
  const more = articles.length - shown.length;
  return {
    ...(title === undefined ? {} : { title: clipped(title) }),
    members: shown.map((article) => memberOf(article, lead, ids)),
    containment: containmentOf(shown, api),
    ...(more > 0 ? { note: `Left out: ${counted(more, "version", "versions")}, later than most of these.` } : {}),
  };
}

/** The earliest, from which the later ones were made, and the lead. */
function shownOf(articles: readonly ToldArticle[], lead: string): ToldArticle[] {
  const earliest = articles.slice(0, MOST_OF_STORY);
  if (earliest.some(({ id }) => id === lead)) return earliest;
  return [...earliest.slice(0, -1), ...articles.filter(({ id }) => id === lead)];
}

/** What was done to the text that a version was made from. */
const HOW: Record<Derivation, string> = { copy: "copied", cut: "cut", update: "added to", rewrite: "worded anew" };

function memberOf({ id, article, verdict, score, origin }: ToldArticle, lead: string, ids: Set<string>): StoryMember {
  const { title, source, url, publishedAt, language } = article ?? {};
  return {
    id: clipped(id),
    ...(title === undefined ? {} : { title: clipped(title) }),
    ...(source === undefined ? {} : { source: clipped(source) }),
    ...(url === undefined || url.length > LONGEST_URL ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
    ...(id === lead ? {} : { verdict, score }),
    ...(origin && ids.has(origin.id) ? { derivesFrom: clipped(origin.id), how: HOW[origin.how] } : {}),
  };
}

function clipped(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

/** Exact, by comparing each two; unknown where an index no longer keeps the text. */
function containmentOf(articles: readonly ToldArticle[], { compare }: Api): number[][] {
  const whole = articles.map(({ article }) => article);
  const shares = whole.map((_, i) => whole.map((_, j) => (i === j ? 1 : Number.NaN)));
  for (const [i, a] of whole.entries()) {
    for (const [j, b] of whole.slice(0, i).entries()) {
      if (a === undefined || b === undefined) continue;
      const { aInB, bInA } = compare(a, b).containment;
      shares[i][j] = aInB;
      shares[j][i] = bInA;
    }
  }
  return shares;
}
