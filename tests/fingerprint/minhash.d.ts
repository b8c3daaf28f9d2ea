/** The package has no types of its own; this is as much of it as the tests use. */
declare module "minhash" {
  export class Minhash {
    constructor(config?: { numPerm?: number; seed?: number });
    update(item: string): void;
    jaccard(other: Minhash): number;
  }
}
