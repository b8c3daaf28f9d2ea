/*
 * A sealed part of the inverted index: the postings of neighbouring articles, four bytes each.
 *
 * In: postings, pairs of a shingle hash and an article's number. Out: arrays that are never changed afterwards but for
 * the marks of articles that went. The high bits of a hash name its bucket; an entry holds the rest of the hash above
 * the article's number within the block. There are always so many buckets that both fit 32 bits, so nothing is lost:
 * a lookup is exact. Entries of a bucket stand in order of arrival; about eight are looked at, mostly one cache line.
 */

/** The postings of the articles `first` … `first + span - 1`. */
export interface Block {
  first: number;
  span: number;
  /** Articles in it when it was made, and those of them that are still there. */
  made: number;
  live: number;
  /** Bits of a hash that name the bucket. */
  bucketBits: number;
  /** Bits of an entry that hold the article. */
  articleBits: number;
  /** Where each bucket starts in `entries`, and where the last one ends. */
  starts: Uint32Array;
  entries: Uint32Array;
  /** One bit for each article of the span, set when it went. */
  dead: Uint32Array;
}

/** A part of the index that can be read out, posting by posting, in order of arrival or of hash. */
export interface Postings {
  first: number;
  span: number;
  live: number;
  each(visit: (hash: number, article: number) => void): void;
}

/** Entries that share a bucket, on average: fewer cost room for `starts`, more cost time. */
const BUCKET_SIZE = 8;

/** Seals the postings of one or more parts, the oldest first, into one block. Articles that went are left behind. */
export function sealBlock(parts: readonly Postings[], frequencyCap: number): Block {
  const first = parts[0].first;
  const last = parts[parts.length - 1];
  const span = last.first + last.span - first;
  const live = parts.reduce((sum, part) => sum + part.live, 0);
  let count = 0;
  for (const part of parts) part.each(() => count++);
  const articleBits = bitsFor(span);
  const bucketBits = Math.max(articleBits, bitsFor(count / BUCKET_SIZE));
  const shift = 32 - bucketBits;

  const starts = new Uint32Array(2 ** bucketBits + 1);
  for (const part of parts) part.each((hash) => starts[hash >>> shift]++);
  let sum = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) {
    const size = starts[bucket];
    starts[bucket] = sum;
    sum += size;
  }
  const entries = new Uint32Array(count);
  const rest = restMask(bucketBits);
  for (const part of parts) {
    part.each((hash, article) => {
      entries[starts[hash >>> shift]++] = ((hash & rest) << articleBits) | (article - first);
    });
  }
  // Each start has moved to the end of its bucket, which is the start of the next one.
  starts.copyWithin(1, 0, starts.length - 1);
  starts[0] = 0;
  const dead = new Uint32Array((span + 31) >>> 5);
  const block = { first, span, made: live, live, bucketBits, articleBits, starts, entries, dead };
  return thinOut(block, frequencyCap);
}

/** Bits that tell `count` things apart; at least one, because shifting a 32-bit number by 32 does nothing. */
function bitsFor(count: number): number {
  return Math.max(1, Math.ceil(Math.log2(Math.max(2, count))));
}

function restMask(bucketBits: number): number {
  return 2 ** (32 - bucketBits) - 1;
}

/**
 * Lets go of what the frequency cap makes useless: of a hash that more articles have than the cap allows, the newest
 * stay, one above the cap, so that it is still known for common. Keeps buckets short whatever repeats in a source.
 */
function thinOut(block: Block, cap: number): Block {
  const { starts, entries, articleBits } = block;
  let written = 0;
  let from = 0;
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    const to = starts[bucket + 1];
    const kept = to - from > cap + 1 ? newestOfEach(entries, from, to, articleBits, cap + 1) : to - from;
    if (written !== from) entries.copyWithin(written, from, from + kept);
    written += kept;
    from = to;
    starts[bucket + 1] = written;
  }
  if (written < entries.length) block.entries = entries.slice(0, written);
  return block;
}

/** Moves the newest `most` entries of each hash in `[from, to)` to its beginning, in order; returns how many there are. */
function newestOfEach(entries: Uint32Array, from: number, to: number, articleBits: number, most: number): number {
  const left = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const rest = entries[at] >>> articleBits;
    left.set(rest, (left.get(rest) ?? 0) + 1);
  }
  let written = from;
  for (let at = from; at < to; at++) {
    const rest = entries[at] >>> articleBits;
    const remaining = left.get(rest) ?? 0;
    left.set(rest, remaining - 1);
    if (remaining <= most) entries[written++] = entries[at];
  }
  return written - from;
}

/** The postings of a block, to make another of. */
export function postingsOf(block: Block): Postings {
  const { first, span, live, bucketBits, articleBits, starts, entries } = block;
  const shift = 32 - bucketBits;
  const mask = 2 ** articleBits - 1;
  const none = block.live === block.made;
  return {
    first,
    span,
    live,
    each(visit) {
      let at = 0;
      for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
        const high = bucket << shift;
        for (const to = starts[bucket + 1]; at < to; at++) {
          const entry = entries[at];
          const article = entry & mask;
          if (none || !isDead(block, article)) visit((high | (entry >>> articleBits)) >>> 0, first + article);
        }
      }
    },
  };
}

/** Whether the article at this place of a block went. */
export function isDead(block: Pick<Block, "dead">, place: number): boolean {
  return ((block.dead[place >>> 5] >>> (place & 31)) & 1) === 1;
}

/** Marks an article as gone; false when it already was. */
export function markDead(block: Block, article: number): boolean {
  const place = article - block.first;
  if (isDead(block, place)) return false;
  block.dead[place >>> 5] |= 1 << (place & 31);
  block.live--;
  return true;
}

/** Whether the parts of a block that was read from bytes fit each other, so that no lookup leaves them. */
export function isSound({ span, bucketBits, articleBits, starts, entries, dead }: Block): boolean {
  if (!(bucketBits >= 1 && bucketBits < 32 && articleBits >= 1 && articleBits <= bucketBits)) return false;
  if (2 ** articleBits < span || starts.length !== 2 ** bucketBits + 1 || dead.length !== (span + 31) >>> 5)
    return false;
  for (let bucket = 1; bucket < starts.length; bucket++) if (starts[bucket] < starts[bucket - 1]) return false;
  return starts[0] === 0 && starts[starts.length - 1] === entries.length;
}

/** Finds the articles of a block that have any of these hashes and hands each to `hits`. */
export function lookUp(block: Block, hashes: Uint32Array, hits: Hits): void {
  const { first, bucketBits, articleBits, starts, entries } = block;
  const shift = 32 - bucketBits;
  const rest = restMask(bucketBits);
  const mask = 2 ** articleBits - 1;
  const none = block.live === block.made;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i];
    const bucket = hash >>> shift;
    const wanted = hash & rest;
    const from = starts[bucket];
    // From the newest: those that the cap leaves out are the oldest.
    for (let at = starts[bucket + 1] - 1; at >= from; at--) {
      const entry = entries[at];
      if (entry >>> articleBits !== wanted) continue;
      const place = entry & mask;
      if (none || !isDead(block, place)) hits.add(i, first + place);
    }
  }
}

/** Where lookups put what they find: the index of the hash and the number of the article. */
export interface Hits {
  add(hash: number, article: number): void;
}
