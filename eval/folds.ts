/** Splits by event, so that no story is on both sides of a cross-validation. Deterministic. */

/** Names each node of a graph by its connected component: the smallest node name in it. */
export function components(edges: ReadonlyArray<readonly [string, string]>): Map<string, string> {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    const above = parent.get(node) ?? node;
    if (above === node) return node;
    const top = root(above);
    parent.set(node, top);
    return top;
  };
  for (const [a, b] of edges) {
    const [first, second] = [root(a), root(b)].sort() as [string, string];
    parent.set(first, first);
    parent.set(second, first);
  }
  return new Map([...parent.keys()].map((node) => [node, root(node)]));
}

/**
 * A fold number for each event. Events are dealt out largest first, each to the fold with the least weight so far,
 * so that one large event does not empty the others.
 */
export function foldsOf(events: ReadonlyArray<{ event: string; weight: number }>, folds: number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { event, weight } of events) weights.set(event, (weights.get(event) ?? 0) + weight);
  const order = [...weights].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  const load = new Array<number>(folds).fill(0);
  const fold = new Map<string, number>();
  for (const [event, weight] of order) {
    const lightest = load.indexOf(Math.min(...load));
    fold.set(event, lightest);
    load[lightest] += weight;
  }
  return fold;
}
