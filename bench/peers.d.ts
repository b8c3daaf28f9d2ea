// Packages without types of their own, as far as they are measured. `Minhash` is declared in eval/minhash.d.ts.
declare module "minhash" {
  export class LshIndex {
    constructor(config?: { bandSize?: number });
    insert(key: string, sketch: Minhash): void;
    query(sketch: Minhash): string[];
  }
}

declare module "tlsh" {
  export default function hash(text: string): string;
}

declare module "tlsh/lib/digests/digest-hash-builder.js" {
  interface Digest {
    calculateDifference(other: Digest, withLength: boolean): number;
  }
  interface DigestHashBuilder {
    withHash(hash: string): DigestHashBuilder;
    build(): Digest;
  }
  export default function digestHashBuilder(): DigestHashBuilder;
}

declare module "simhash-js" {
  export class SimHash {
    constructor(options?: { kshingles?: number; maxFeatures?: number });
    hash(text: string): number;
  }
}
