/** An index filled with a made feed, what it took, and what is true of the articles in it. */
import { StoryIndex, type StoryIndexOptions } from "../src/index.js";
import type { Made } from "./feed.js";
import { placeOf, stretches } from "./madeFeed.js";
import { processorTime } from "./timing.js";

/** So many calls, and what they took together. */
export interface Tally {
  count: number;
  milliseconds: number;
}

/** An article that is looked at again later. */
export interface Told {
  id: string;
  place: number;
  /** The story that the index put it in when it came. */
  storyId: string;
}

export interface Filled {
  index: StoryIndex;
  news: Tally;
  versions: Tally;
  /** Story of the article at each place of the feed; NOT_IN where it is not in the index. */
  stories: Uint32Array;
  told: Told[];
  /** Versions of articles of the index that are not in it. */
  asked: Made[];
  /** When the article at each place was published. */
  times: Float64Array;
}

/** What the index said about articles that are not in it. */
export interface Answers extends Tally {
  /** Matched with an article of their own story, or with one of another. */
  right: number;
  wrong: number;
}

/** Articles whose stories are looked at for right and wrong: one in so many at most, and about so many of a large feed. */
const TELL_EVERY = 5;
const TOLD = 2000;
const NOT_IN = 0xffff_ffff;

export function fill(texts: readonly string[], count: number, options: StoryIndexOptions, askedMost: number): Filled {
  const filled: Filled = {
    index: new StoryIndex(options),
    news: { count: 0, milliseconds: 0 },
    versions: { count: 0, milliseconds: 0 },
    stories: new Uint32Array(count).fill(NOT_IN),
    told: [],
    asked: [],
    times: new Float64Array(count),
  };
  const tellEvery = Math.max(TELL_EVERY, Math.floor(count / TOLD));
  for (const { news, versions, asked } of stretches(texts, count, askedMost)) {
    addAll(filled, news, filled.news, tellEvery);
    addAll(filled, versions, filled.versions, tellEvery);
    filled.asked.push(...asked);
    for (const { article } of [...news, ...versions, ...asked])
      filled.times[placeOf(article.id)] = Date.parse(String(article.publishedAt));
  }
  return filled;
}

function addAll({ index, stories, told }: Filled, made: readonly Made[], tally: Tally, tellEvery: number): void {
  const storyIds: string[] = [];
  const start = processorTime();
  for (const { article } of made) storyIds.push(index.add(article).storyId);
  tally.milliseconds += processorTime() - start;
  tally.count += made.length;
  for (const [i, { article, story }] of made.entries()) {
    const place = placeOf(article.id);
    stories[place] = story;
    if (place % tellEvery === 0) told.push({ id: article.id, place, storyId: storyIds[i] });
  }
}

/** Asks about articles that are not in the index. */
export function answersOf(index: StoryIndex, asked: readonly Made[], stories: Uint32Array): Answers {
  const questions = asked.map(({ article }) => ({ ...article, id: "asked" }));
  const start = processorTime();
  const answers = questions.map((question) => index.match(question));
  const milliseconds = processorTime() - start;
  let right = 0;
  let wrong = 0;
  for (const [i, matches] of answers.entries()) {
    const own = matches.filter(({ score }) => score >= 0.5).map(({ id }) => stories[placeOf(id)] === asked[i].story);
    if (own.includes(true)) right++;
    if (own.includes(false)) wrong++;
  }
  return { count: asked.length, milliseconds, right, wrong };
}

/** Of the articles told: pairs with versions in the index, those found in one story, and pairs in one story that are none. */
export function storiesOf(
  index: StoryIndex,
  stories: Uint32Array,
  told: readonly Told[],
): { pairs: number; found: number; foreign: number } {
  const sizes = new Map(told.map(({ place }) => [stories[place], 0]));
  for (const story of stories) {
    const size = sizes.get(story);
    if (size !== undefined) sizes.set(story, size + 1);
  }
  let pairs = 0;
  let found = 0;
  let foreign = 0;
  for (const { id, place, storyId } of told) {
    pairs += (sizes.get(stories[place]) ?? 1) - 1;
    for (const mate of index.story(storyId)?.articles ?? []) {
      if (mate.id === id) continue;
      if (stories[placeOf(mate.id)] === stories[place]) found++;
      else foreign++;
    }
  }
  return { pairs, found, foreign };
}
