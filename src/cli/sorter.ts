// In: articles as they are read. Out: stories. Few articles are sorted at once, when all are there, so that the stories
// do not depend on the order of reading; beyond a bound, and where an index is kept, each is put with its story as it
// comes, and memory no longer grows with the texts.
import type { Article, Story, StoryIndex, StoryIndexOptions } from "../index.js";
import { type Before, isAsItWas } from "./changed.js";
import type { Api } from "./io.js";

/** What an article is to the one that was there under its id, if there was one. */
export type Arrival = "new" | "replaced" | "unchanged";

/** Sorts articles into stories. */
export interface Sorter {
  /** Takes an article. */
  add(article: Article): Promise<Arrival>;
  /** Takes out the articles published before a time; how many. */
  expire(before: number): number;
  stories(): Story<Article | undefined>[];
}

/** Sorted at once up to here, within seconds and some 200 MB; during that the progress bar cannot move. */
const MOST_AT_ONCE = 5000;
const MOST_CHARACTERS = 50_000_000;

/**
 * Puts articles into an index.
 * @param before what it holds, by id: such an article stays where it is when it comes again as it was. Adding it anew
 * would take as long as a new one, and might tell its story otherwise, now that later versions are there.
 */
export function sortInto(index: StoryIndex, before: Before["articles"] = new Map()): Sorter {
  const add = (article: Article): Arrival => {
    const { id } = article;
    if (id !== undefined && isAsItWas(before.get(id)?.article, article)) return "unchanged";
    if (id !== undefined) before.delete(id);
    return index.add(article).replaced === undefined ? "new" : "replaced";
  };
  return {
    add: async (article) => add(article),
    expire: (before) => index.expire(before),
    stories: () => index.stories(),
  };
}

/** Sorts all articles at once, or as they come where they are many. */
export function sortAll(api: Api, options: StoryIndexOptions = {}, mostAtOnce = MOST_AT_ONCE): Sorter {
  const waiting = new Map<string | number, Article>();
  let characters = 0;
  let arrived = 0;
  let index: Sorter | undefined;
  return {
    add: async (article) => {
      if (index) return index.add(article);
      const key = article.id ?? arrived++;
      const former = waiting.get(key);
      characters += article.text.length - (former?.text.length ?? 0);
      waiting.set(key, article);
      if (waiting.size > mostAtOnce || characters > MOST_CHARACTERS) {
        index = sortInto(api.newIndex(options));
        await moveInto(index, waiting);
      }
      return former === undefined ? "new" : "replaced";
    },
    expire: (before) => (index ? index.expire(before) : expireWaiting(waiting, before)),
    stories: () => index?.stories() ?? api.dedupe(waiting.values()).stories,
  };
}

/** With pauses, in which the progress bar is drawn. */
async function moveInto(sorter: Sorter, waiting: Map<string | number, Article>): Promise<void> {
  let moved = 0;
  for (const article of waiting.values()) {
    await sorter.add(article);
    if (++moved % 100 === 0) await new Promise((done) => setImmediate(done));
  }
  waiting.clear();
}

function expireWaiting(waiting: Map<string | number, Article>, before: number): number {
  let expired = 0;
  for (const [key, { publishedAt }] of waiting) {
    if (publishedAt === undefined || !(Number(new Date(publishedAt)) < before)) continue;
    waiting.delete(key);
    expired++;
  }
  return expired;
}
