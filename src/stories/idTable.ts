/*
 * In: the id of an article. Out: its number. The ids themselves stand in the records: here are numbers alone, in a table by
 * open addressing, eight bytes an article where a map takes thirty and more.
 */

/** Share of the slots in use. */
const FULLEST = 0.6;
const LEAST_SLOTS = 64;
/** Ids that crowd more than chance has them go into a map: somebody chose them so. */
const MOST_STEPS = 64;

export class IdTable {
  /** One more than the number of an article; 0 for a free slot. */
  private slots = new Uint32Array(LEAST_SLOTS);
  private used = 0;
  private readonly crowded = new Map<string, number>();

  /** @param idOf the id of an article that was put in */
  constructor(private readonly idOf: (number: number) => string) {}

  get(id: string): number | undefined {
    const slot = this.slotOf(id);
    const entry = slot < 0 ? 0 : this.slots[slot];
    return entry === 0 ? this.crowded.get(id) : entry - 1;
  }

  /** Puts in an article whose id is not there. */
  set(id: string, number: number): void {
    if (this.used + 1 > this.slots.length * FULLEST) this.grow();
    this.put(id, number);
  }

  private put(id: string, number: number): void {
    const slot = this.slotOf(id);
    if (slot < 0) {
      this.crowded.set(id, number);
      return;
    }
    this.slots[slot] = number + 1;
    this.used++;
  }

  /** Takes an article out, while its id can still be asked for. */
  delete(id: string): void {
    if (this.crowded.delete(id)) return;
    const { slots } = this;
    const last = slots.length - 1;
    let free = this.slotOf(id);
    if (free < 0 || slots[free] === 0) return;
    this.used--;
    // Those behind it move up as far as where they belong, so that no search ends too early.
    for (let at = (free + 1) & last; slots[at] !== 0; at = (at + 1) & last) {
      const own = hashOf(this.idOf(slots[at] - 1)) & last;
      if (((at - own) & last) < ((at - free) & last)) continue;
      slots[free] = slots[at];
      free = at;
    }
    slots[free] = 0;
  }

  /** Where an id stands, or the free slot where it belongs; -1 where all slots near are taken by others. */
  private slotOf(id: string): number {
    const last = this.slots.length - 1;
    let slot = hashOf(id) & last;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if (this.slots[slot] === 0 || this.idOf(this.slots[slot] - 1) === id) return slot;
      slot = (slot + 1) & last;
    }
    return -1;
  }

  private grow(): void {
    const { slots } = this;
    this.slots = new Uint32Array(slots.length * 2);
    this.used = 0;
    for (const entry of slots) if (entry !== 0) this.put(this.idOf(entry - 1), entry - 1);
  }
}

/** FNV-1a over the units of a text, and MurmurHash3's finaliser. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
