import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { CharClass, unpackCharTable } from "../../src/text/charTable.js";
import { NORMALIZER_VERSION } from "../../src/text/normalize.js";

describe("the character table", () => {
  const { classOf, foldOf } = unpackCharTable();

  it("is to the bit the one that fingerprints of this normalizer were made with", () => {
    const digest = createHash("sha256").update(classOf).update(Buffer.from(foldOf.buffer)).digest("hex");
    expect([NORMALIZER_VERSION, digest]).toEqual([
      1,
      "7fd827bbbd501a50df564e32aaea252a398e51dd74adee6b988ef5f8bfbc1fc0",
    ]);
  });

  it("knows letters, figures and marks, and folds case, accents and figures of other scripts", () => {
    const kinds = [..."aÉж日ก٣.—"].map((char) => classOf[char.charCodeAt(0)]);
    const { letter, ideograph, cluster, digit, dot, dash } = CharClass;
    expect(kinds).toEqual([letter, letter, letter, ideograph, cluster, digit, dot, dash]);
    expect(String.fromCharCode(...[..."ÉŽΆЖ٣"].map((char) => foldOf[char.charCodeAt(0)] as number))).toBe("ezαж3");
  });
});
