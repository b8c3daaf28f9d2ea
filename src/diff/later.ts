/**
 * Word lists that are read when a word is first looked up in them. Together they would be a fifth of an import, and
 * who only fingerprints or compares never asks.
 */

/** A class of words. */
export interface WordClass {
  has(word: string): boolean;
}

/** What is known of each word of a class. */
export interface WordTable<T> extends WordClass {
  get(word: string): T | undefined;
}

/** The words of a list, separated by white space. */
export function words(list: string): WordClass {
  let set: ReadonlySet<string> | undefined;
  return {
    has(word) {
      set ??= new Set(list.split(/\s+/u));
      return set.has(word);
    },
  };
}

/** A table that is made when first asked. */
export function table<T>(make: () => ReadonlyMap<string, T>): WordTable<T> {
  let made: ReadonlyMap<string, T> | undefined;
  return {
    has(word) {
      made ??= make();
      return made.has(word);
    },
    get(word) {
      made ??= make();
      return made.get(word);
    },
  };
}
