// In: articles of feeds with the ids that their feeds gave them. Out: ids that are no two articles'. A guid that is no address
// ("101") is one among those of its feed alone: where another feed has the same, the later one takes the name of its site before
// it. Most feeds never meet one, and keep their ids as they are.
import type { Article } from "../index.js";

/** Gives each article of a feed an id that none of another feed has. */
export type FeedIds = (article: Article) => Article;

/** @param before articles of former runs, by id */
export function feedIds(before: ReadonlyMap<string, { article?: Article | undefined }> = new Map()): FeedIds {
  const places = new Map<string, string>();
  for (const [id, told] of before) if (isLocal(id) && told.article) places.set(id, placeOf(told.article));
  return (article) => {
    const { id } = article;
    if (id === undefined || !isLocal(id)) return article;
    const place = placeOf(article);
    const known = places.get(id);
    if (known === undefined) places.set(id, place);
    return known === undefined || known === place ? article : { ...article, id: `${place}#${id}` };
  };
}

/** An address, whatever its scheme (https:, tag:, urn:), is one in all feeds. */
function isLocal(id: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/iu.test(id);
}

/** The site of an article, else the name of its feed. */
function placeOf({ url, source }: Article): string {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/iu.exec(url ?? "")?.[1]?.toLowerCase() ?? source ?? "";
}
