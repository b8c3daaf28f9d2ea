/*
 * Sorts a whole feed into stories.
 *
 * In: articles, in any order. Out: the stories, the same for every order: articles are taken by id, all candidate pairs
 * are decided by full comparison, and only then grouped (see `clusters.ts`). Nothing is merged on an estimate.
 * It holds all articles in memory; for feeds without an end there is `StoryIndex`.
 */
import type { Article } from "../article.js";
import { CandidateIndex } from "../candidates/candidateIndex.js";
import { type SampleSize, sampledContainment, sampledSizes } from "../candidates/sample.js";
import type { Side } from "../compare/evidence.js";
import { SamestoryError } from "../errors.js";
import { haveSameWords } from "../text/words.js";
import { cluster, type Pair } from "./clusters.js";
import { type Decision, decideByText, isWorthComparing, sameWords, turned } from "./decision.js";
import { type Entry, idOf, isNone, type Key, readEntry, sameKey, searchHashes, timeOf, urlHash } from "./entry.js";
import { furnitureParagraphs, sideWithout } from "./furniture.js";
import { byTime, requireSources } from "./lead.js";
import { Shelf } from "./shelf.js";
import { closestTies, type RelatedStory, type Story, type Told, tellStory, tieOf } from "./story.js";

/** Options of `dedupe`. */
export interface DedupeOptions {
  /** Sources whose article stands for a story before others, the most preferred first; as in `source` of the articles. */
  preferredSources?: readonly string[];
}

/** What `dedupe` returns. */
export interface Deduped {
  /** Every article is in exactly one. The earliest story first. */
  stories: Story[];
}

/**
 * An article is compared with so many of the likeliest candidates, and with those it is among the likeliest for: a text that
 * hundreds carry in versions of their own need not meet them all.
 */
const MOST_COMPARED = 32;

/** An article of the feed. Its number is its place in the order of ids. */
interface Item extends Told<Article> {
  number: number;
  sample: SampleSize;
  wordsKey: Key;
  urlKey: Key;
  /** The first article with the same words. */
  twin: number;
  /** Its paragraphs that are its source's furniture, by index. */
  furniture: readonly number[];
}

/**
 * Sorts articles into stories. The same articles give the same stories in every order.
 *
 * Articles without an `id` get one made from address, source, title and text. Of articles with the same id the one with the later
 * `publishedAt` stays, as the newer version; the same article given twice counts once.
 *
 * @param articles any iterable; held in memory until the stories are known
 * @throws {SamestoryError} `INVALID_INPUT` for what is no article, and for two different articles that were given the same
 * id and no times to tell which is newer
 */
export function dedupe(articles: Iterable<Article>, options: DedupeOptions = {}): Deduped {
  requireSources(options.preferredSources ?? []);
  const items: Item[] = [];
  const sides = new Shelf<Side>();
  const sideAt = (number: number): Side =>
    sides.get(number, () => sideWithout(items[number].article, items[number].furniture));
  const firstOf = new Map<string, number>();
  const index = new CandidateIndex();
  const hashes: Uint32Array[] = [];
  for (const [id, article] of distinct(articles)) {
    const entry = readEntry(article, id);
    const number = items.length;
    const twin = findTwin(entry, number, firstOf, sideAt);
    items.push(itemOf(entry, number, twin));
    // Twins are found by their address only, or a text that hundreds carry would make its own words common.
    hashes.push(twin === number ? searchHashes(entry) : urlHash(entry));
    index.add(number, hashes[number]);
  }
  const peerGroup = peerGroups(items, hashes, index, sideAt);
  for (const item of items) {
    item.furniture = furnitureOf(item, hashes[item.number], index, peerGroup, sideAt);
    if (item.furniture.length > 0) sides.drop(item.number);
  }
  const decisions = new Decisions(items, sideAt);
  const { candidates, incomplete } = candidatePairs(items, hashes, index, peerGroup);
  const groups = withTwins(cluster(items.length, decidePairs(candidates, decisions), incomplete), items);
  return { stories: tellStories(groups, items, decisions, options) };
}

/** The articles in the order of their ids, each id once. */
function distinct(articles: Iterable<Article>): [string, Article][] {
  const byId = new Map<string, Article>();
  if (typeof articles?.[Symbol.iterator] !== "function" || typeof articles === "string") {
    throw new SamestoryError("INVALID_INPUT", "dedupe takes an array of articles, or what else can be iterated.");
  }
  for (const article of articles) {
    const id = idOf(article);
    const known = byId.get(id);
    byId.set(id, known === undefined ? article : newer(known, article, id));
  }
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Which of two articles with one id is the newer version, whichever comes first. */
function newer(a: Article, b: Article, id: string): Article {
  const times = [timeOf(a.publishedAt), timeOf(b.publishedAt)];
  if (times[0] !== undefined && times[1] !== undefined && times[0] !== times[1]) return times[0] > times[1] ? a : b;
  if (a.text === b.text && times[0] === times[1] && FIELDS.every((field) => a[field] === b[field])) return a;
  // An id that was made stands for what the article says: they differ in nothing else.
  if (!a.id && !b.id) {
    const known = times.map((time) => time !== undefined);
    return (known[0] === known[1] ? aboutOf(a) <= aboutOf(b) : known[0]) ? a : b;
  }
  throw new SamestoryError(
    "INVALID_INPUT",
    `Two different articles have the id ${JSON.stringify(id)}, and their publishedAt does not tell which is newer. ` +
      "Give each its own id, or the times, or leave the ids out.",
  );
}

const FIELDS = ["title", "url", "source", "language"] as const;

/** What decides between two articles that are one, so that their order does not. */
function aboutOf(article: Article): string {
  return JSON.stringify(FIELDS.map((field) => article[field]));
}

function itemOf({ id, article, time, sample, wordsKey, urlKey }: Entry, number: number, twin: number): Item {
  const { size, common } = sample;
  return {
    id,
    article,
    time,
    source: article.source,
    size,
    number,
    sample: { size, common },
    wordsKey,
    urlKey,
    twin,
    furniture: [],
  };
}

/** The first article that has the same words, word for word; the article itself where there is none. */
function findTwin(
  { side, wordsKey }: Entry,
  number: number,
  firstOf: Map<string, number>,
  sideAt: (number: number) => Side,
): number {
  if (isNone(wordsKey)) return number;
  const key = `${wordsKey.low} ${wordsKey.high}`;
  const first = firstOf.get(key);
  if (first !== undefined && haveSameWords(sideAt(first).words, side.words)) return first;
  if (first === undefined) firstOf.set(key, number);
  return number;
}

/** Tells the likely story of each article from the same source as an item; -1 for others, and for the item itself. */
type PeerGroup = (item: Item) => ((number: number) => number) | undefined;

/**
 * Articles that share so much of the larger sample are taken for one story while furniture is looked for. Of the larger:
 * half of a brief may be the notice under it.
 */
const LIKELY_ONE = 0.3;

/** Two of one source that are close in their samples are compared: so many of the closest of each. */
const VERIFIED = 8;

/**
 * What recurs in a source is its furniture only if it recurs in different stories, and which articles are one story is not
 * known yet. So articles whose samples are close count as one: a mistake costs no more than furniture that stays. Those of
 * one source may be close by its furniture alone, as short items are, and are compared first.
 */
function peerGroups(
  items: readonly Item[],
  hashes: readonly Uint32Array[],
  index: CandidateIndex,
  sideAt: (number: number) => Side,
): PeerGroup {
  const groupOf = Uint32Array.from(items, ({ twin }) => twin);
  const rootOf = (number: number): number => {
    let root = number;
    while (groupOf[root] !== root) root = groupOf[root];
    groupOf[number] = root;
    return root;
  };
  for (const { number, sample, source, twin } of items) {
    const close = index
      .search(hashes[number])
      .candidates.filter(({ article, shared }) => {
        const sizes = sampledSizes(sample, items[article].sample);
        return article !== number && shared >= LIKELY_ONE * Math.max(sizes.a, sizes.b);
      })
      .sort((x, y) => y.shared - x.shared || x.article - y.article);
    let left = VERIFIED;
    for (const { article } of close) {
      const [a, b] = [rootOf(number), rootOf(article)];
      if (a === b) continue;
      if (source !== undefined && items[article].source === source) {
        if (left-- <= 0) continue;
        const [one, two] = [Math.min(twin, items[article].twin), Math.max(twin, items[article].twin)];
        if (one !== two && !decideByText(sideAt(one), sideAt(two), false, true).same) continue;
      }
      groupOf[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return ({ number, source }) => {
    if (source === undefined) return undefined;
    return (other) => (other !== number && items[other].source === source ? rootOf(other) : -1);
  };
}

/** Paragraphs of an article that recur in other stories of its source. */
function furnitureOf(
  item: Item,
  hashes: Uint32Array,
  index: CandidateIndex,
  peerGroup: PeerGroup,
  sideAt: (number: number) => Side,
): readonly number[] {
  const peer = peerGroup(item);
  if (peer === undefined || item.twin !== item.number) return [];
  const { furniture } = index.search(hashes, peer);
  return furniture?.includes(1) ? furnitureParagraphs(sideAt(item.number).words, hashes, furniture) : [];
}

/** A pair of articles, none of them the twin of an earlier one, that comparing may show to belong together. */
interface CandidatePair {
  a: number;
  b: number;
  containment: number;
  sameUrl: boolean;
}

interface CandidatePairs {
  candidates: CandidatePair[];
  /** 1 for an article that has candidates beside its pairs. */
  incomplete: Uint8Array;
}

function candidatePairs(
  items: readonly Item[],
  hashes: readonly Uint32Array[],
  index: CandidateIndex,
  peerGroup: PeerGroup,
): CandidatePairs {
  const pairs = new Map<number, CandidatePair>();
  const incomplete = new Uint8Array(items.length);
  for (const item of items) {
    const own: CandidatePair[] = [];
    for (const { article, shared } of index.search(hashes[item.number], peerGroup(item)).candidates) {
      const other = items[article];
      const a = Math.min(item.twin, other.twin);
      const b = Math.max(item.twin, other.twin);
      const sameUrl = sameKey(item.urlKey, other.urlKey);
      if (a === b || !(sameUrl || isWorthComparing(shared, item.sample, other.sample))) continue;
      own.push({ a, b, containment: sampledContainment(shared, item.sample, other.sample), sameUrl });
    }
    own.sort((x, y) => +y.sameUrl - +x.sameUrl || y.containment - x.containment || x.a + x.b - y.a - y.b);
    incomplete[item.number] = +(own.length > MOST_COMPARED);
    for (const pair of own.slice(0, MOST_COMPARED)) {
      const key = pair.a * items.length + pair.b;
      const known = pairs.get(key);
      if (known === undefined) pairs.set(key, pair);
      else known.sameUrl ||= pair.sameUrl;
    }
  }
  return { candidates: [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b), incomplete };
}

/** What was decided for pairs, each decided once. */
class Decisions {
  private readonly made = new Map<number, Decision>();

  constructor(
    private readonly items: readonly Item[],
    private readonly sideAt: (number: number) => Side,
  ) {}

  /** What two articles are to each other; compares them if nobody has yet. */
  decide(x: Item, y: Item): Decision {
    if (x.twin === y.twin) return sameWords();
    const sameUrl = sameKey(x.urlKey, y.urlKey);
    if (x.twin < y.twin) return this.decideNumbers(x.twin, y.twin, sameUrl);
    return turned(this.decideNumbers(y.twin, x.twin, sameUrl));
  }

  /** The same by numbers, the lower first; both the first of their words. */
  decideNumbers(a: number, b: number, sameUrl: boolean): Decision {
    const key = a * this.items.length + b;
    const decision = this.made.get(key) ?? decideByText(this.sideAt(a), this.sideAt(b), sameUrl, true);
    this.made.set(key, decision);
    return decision;
  }

  *all(): Iterable<{ a: number; b: number; decision: Decision }> {
    const { length } = this.items;
    for (const [key, decision] of this.made) yield { a: Math.floor(key / length), b: key % length, decision };
  }
}

function decidePairs(candidates: readonly CandidatePair[], decisions: Decisions): Pair[] {
  const pairs: Pair[] = [];
  for (const { a, b, sameUrl } of candidates) {
    const { same, score, verdict } = decisions.decideNumbers(a, b, sameUrl);
    if (same || verdict === "partial") pairs.push({ a, b, score, kind: same ? "same" : "open" });
  }
  return pairs;
}

/** Puts each article beside the one that has the same words. */
function withTwins(groups: readonly number[][], items: readonly Item[]): Item[][] {
  const groupOf = new Map<number, Item[]>();
  const result: Item[][] = [];
  for (const group of groups) {
    const own = group.filter((number) => items[number].twin === number).map((number) => items[number]);
    for (const { number } of own) groupOf.set(number, own);
    if (own.length > 0) result.push(own);
  }
  for (const item of items) if (item.twin !== item.number) groupOf.get(item.twin)?.push(item);
  return result;
}

function tellStories(groups: Item[][], items: readonly Item[], decisions: Decisions, options: DedupeOptions): Story[] {
  for (const group of groups) group.sort(byTime);
  groups.sort((x, y) => byTime(x[0], y[0]));
  const storyOf = new Map<number, string>();
  for (const group of groups) for (const { number } of group) storyOf.set(number, group[0].id);
  const neighbours: Neighbours = new Map();
  const ties = new Map<string, RelatedStory[]>();
  const tie = (from: string, tied: RelatedStory | undefined): void => {
    if (tied) ties.set(from, [...(ties.get(from) ?? []), tied]);
  };
  for (const { a, b, decision } of decisions.all()) {
    const storyA = storyOf.get(a) ?? "";
    const storyB = storyOf.get(b) ?? "";
    if (storyA === storyB) {
      addNeighbour(neighbours, a, b, decision);
      addNeighbour(neighbours, b, a, turned(decision));
      continue;
    }
    tie(storyA, tieOf(storyB, items[a].id, items[b].id, decision));
    tie(storyB, tieOf(storyA, items[b].id, items[a].id, decision));
  }
  const { preferredSources } = options;
  return groups.map((group) => {
    const related = closestTies(ties.get(group[0].id) ?? []);
    const decide = (a: Item, b: Item): Decision => decisions.decide(a, b);
    const deciding = { relatives: relativesIn(group, neighbours), decide };
    return tellStory<Article, Item>(group[0].id, group, deciding, preferredSources, related);
  });
}

/** For each article, the first with its words, what was decided within its story: the other and what it is to it. */
type Neighbours = Map<number, [number, Decision][]>;

function addNeighbour(neighbours: Neighbours, from: number, to: number, decision: Decision): void {
  const known = neighbours.get(from);
  if (known === undefined) neighbours.set(from, [[to, decision]]);
  else known.push([to, decision]);
}

/** Tells the members of a group that each was compared with, and the earliest with its words. The group is sorted by time. */
function relativesIn(
  group: readonly Item[],
  neighbours: Neighbours,
): (member: Item) => Iterable<readonly [Item, Decision]> {
  const earliest = new Map<number, Item>();
  for (const member of group) if (!earliest.has(member.twin)) earliest.set(member.twin, member);
  return function* (member) {
    const twin = earliest.get(member.twin);
    if (twin !== undefined && twin !== member) yield [twin, sameWords()];
    for (const [number, decision] of neighbours.get(member.twin) ?? []) {
      const other = earliest.get(number);
      if (other !== undefined) yield [other, decision];
    }
  };
}
