/**
 * The hashes of a text, to be asked for some of them: an open-addressing table takes a tenth of the time that filling a set of
 * the engine's does. Where hashes crowd in a few places, because someone made them so, such a set serves.
 */
export class HashSet {
  /** At most a quarter full. 0 is an empty place: a hash of 0, one of four thousand million, is not found again. */
  private readonly places: Uint32Array;
  private readonly shift: number;
  private readonly crowded: ReadonlySet<number> | undefined;

  /** @param count how many of the hashes there are; the array may be longer */
  constructor(hashes: Uint32Array, count: number) {
    this.shift = Math.clz32(Math.max(1, count)) - 2;
    this.places = new Uint32Array(2 ** (32 - this.shift));
    this.crowded = this.enter(hashes, count) ? undefined : new Set(hashes.subarray(0, count));
  }

  has(hash: number): boolean {
    if (this.crowded !== undefined) return this.crowded.has(hash);
    const at = this.placeOf(hash);
    return at >= 0 && hash !== 0 && this.places[at] === hash;
  }

  /** Whether all found a place. */
  private enter(hashes: Uint32Array, count: number): boolean {
    for (let i = 0; i < count; i++) {
      const at = this.placeOf(hashes[i] as number);
      if (at < 0) return false;
      this.places[at] = hashes[i] as number;
    }
    return true;
  }

  /** Where a hash stands, or the empty place where it belongs; -1 where all places near are taken. */
  private placeOf(hash: number): number {
    const { places } = this;
    const last = places.length - 1;
    let at = hash >>> this.shift;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if (places[at] === 0 || places[at] === hash) return at;
      at = (at + 1) & last;
    }
    return -1;
  }
}

/** Random hashes need a tenth of a step each; so many are no accident. */
const MOST_STEPS = 64;
