/*
 * Lists of places by hash, in two typed arrays: half of the room that a map of arrays takes, and nothing for the collector
 * to follow.
 *
 * In: a hash and a place, in order of arrival. Out: how many places a hash has, and the places, the newest first.
 * The hashes stand in a table by open addressing. The places of one lie in blocks of seven, each of which names the block
 * before it, so that a list grows at its new end and is read from there.
 */

/** Numbers of a block: the block before it, 0 for none, and seven places. */
const BLOCK_BITS = 3;
const BLOCK = 2 ** BLOCK_BITS;
const PLACES = BLOCK - 1;
/** Numbers of a slot: the hash, how many places it has (0 for a free slot), and its newest block. */
const SLOT = 3;
/** Share of the slots in use. */
const FULLEST = 0.7;
const LEAST_SLOTS = 16;

export class PlaceLists {
  private slots = new Uint32Array(LEAST_SLOTS * SLOT);
  private used = 0;
  /** Block 0 is none. */
  private blocks = new Uint32Array(BLOCK * 4);
  private made = 1;
  /** Blocks that are free, each names the next; 0 for none. */
  private free = 0;

  /** How many places a hash has. */
  count(hash: number): number {
    return this.slots[this.slotOf(hash) + 1];
  }

  push(hash: number, place: number): void {
    let slot = this.slotOf(hash);
    if (this.slots[slot + 1] === 0) {
      if ((this.used + 1) * SLOT > this.slots.length * FULLEST) {
        this.grow();
        slot = this.slotOf(hash);
      }
      this.used++;
      this.slots[slot] = hash;
    }
    const within = this.slots[slot + 1]++ % PLACES;
    if (within === 0) this.slots[slot + 2] = this.newBlock(this.slots[slot + 2]);
    this.blocks[this.slots[slot + 2] * BLOCK + 1 + within] = place;
  }

  /** The places of a hash, the newest first, as long as `take` is true of them. */
  newest(hash: number, take: (place: number) => boolean): void {
    const slot = this.slotOf(hash);
    let left = this.slots[slot + 1];
    for (let block = this.slots[slot + 2]; left > 0; block = this.blocks[block * BLOCK]) {
      for (let within = (left - 1) % PLACES; within >= 0; within--, left--) {
        if (!take(this.blocks[block * BLOCK + 1 + within])) return;
      }
    }
  }

  /** All places of a hash, in order of arrival. */
  all(hash: number): Uint32Array {
    const places = new Uint32Array(this.count(hash));
    let at = places.length;
    this.newest(hash, (place) => {
      places[--at] = place;
      return true;
    });
    return places;
  }

  /** Puts other places, one at least and in order of arrival, in place of those of a hash. */
  replace(hash: number, places: Uint32Array): void {
    const slot = this.slotOf(hash);
    for (let block = this.slots[slot + 2]; block !== 0; ) {
      const older = this.blocks[block * BLOCK];
      this.blocks[block * BLOCK] = this.free;
      this.free = block;
      block = older;
    }
    this.slots[slot + 1] = 0;
    this.slots[slot + 2] = 0;
    if (places.length > 0) this.used--;
    for (const place of places) this.push(hash, place);
  }

  /** The hashes, ascending. */
  hashes(): Uint32Array {
    const hashes = new Uint32Array(this.used);
    let at = 0;
    for (let slot = 0; slot < this.slots.length; slot += SLOT) {
      if (this.slots[slot + 1] > 0) hashes[at++] = this.slots[slot];
    }
    return hashes.sort();
  }

  /** The slot of a hash, or the free one where it belongs. */
  private slotOf(hash: number): number {
    const count = this.slots.length / SLOT;
    // A product's high bits depend on all bits of the hash.
    let slot = Math.imul(hash, 0x9e3779b1) >>> (Math.clz32(count) + 1);
    while (this.slots[slot * SLOT + 1] !== 0 && this.slots[slot * SLOT] !== hash) slot = (slot + 1) & (count - 1);
    return slot * SLOT;
  }

  private newBlock(older: number): number {
    let block = this.free;
    if (block !== 0) this.free = this.blocks[block * BLOCK];
    else {
      block = this.made++;
      if (this.made * BLOCK > this.blocks.length) {
        const blocks = new Uint32Array(((this.made * 5) >> 2) * BLOCK + BLOCK);
        blocks.set(this.blocks);
        this.blocks = blocks;
      }
    }
    this.blocks[block * BLOCK] = older;
    return block;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Uint32Array(slots.length * 2);
    for (let from = 0; from < slots.length; from += SLOT) {
      if (slots[from + 1] > 0) this.slots.set(slots.subarray(from, from + SLOT), this.slotOf(slots[from]));
    }
  }
}
