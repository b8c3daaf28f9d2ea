/*
 * A part of the inverted index: the postings of neighbouring articles in one hash table, four bytes each.
 *
 * In: numbers of articles, ascending, with the hashes to find them by. Out: the articles that have given hashes.
 * The table is open addressing by buckets of one cache line. The high bits of a hash name its bucket; an entry holds the
 * rest of the hash, how many buckets behind its own it stands, and the article's place in the segment: 32 bits in all,
 * however large the table, so nothing of a hash is lost and a lookup is exact. Entries are only ever added, each behind
 * those of its bucket: they stand in order of arrival. What more than a few articles share would fill the buckets around
 * and is listed beside the table. Articles that go are marked; a segment that lost many is written anew.
 */

import { PlaceLists } from "./placeLists.js";

/** Entries of a bucket: a cache line of 64 bytes. */
const SLOT_BITS = 4;
const SLOTS = 2 ** SLOT_BITS;
/** An entry stands in its own bucket or at most six behind it; three bits say where, and 0 is no entry. */
const REACH_BITS = 3;
const REACH = 2 ** REACH_BITS - 1;
/** A hash that so many articles have goes on in a list beside the table. */
const LISTED_FROM = 8;
/** Share of the slots in use: above it buckets overflow too often. */
const FULLEST = 0.8;
/**
 * Bits of the filter for each slot: one bit stands for hashes that begin alike, and says whether any was added. It turns
 * away four of five hashes that nobody has, at an eighth of the table's room, before the table is read.
 */
const FILTER_BITS = 2;
const LEAST_BITS = 8;
/**
 * The largest table has 2^22 buckets, 268 MB, for some 480,000 articles of 900 words. At a million articles a search takes half
 * the time of that with 2^21; but expiry is coarser, and the pause twice as long in which a table is doubled (half a second).
 */
const MOST_BITS = 22;

/** Where lookups put what they find. */
export interface Hits {
  /** An article that has a hash, by the hash's index. */
  add(hash: number, article: number): void;
  /** How many articles have a hash that goes on in a list beside the table, to be asked for by {@link Segment.read}. */
  addList(hash: number, count: number, list: number, of: Segment): void;
  /** An article that has such a hash. */
  see(hash: number, article: number): void;
}

/** A segment in arrays, to be written down. */
export interface SegmentData {
  /** Bits of a hash that name its bucket. */
  bits: number;
  /** Numbers of its articles, ascending. */
  numbers: Uint32Array;
  /** One bit for each article, set when it went. */
  dead: Uint32Array;
  /** How many entries each bucket has. */
  sizes: Uint8Array;
  /** The entries of all buckets. */
  entries: Uint32Array;
  /** For each hash that goes on beside the table: the hash, how many places follow, and the places. */
  listed: Uint32Array;
}

/** The postings of some articles. */
export class Segment {
  /** Articles that were added, and those of them that are still there. */
  count = 0;
  live = 0;
  private bits: number;
  /** Signed: the optimiser compares unsigned numbers as floating ones. */
  private table: Int32Array;
  private filter: Int32Array;
  private numbers: Uint32Array;
  private dead: Uint32Array;
  /** Entries of the table. */
  private entries = 0;
  private listed = new PlaceLists();
  /** Places that have the hash last looked for, in order of arrival, and whether all buckets were full where it belongs. */
  private readonly matched = new Uint32Array(LISTED_FROM);
  private overflowed = false;
  /** Room for the indices of the hashes that the filter lets pass. */
  private passed = new Uint32Array(256);
  /** @internal Keeps the loads of `fetch` from being optimised away. */
  fetched = 0;

  /** @param cap of a hash that more articles have, the newest stay, one above the cap: it is still known for common */
  constructor(
    private readonly cap: number,
    bits = LEAST_BITS,
  ) {
    this.bits = bits;
    this.table = new Int32Array((2 ** bits + REACH - 1) * SLOTS);
    this.filter = new Int32Array(2 ** filterBits(bits) / 32);
    this.numbers = new Uint32Array(roomFor(bits));
    this.dead = new Uint32Array(roomFor(bits) >>> 5);
  }

  /** Numbers of its first and its last article; it has one at least. */
  get first(): number {
    return this.numbers[0];
  }

  get last(): number {
    return this.numbers[this.count - 1];
  }

  /** Adds an article, whose number is above all those added before; false when the segment is full. */
  add(article: number, hashes: Uint32Array): boolean {
    while (!this.hasRoom(hashes.length)) {
      if (this.bits === MOST_BITS) return false;
      this.grow();
    }
    const place = this.count++;
    this.numbers[place] = article;
    this.live++;
    // First all bits of the filter, then all buckets: each is a load of its own, and none waits for another.
    for (let i = 0; i < hashes.length; i++) this.mark(hashes[i]);
    this.fetch(hashes, this.passing(hashes));
    for (let i = 0; i < hashes.length; i++) this.insert(hashes[i], place);
    return true;
  }

  /** Marks an article as gone; false when it is not there. */
  remove(article: number): boolean {
    const place = this.placeOf(article);
    if (place < 0 || this.isDead(place)) return false;
    this.dead[place >>> 5] |= 1 << (place & 31);
    this.live--;
    return true;
  }

  /** Finds the articles that have any of these hashes, of each hash the newest first. */
  lookUp(hashes: Uint32Array, hits: Hits): void {
    const known = this.passing(hashes);
    this.fetch(hashes, known);
    const { matched, numbers, passed } = this;
    const whole = this.live === this.count;
    for (let k = 0; k < known; k++) {
      const i = passed[k];
      let found = this.find(hashes[i]);
      if (found === LISTED_FROM || this.overflowed) {
        const list = this.listed.of(hashes[i]);
        const living = list === undefined ? 0 : this.countLiving(list);
        if (list !== undefined && living > 0) {
          hits.addList(i, living + (whole ? found : this.living(matched.subarray(0, found))), list, this);
          continue;
        }
      }
      while (found > 0) {
        const place = matched[--found];
        if (whole || !this.isDead(place)) hits.add(i, numbers[place]);
      }
    }
  }

  /** How many places the table has for a hash; they are in `matched`. */
  private find(hash: number): number {
    const { table, bits, matched } = this;
    const shift = 32 - bits;
    const placeBits = bits - REACH_BITS;
    const placeMask = 2 ** placeBits - 1;
    const tagMask = ~placeMask;
    const tag = (hash & ((1 << shift) - 1)) << REACH_BITS;
    let at = (hash >>> shift) * SLOTS;
    let found = 0;
    let reach = 1;
    for (; reach <= REACH; reach++) {
      const wanted = (tag | reach) << placeBits;
      // All of the bucket, without a branch that depends on what is in it but for a match: half the time.
      for (const end = at + SLOTS; at < end; at++) {
        const entry = table[at];
        if (((entry ^ wanted) & tagMask) === 0) matched[found++] = entry & placeMask;
      }
      if (table[at - 1] === 0) break;
    }
    this.overflowed = reach > REACH;
    return found;
  }

  /** Whether something is true of all articles that are still there. */
  every(is: (article: number) => boolean): boolean {
    for (let place = 0; place < this.count; place++) {
      if (!this.isDead(place) && !is(this.numbers[place])) return false;
    }
    return true;
  }

  /** Hands the articles of a hash that goes on in a list to `hits`, the newest first, at most so many. */
  read(value: number, list: number, most: number, hash: number, hits: Hits): void {
    const { numbers, first } = this;
    const whole = this.live === this.count;
    // Where none went, and none was left out when the segment was made, a place tells the number.
    const inOrder = this.live === this.last - first + 1;
    const listed = this.listed.newest(list, whole ? most : this.listed.count(list));
    let left = most;
    for (let i = 0; i < listed.length && left > 0; i++) {
      if (!whole && this.isDead(listed[i])) continue;
      hits.see(hash, inOrder ? first + listed[i] : numbers[listed[i]]);
      left--;
    }
    if (left === 0) return;
    for (let found = this.find(value); found > 0 && left > 0; ) {
      const place = this.matched[--found];
      if (!whole && this.isDead(place)) continue;
      hits.see(hash, numbers[place]);
      left--;
    }
  }

  private countLiving(list: number): number {
    const count = this.listed.count(list);
    return this.live === this.count ? count : this.living(this.listed.newest(list, count));
  }

  private living(places: Uint32Array): number {
    let living = 0;
    for (let i = 0; i < places.length; i++) living += +!this.isDead(places[i]);
    return living;
  }

  /** Whether what is still there of another segment fits into this one. */
  hasRoomFor(other: Segment): boolean {
    const entries = this.entries + other.entries;
    return this.count + other.live <= roomFor(MOST_BITS) && entries <= 2 ** MOST_BITS * SLOTS * FULLEST;
  }

  /** Takes over the articles of another segment that are still there; their numbers are above all those added before. */
  take(other: Segment): void {
    while (!this.hasRoom(other.entries, other.live) && this.bits < MOST_BITS) this.grow();
    const places = new Uint32Array(other.count);
    for (let place = 0; place < other.count; place++) {
      if (other.isDead(place)) continue;
      places[place] = this.count;
      this.numbers[this.count++] = other.numbers[place];
      this.live++;
    }
    const put = (hash: number, place: number): void => {
      if (!other.isDead(place)) this.put(hash, places[place]);
    };
    other.eachEntry(put);
    other.eachListed(put);
  }

  /** In arrays that share nothing with it. */
  toData(): SegmentData {
    const { bits, count, table } = this;
    const sizes = new Uint8Array(table.length / SLOTS);
    const entries = new Uint32Array(this.entries);
    let written = 0;
    for (let bucket = 0; bucket < sizes.length; bucket++) {
      let at = bucket * SLOTS;
      for (const end = at + SLOTS; at < end && table[at] !== 0; at++) entries[written++] = table[at];
      sizes[bucket] = at - bucket * SLOTS;
    }
    const listed: number[] = [];
    for (const [hash, list] of this.listed.entries()) {
      const places = this.listed.all(list);
      listed.push(hash, places.length);
      for (const place of places) listed.push(place);
    }
    return {
      bits,
      numbers: this.numbers.slice(0, count),
      dead: this.dead.slice(0, (count + 31) >>> 5),
      sizes,
      entries,
      listed: Uint32Array.from(listed),
    };
  }

  /** Makes a segment of {@link toData}; undefined where the arrays do not fit each other, so that no lookup leaves them. */
  static fromData({ bits, numbers, dead, sizes, entries, listed }: SegmentData, cap: number): Segment | undefined {
    if (!(bits >= LEAST_BITS && bits <= MOST_BITS) || numbers.length > roomFor(bits)) return undefined;
    if (sizes.length !== 2 ** bits + REACH - 1 || dead.length !== (numbers.length + 31) >>> 5) return undefined;
    const segment = new Segment(cap, bits);
    segment.numbers.set(numbers);
    segment.dead.set(dead);
    segment.count = numbers.length;
    for (let i = 1; i < numbers.length; i++) if (numbers[i] <= numbers[i - 1]) return undefined;
    for (let place = 0; place < numbers.length; place++) segment.live += +!segment.isDead(place);
    return segment.fill(sizes, entries) && segment.fillLists(listed) ? segment : undefined;
  }

  private fill(sizes: Uint8Array, entries: Uint32Array): boolean {
    const shift = 32 - this.bits;
    const placeBits = this.bits - REACH_BITS;
    const placeMask = 2 ** placeBits - 1;
    let read = 0;
    for (let bucket = 0; bucket < sizes.length; bucket++) {
      const end = read + sizes[bucket];
      if (sizes[bucket] > SLOTS || end > entries.length) return false;
      for (let at = bucket * SLOTS; read < end; read++) {
        const entry = entries[read];
        const reach = (entry >>> placeBits) & REACH;
        if ((entry & placeMask) >= this.count || reach === 0 || reach > bucket + 1) return false;
        this.mark((((bucket + 1 - reach) << shift) | (entry >>> (placeBits + REACH_BITS))) >>> 0);
        this.table[at++] = entry;
      }
    }
    this.entries = entries.length;
    return read === entries.length;
  }

  private fillLists(listed: Uint32Array): boolean {
    for (let at = 0; at < listed.length; ) {
      const places = listed.subarray(at + 2, at + 2 + listed[at + 1]);
      if (places.length !== listed[at + 1] || places.some((place) => place >= this.count)) return false;
      for (const place of places) this.listed.push(listed[at], place);
      this.mark(listed[at]);
      at += 2 + places.length;
    }
    return true;
  }

  private hasRoom(entries: number, articles = 1): boolean {
    if (this.count === 0 && this.bits === MOST_BITS) return true;
    const { bits, count } = this;
    return count + articles <= roomFor(bits) && this.entries + entries <= 2 ** bits * SLOTS * FULLEST;
  }

  /**
   * Loads the cache lines of the hashes that passed, and of the bucket behind. They are independent, so the processor waits
   * for many at a time; in the loops that follow it would wait for one after the other. Twice as quick at a million articles.
   */
  private fetch(hashes: Uint32Array, known: number): void {
    const { table, bits, passed } = this;
    const shift = 32 - bits;
    let sum = 0;
    for (let k = 0; k < known; k++) {
      const at = (hashes[passed[k]] >>> shift) * SLOTS;
      sum ^= table[at] ^ table[at + SLOTS - 1] ^ table[at + 2 * SLOTS - 1];
    }
    this.fetched = sum;
  }

  /** Writes the indices of the hashes that may be there to `passed`; how many they are. */
  private passing(hashes: Uint32Array): number {
    if (hashes.length > this.passed.length) this.passed = new Uint32Array(hashes.length * 2);
    const { filter, passed } = this;
    const shift = 32 - filterBits(this.bits);
    let known = 0;
    for (let i = 0; i < hashes.length; i++) {
      const bit = hashes[i] >>> shift;
      passed[known] = i;
      known += (filter[bit >>> 5] >>> (bit & 31)) & 1;
    }
    return known;
  }

  /** Lets a hash pass. */
  private mark(hash: number): void {
    const bit = hash >>> (32 - filterBits(this.bits));
    this.filter[bit >>> 5] |= 1 << (bit & 31);
  }

  private put(hash: number, place: number): void {
    this.mark(hash);
    this.insert(hash, place);
  }

  private insert(hash: number, place: number): void {
    const { table, bits } = this;
    const shift = 32 - bits;
    const placeBits = bits - REACH_BITS;
    const tagMask = -1 << placeBits;
    const tag = (hash & ((1 << shift) - 1)) << REACH_BITS;
    let at = (hash >>> shift) * SLOTS;
    let same = 0;
    for (let reach = 1; reach <= REACH && same < LISTED_FROM; reach++) {
      const wanted = (tag | reach) << placeBits;
      for (const end = at + SLOTS; at < end; at++) {
        const entry = table[at];
        if (((entry ^ wanted) & tagMask) === 0) same++;
        if (entry !== 0) continue;
        if (same === LISTED_FROM) break;
        table[at] = wanted | place;
        this.entries++;
        return;
      }
    }
    this.list(hash, place);
  }

  private list(hash: number, place: number): void {
    const { listed } = this;
    const list = listed.push(hash, place);
    if (listed.count(list) <= this.cap * 2) return;
    // Articles that went make room first; half of the list goes at least, so that each place pays for a step or two.
    const living = listed.all(list).filter((one) => !this.isDead(one));
    listed.replace(list, living.length > this.cap * 1.5 ? living.slice(-this.cap - 1) : living);
  }

  /**
   * Doubles the table. Nothing is looked for on the way: how full each bucket is tells where an entry goes, and buckets are
   * filled in the order they are read. One loop without calls: a third of the pause.
   */
  private grow(): void {
    const larger = new Segment(this.cap, this.bits + 1);
    larger.numbers.set(this.numbers);
    larger.dead.set(this.dead);
    const { table, bits } = this;
    const placeBits = bits - REACH_BITS;
    const placeMask = 2 ** placeBits - 1;
    const restMask = (1 << (31 - bits)) - 1;
    const { table: doubled, filter } = larger;
    const filterShift = 32 - filterBits(larger.bits);
    const sizes = new Uint8Array(doubled.length / SLOTS);
    let moved = 0;
    for (let at = 0; at < table.length; at++) {
      const entry = table[at];
      if (entry === 0) continue;
      const bucket = (at >>> SLOT_BITS) + 1 - ((entry >>> placeBits) & REACH);
      const rest = entry >>> (placeBits + REACH_BITS);
      // The next bit of the hash says in which of two buckets the entry is now.
      let into = (bucket << 1) | (rest >>> (31 - bits));
      let reach = 1;
      for (; sizes[into] === SLOTS && reach < REACH; reach++) into++;
      const hash = ((bucket << (32 - bits)) | rest) >>> 0;
      const bit = hash >>> filterShift;
      filter[bit >>> 5] |= 1 << (bit & 31);
      if (sizes[into] === SLOTS) {
        larger.list(hash, entry & placeMask);
        continue;
      }
      const tag = ((rest & restMask) << REACH_BITS) | reach;
      doubled[into * SLOTS + sizes[into]++] = (tag << (placeBits + 1)) | (entry & placeMask);
      moved++;
    }
    larger.entries = moved;
    this.eachListed((hash, place) => larger.put(hash, place));
    this.bits = larger.bits;
    this.table = larger.table;
    this.filter = larger.filter;
    this.numbers = larger.numbers;
    this.dead = larger.dead;
    this.entries = larger.entries;
    this.listed = larger.listed;
  }

  /** Every posting of the table, those of one hash in order of arrival. */
  private eachEntry(visit: (hash: number, place: number) => void): void {
    const { table, bits } = this;
    const shift = 32 - bits;
    const placeBits = bits - REACH_BITS;
    const placeMask = 2 ** placeBits - 1;
    for (let at = 0; at < table.length; at++) {
      const entry = table[at];
      if (entry === 0) continue;
      const bucket = Math.floor(at / SLOTS) + 1 - ((entry >>> placeBits) & REACH);
      visit(((bucket << shift) | (entry >>> (placeBits + REACH_BITS))) >>> 0, entry & placeMask);
    }
  }

  /** Every posting beside the table. */
  private eachListed(visit: (hash: number, place: number) => void): void {
    for (const [hash, list] of this.listed.entries()) for (const place of this.listed.all(list)) visit(hash, place);
  }

  private isDead(place: number): boolean {
    return ((this.dead[place >>> 5] >>> (place & 31)) & 1) === 1;
  }

  private placeOf(article: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.numbers[middle] < article) low = middle + 1;
      else high = middle;
    }
    return this.numbers[low] === article ? low : -1;
  }
}

/** Articles that a table of so many buckets has room for: what an entry leaves for a place. */
function roomFor(bits: number): number {
  return 2 ** (bits - REACH_BITS);
}

/** Bits of a hash that name its bit of the filter. */
function filterBits(bits: number): number {
  return bits + SLOT_BITS + FILTER_BITS;
}
