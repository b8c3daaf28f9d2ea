import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SamestoryError } from "../../src/errors.js";
import { crc32, encode } from "../../src/fingerprint/bytes.js";
import { Fingerprint, fingerprintWords, resemblance } from "../../src/fingerprint/fingerprint.js";
import { randomNumbers, randomWords, wordsOf } from "./words.js";

const random = randomNumbers(3);
const long = fingerprintWords(wordsOf(randomWords(300, random)));
const short = fingerprintWords(wordsOf(randomWords(20, random)));
const empty = fingerprintWords(wordsOf([]));

describe("fingerprint bytes", () => {
  test("read back as the same fingerprint", () => {
    const options = fc.record({ k: fc.integer({ min: 2, max: 16 }), bins: fc.constantFrom(64, 128, 512, 4096) });
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff), { maxLength: 200 }), options, (hashes, chosen) => {
        const made = fingerprintWords(wordsOf(hashes), chosen);
        const read = Fingerprint.fromBytes(made.toBytes());
        expect(read).toEqual(made);
        expect(resemblance(read, made)).toBe(hashes.length === 0 ? 0 : 1);
      }),
    );
  });

  test("take 284 bytes for a long article and less for a short one", () => {
    expect(long.toBytes().length).toBe(284);
    expect(short.toBytes().length).toBe(28 + 16 * 4);
    expect(empty.toBytes().length).toBe(28);
  });

  test("are read from a view into a larger buffer, from a buffer and at any offset", () => {
    const bytes = long.toBytes();
    for (const offset of [0, 1, 2, 3]) {
      const larger = new Uint8Array(bytes.length + 10).fill(255);
      larger.set(bytes, offset);
      expect(Fingerprint.fromBytes(larger.subarray(offset, offset + bytes.length))).toEqual(long);
    }
    expect(Fingerprint.fromBytes(Uint8Array.from(bytes).buffer)).toEqual(long);
    expect(Fingerprint.fromBytes(Buffer.from(bytes))).toEqual(long);
  });

  test("are not held on to", () => {
    const bytes = long.toBytes();
    const read = Fingerprint.fromBytes(bytes);
    bytes.fill(0);
    expect(read).toEqual(long);
  });

  test.each([
    ["long", long],
    ["short", short],
    ["empty", empty],
  ])("are refused with any one bit flipped, cut anywhere or followed by more (%s)", (_, made) => {
    const bytes = made.toBytes();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3] ^= 1 << (bit & 7);
      expect(refusalOf(flipped)).toMatch(PLAIN_SENTENCE);
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(refusalOf(bytes.subarray(0, length))).toMatch(PLAIN_SENTENCE);
    }
    for (const tail of [1, 4, 284]) {
      expect(refusalOf(Uint8Array.of(...bytes, ...new Array(tail).fill(0)))).toContain(`${tail} bytes follow its end`);
    }
  });

  test("are refused when they are anything else", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => PLAIN_SENTENCE.test(refusalOf(bytes))));
    expect(refusalOf(new Uint8Array(0))).toBe(
      "This is not a samestory fingerprint: it has 0 bytes and the shortest has 28.",
    );
    expect(refusalOf(new Uint8Array(284))).toBe('This is not a samestory fingerprint: it does not begin with "SSFP".');
    for (const foreign of [undefined, null, "SSFP", 284, {}, [1, 2, 3]]) {
      expect(refusalOf(foreign)).toContain("give a Uint8Array or an ArrayBuffer");
    }
  });

  test.each([
    ["a newer format", 4, 2, "Got a fingerprint of format 2 when expected 1"],
    ["another scheme", 5, 9, "its scheme is 9"],
    ["a k out of range", 6, 1, "its k is 1"],
    ["other bits", 7, 8, "it has 8 bits a bin"],
    ["an impossible number of bins", 8, 3, "it has 515 bins"],
    ["a size that does not fit the data", 16, 17, "64 bytes of data where 17 shingles need 68"],
  ])("are refused with %s, even where the checksum is right", (_, offset, value, message) => {
    const bytes = short.toBytes();
    bytes[offset] = value;
    expect(refusalOf(sealed(bytes))).toContain(message);
  });

  test("are refused where the data contradict themselves, even where the checksum is right", () => {
    const falling = { ...short.sketch, data: short.sketch.data.slice().reverse() };
    expect(refusalOf(encode(short.recipe, falling))).toContain("its hashes do not ascend");
    const hollow = { ...long.sketch, data: new Uint32Array(64) };
    expect(refusalOf(encode(long.recipe, hollow))).toContain("all its bins are empty");
  });

  test("of another normalizer are read, and refused only when compared", () => {
    const other = Fingerprint.fromBytes(encode({ ...long.recipe, normalizer: 77 }, long.sketch));
    expect(other.recipe.normalizer).toBe(77);
    expect(() => resemblance(other, long)).toThrow("normalizer 77");
  });
});

test("crc32 is the common CRC-32", () => {
  expect(crc32(Buffer.from("123456789"), 9)).toBe(0xcbf43926);
});

const PLAIN_SENTENCE =
  /^(This is not a samestory fingerprint: |This samestory fingerprint is damaged: |Got a fingerprint of format )/;

/** The sentence with which reading these is refused. */
function refusalOf(bytes: unknown): string {
  try {
    Fingerprint.fromBytes(bytes as Uint8Array);
  } catch (error) {
    if (error instanceof SamestoryError && error.code === "BAD_BYTES") return error.message;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

/** The same with its checksum made right again. */
function sealed(bytes: Uint8Array): Uint8Array {
  new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes, bytes.length - 4), true);
  return bytes;
}
