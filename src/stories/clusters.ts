/*
 * In: what was decided for pairs of articles. Out: groups of articles, the stories.
 *
 * Groups grow by verified pairs only, the surest first. Two groups become one when, of all pairs across them, more are
 * versions of one story than share nothing. So a round-up that contains two briefs does not make one story of them
 * (A~B~C where A and C share nothing): the surer pair stays together, the other article stands apart. Pairs that share
 * some passages (partial) count for neither side: an update and the update of the update are often just that. Nor do pairs
 * of which nothing is known: of a text that hundreds of outlets carry in versions of their own, each is compared with some.
 * Everything is done in an order that depends on scores and ids only, never on the order of arrival.
 */

/** A pair of articles, by number, and how sure it is that they are versions of one story. */
export interface Pair {
  a: number;
  b: number;
  score: number;
  /** `same`: may be grouped; `open`: they share something, which speaks neither way. */
  kind: "same" | "open";
}

/**
 * Groups the articles `0 … count - 1`; pairs are named once. Groups and their members ascend.
 *
 * @param incomplete 1 for an article that may share something with more than those it is named with. Pairs that are not
 * named share nothing, unless both are such articles.
 */
export function cluster(count: number, pairs: readonly Pair[], incomplete: Uint8Array): number[][] {
  const groupOf = Array.from({ length: count }, (_, i) => i);
  const groups = groupOf.map((i) => [i]);
  const neighbours: Map<number, Pair["kind"]>[] = groups.map(() => new Map());
  for (const { a, b, kind } of pairs) {
    neighbours[a].set(b, kind);
    neighbours[b].set(a, kind);
  }
  const incompleteIn = Uint32Array.from(incomplete);
  const countAcross = (x: number, y: number): Across => {
    const [small, other] = groups[x].length <= groups[y].length ? [x, y] : [y, x];
    const all = groups[x].length * groups[y].length - incompleteIn[x] * incompleteIn[y];
    const across: Across = { same: 0, open: 0, all };
    for (const member of groups[small]) {
      for (const [neighbour, kind] of neighbours[member]) {
        if (groupOf[neighbour] !== other) continue;
        across[kind]++;
        across.all += incomplete[member] & incomplete[neighbour];
      }
    }
    return across;
  };
  let waiting = pairs
    .filter(({ kind }) => kind === "same")
    .sort((x, y) => y.score - x.score || Math.min(x.a, x.b) - Math.min(y.a, y.b) || x.a + x.b - y.a - y.b);
  // A pair that was turned down may pass once its groups have grown, so until nothing moves.
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter(({ a, b }) => {
      const x = groupOf[a];
      const y = groupOf[b];
      if (x === y) return false;
      if (!mayJoin(countAcross(x, y))) return true;
      const [into, from] = groups[x].length >= groups[y].length ? [x, y] : [y, x];
      for (const member of groups[from]) {
        groupOf[member] = into;
        groups[into].push(member);
      }
      groups[from] = [];
      incompleteIn[into] += incompleteIn[from];
      return false;
    });
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.sort((a, b) => a - b))
    .sort((a, b) => a[0] - b[0]);
}

/** Pairs across two groups: how many are versions, how many share something, and of how many it is known what they are. */
export interface Across {
  same: number;
  open: number;
  all: number;
}

/** The guard against chaining. */
export function mayJoin({ same, open, all }: Across): boolean {
  return same > all - same - open;
}
