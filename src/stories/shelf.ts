/** Values that are dear to make, the last used of them at hand. */
export class Shelf<T> {
  private readonly values = new Map<number, T>();

  /** @param room how many are kept; the words of an article of 900 words take about 15 KB */
  constructor(private readonly room = 256) {}

  get(key: number, make: () => T): T {
    const value = this.values.get(key) ?? make();
    this.values.delete(key);
    this.put(key, value);
    return value;
  }

  /** Adds a value, and lets go of the one that was not used for longest. */
  put(key: number, value: T): void {
    this.values.set(key, value);
    if (this.values.size <= this.room) return;
    for (const oldest of this.values.keys()) {
      this.values.delete(oldest);
      return;
    }
  }

  drop(key: number): void {
    this.values.delete(key);
  }
}
