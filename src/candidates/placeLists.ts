/*
 * Lists of places by hash: half of the room that a map of arrays takes, and little for the collector to follow.
 *
 * In: a hash and a place, in order of arrival. Out: the number of the hash's list; how many places it has, and the places,
 * the newest first. The places of a list lie in blocks of fifteen, each of which names the block before it, so that a list grows
 * at its new end and is read from there. The hashes stand in a map: whoever writes texts can make hashes that crowd a table whose
 * hashing stands here, but that of a map is the engine's, and another in each.
 */

/** Numbers of a block, a cache line of 64 bytes: the block before it, 0 for none, and fifteen places. */
const BLOCK = 16;
const PLACES = BLOCK - 1;

export class PlaceLists {
  /** The number of the list of each hash. Keys are signed: the engine keeps those as plain numbers. */
  private readonly lists = new Map<number, number>();
  /** Two numbers a list: how many places it has, and its newest block. */
  private ends: Uint32Array = new Uint32Array(2 * 4);
  /** Block 0 is none. */
  private blocks: Uint32Array = new Uint32Array(BLOCK * 4);
  private made = 1;
  /** Blocks that are free, each names the next; 0 for none. */
  private free = 0;
  private read = new Uint32Array(64);

  /** The list of a hash; undefined where it has none. */
  of(hash: number): number | undefined {
    return this.lists.get(hash | 0);
  }

  /** How many places a list has. */
  count(list: number): number {
    return this.ends[list * 2];
  }

  /** Puts a place at the end of the list of a hash, and returns the list. */
  push(hash: number, place: number): number {
    const list = this.of(hash) ?? this.newList(hash);
    this.append(list, place);
    return list;
  }

  /** The places of a list, the newest first, at most so many. They are overwritten by the next that is read. */
  newest(list: number, most: number): Uint32Array {
    const { blocks } = this;
    let left = this.ends[list * 2];
    const count = Math.min(left, most);
    if (count > this.read.length) this.read = new Uint32Array(count * 2);
    const { read } = this;
    let at = 0;
    for (let block = this.ends[list * 2 + 1]; at < count; block = blocks[block * BLOCK]) {
      for (let within = (left - 1) % PLACES; within >= 0 && at < count; within--, left--) {
        read[at++] = blocks[block * BLOCK + 1 + within];
      }
    }
    return read.subarray(0, count);
  }

  /** All places of a list, in order of arrival. */
  all(list: number): Uint32Array {
    return this.newest(list, this.count(list)).slice().reverse();
  }

  /** Puts other places, in order of arrival, in place of those of a list. */
  replace(list: number, places: Uint32Array): void {
    for (let block = this.ends[list * 2 + 1]; block !== 0; ) {
      const older = this.blocks[block * BLOCK];
      this.blocks[block * BLOCK] = this.free;
      this.free = block;
      block = older;
    }
    this.ends.fill(0, list * 2, list * 2 + 2);
    for (const place of places) this.append(list, place);
  }

  /** The hashes and the list of each, by hash, ascending. */
  entries(): [hash: number, list: number][] {
    return [...this.lists].map(([hash, list]): [number, number] => [hash >>> 0, list]).sort(([a], [b]) => a - b);
  }

  private newList(hash: number): number {
    const list = this.lists.size;
    if (list * 2 === this.ends.length) this.ends = widened(this.ends);
    this.lists.set(hash | 0, list);
    return list;
  }

  private append(list: number, place: number): void {
    const end = list * 2;
    const within = this.ends[end]++ % PLACES;
    if (within === 0) this.ends[end + 1] = this.newBlock(this.ends[end + 1]);
    this.blocks[this.ends[end + 1] * BLOCK + 1 + within] = place;
  }

  private newBlock(older: number): number {
    let block = this.free;
    if (block !== 0) this.free = this.blocks[block * BLOCK];
    else {
      block = this.made++;
      if (this.made * BLOCK > this.blocks.length) this.blocks = widened(this.blocks);
    }
    this.blocks[block * BLOCK] = older;
    return block;
  }
}

/** A quarter more room, in whole blocks. */
function widened(numbers: Uint32Array): Uint32Array {
  const wider = new Uint32Array(numbers.length + BLOCK * Math.ceil(numbers.length / BLOCK / 4));
  wider.set(numbers);
  return wider;
}
