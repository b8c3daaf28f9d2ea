declare module "minhash" {
  export class Minhash {
    constructor(config?: { numPerm?: number; seed?: number });
    update(item: string): void;
    jaccard(other: Minhash): number;
  }
}
