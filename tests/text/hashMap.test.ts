import fc from "fast-check";
import { expect, test } from "vitest";
import { HashMap } from "../../src/text/hashMap.js";

test("a table by hashes knows what was put in, nothing else, and is made when first asked", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffffffff), { maxLength: 40 }), fc.array(fc.integer()), (keys, others) => {
      let made = 0;
      const table = new HashMap<string>(10, () => {
        made++;
        return new Map(keys.map((key) => [key, `of ${key}`]));
      });
      expect(made).toBe(0);
      for (const key of [...keys, ...others, ...keys]) {
        const known = keys.includes(key >>> 0) ? `of ${key >>> 0}` : undefined;
        expect(table.get(key)).toBe(known);
        expect(table.get(key | 0)).toBe(known);
      }
      expect(made).toBeLessThanOrEqual(1);
    }),
  );
});
