/**
 * A table of words by their hash, for the many words that do not stand in it: a bit for the highest bits of each hash turns
 * nine of ten away without a look into the table. It is filled for the first word that is looked up, since to fill such tables
 * is a tenth of the time that an import of the library takes.
 */
export class HashMap<Value> {
  private readonly shift: number;
  /** Until the table is filled it lets every word pass, so that only these look whether it is. */
  private readonly filter: Int32Array;
  private values: ReadonlyMap<number, Value> | undefined;

  /**
   * @param bits how many of a hash's bits the filter goes by: 2^bits bits, ten times the number of words and more
   * @param entries makes the table; called once
   */
  constructor(
    bits: number,
    private readonly entries: () => ReadonlyMap<number, Value>,
  ) {
    this.shift = 32 - bits;
    this.filter = new Int32Array(2 ** (bits - 5)).fill(-1);
  }

  /** What stands under a hash, signed or not. */
  get(hash: number): Value | undefined {
    const { shift, filter } = this;
    if (((filter[hash >>> (shift + 5)] as number) & (1 << ((hash >>> shift) & 31))) === 0) return undefined;
    this.values ??= this.fill();
    return this.values.get(hash >>> 0);
  }

  private fill(): ReadonlyMap<number, Value> {
    const { shift, filter } = this;
    const values = this.entries();
    filter.fill(0);
    for (const hash of values.keys()) {
      filter[hash >>> (shift + 5)] = (filter[hash >>> (shift + 5)] as number) | (1 << ((hash >>> shift) & 31));
    }
    return values;
  }
}
