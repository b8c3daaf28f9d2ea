/** Numbers in order of arrival, four bytes each and a quarter more at most: an array of the engine's takes twice that. */
export class Places {
  length = 0;
  private numbers = new Uint32Array(4);

  static from(numbers: Uint32Array): Places {
    const places = new Places();
    places.numbers = numbers.slice();
    places.length = numbers.length;
    return places;
  }

  at(i: number): number {
    return this.numbers[i];
  }

  push(number: number): void {
    const { numbers, length } = this;
    if (length === numbers.length) {
      this.numbers = new Uint32Array(length + (length >>> 2) + 4);
      this.numbers.set(numbers);
    }
    this.numbers[this.length++] = number;
  }

  /** Those of which something is true. */
  filter(is: (number: number) => boolean): Places {
    return Places.from(this.values().filter(is));
  }

  /** The last of them, at most so many. */
  newest(most: number): Places {
    return Places.from(this.values().slice(-most));
  }

  /** They share their memory with the list. */
  values(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }
}
