import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "../../src/stories/decision.js";
import { Links } from "../../src/stories/links.js";

const decision = (n: number): Decision => ({
  verdict: n % 2 ? "near-duplicate" : "partial",
  // With six decimals at most, as they are kept: these are none of 32 bits.
  score: n / 10,
  resemblance: n / 20,
  containment: { aInB: n / 50, bInA: 1 - n / 40 },
  same: n % 3 === 0,
  evidence: n % 2 ? "text" : "sample",
});

function turned({ containment, ...rest }: Decision): Decision {
  return { ...rest, containment: { aInB: containment.bInA, bInA: containment.aInB } };
}

test("links are kept, seen from both ends and removed as in a plain map", () => {
  const step = fc.record({ a: fc.nat(9), b: fc.nat(9), n: fc.nat(9), remove: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const links = new Links();
      const model = new Map<string, { a: number; b: number; decision: Decision }>();
      for (const { a, b, n, remove } of steps) {
        const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
        if (remove === 0) {
          links.remove(a);
          for (const [other, link] of model) if (link.a === a || link.b === a) model.delete(other);
        } else if (a !== b && !model.has(key)) {
          links.set(a, b, decision(n));
          const forward = { a, b, decision: decision(n) };
          model.set(key, a < b ? forward : { a: b, b: a, decision: turned(decision(n)) });
        }
      }
      const pairs = [...model.values()].sort((x, y) => x.a - y.a || x.b - y.b);
      expect([...links.all()]).toEqual(pairs.map((link) => [link.a, link.b, link.decision]));
      for (const link of pairs) {
        expect(links.get(link.a, link.b)).toEqual(link.decision);
        expect(links.get(link.b, link.a)).toEqual(turned(link.decision));
      }
      for (let article = 0; article < 10; article++) {
        const others = [...links.from(article)].map(([other]) => other);
        const expected = pairs.filter(({ a, b }) => a === article || b === article);
        expect(others).toEqual(expected.map(({ a, b }) => (a === article ? b : a)).sort((x, y) => y - x));
      }
    }),
  );
});
