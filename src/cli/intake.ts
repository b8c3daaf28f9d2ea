// In: what the readers bring, an article or a reason at a time. Out: the articles in a sorter, and a tally of them.
import { type Article, SamestoryError } from "../index.js";
import type { FeedIds } from "./feedIds.js";
import { Trouble } from "./io.js";
import type { Progress } from "./progress.js";
import type { Reading } from "./readers.js";
import type { Sorter } from "./sorter.js";

/** What became of what was read. */
export interface Tally {
  read: number;
  skipped: number;
  /** Articles that came again under their id, and those of an index that came as they were. */
  replaced: number;
  unchanged: number;
  /** Articles that were older than the window. */
  expired: number;
}

/** How articles are taken in. */
export interface Intake {
  sorter: Sorter;
  /** Tells apart what two feeds gave one id. */
  ids: FeedIds;
  progress: Progress;
  /** How much older than the newest an article may be, in milliseconds. */
  window: number | undefined;
  /** Articles that were there before: one of them may be the newest. */
  known: Iterable<Article | undefined>;
  /** Whether the first bad line is trouble. */
  strict: boolean;
}

/** After so many articles the old ones are let go, so that a window bounds memory too. */
const EXPIRE_EVERY = 1000;

/** Takes in all readings. */
export async function takeAll(readings: AsyncIterable<Reading>, intake: Intake): Promise<Tally> {
  const { sorter, ids, progress, known, window = Number.POSITIVE_INFINITY, strict } = intake;
  const tally: Tally = { read: 0, skipped: 0, replaced: 0, unchanged: 0, expired: 0 };
  const newest = newestOf(Date.now());
  for (const article of known) if (article) newest.see(article);
  const expire = (): void => {
    const before = newest.time() - window;
    if (before > Number.NEGATIVE_INFINITY) tally.expired += sorter.expire(before);
  };
  for await (const reading of readings) {
    const bad = await take(
      "ofFeed" in reading ? { ...reading, article: ids(reading.article) } : reading,
      sorter,
      tally,
    );
    if (bad !== undefined) {
      if (strict) throw new Trouble(`${bad}; --strict stops here`);
      tally.skipped++;
      progress.note(bad);
      continue;
    }
    if ("article" in reading) newest.see(reading.article);
    progress.count(tally.read);
    if (tally.read % EXPIRE_EVERY === 0) expire();
  }
  expire();
  return tally;
}

/** Puts an article with its story; the reason where there is none, or the library takes it for none. */
async function take(reading: Reading, sorter: Sorter, tally: Tally): Promise<string | undefined> {
  if ("bad" in reading) return reading.bad;
  try {
    const arrival = await sorter.add(reading.article);
    tally.read++;
    if (arrival !== "new") tally[arrival]++;
    return undefined;
  } catch (error) {
    if (error instanceof SamestoryError) return `${reading.place}: ${error.message}`;
    throw error;
  }
}

/** A clock may be a little ahead. */
const AHEAD_MS = 86_400_000;

/**
 * The latest time of publication seen. Dates in the future are mistakes among others that are not, and one of them would
 * let go of everything else: they count only where there are no others.
 */
function newestOf(now: number): { time(): number; see(article: Article): void } {
  let past = Number.NEGATIVE_INFINITY;
  let future = Number.NEGATIVE_INFINITY;
  return {
    time: () => (past > Number.NEGATIVE_INFINITY ? past : future),
    see: ({ publishedAt }) => {
      const published = publishedAt === undefined ? Number.NaN : Number(new Date(publishedAt));
      if (published <= now + AHEAD_MS) past = Math.max(past, published);
      else if (published > future) future = published;
    },
  };
}
