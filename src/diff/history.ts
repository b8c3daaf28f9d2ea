/**
 * Lays out the versions of a story as a chain of diffs.
 *
 * In: two or more versions. Out: their order, the diff of each with the next, and the life of each paragraph and of each
 * fact that changed: the version it came with and the last that has it. It does not know which version was made from
 * which: the next one is compared with the one before, by time.
 */
import type { Article, ArticleInput, Span } from "../article.js";
import { SamestoryError } from "../errors.js";
import { type DiffOptions, diff } from "./diff.js";
import type { FactChange, StoryDiff } from "./edits.js";

/** What changed from one version to the next. */
export interface HistoryStep {
  /** The earlier version: its index in the articles as given. */
  from: number;
  /** The later version. */
  to: number;
  /** The diff of the two. */
  diff: StoryDiff;
}

/** A paragraph through the versions of a story. Versions are counted in the order of time, from 0. */
export interface ParagraphLife {
  /** The first version that has it. */
  first: number;
  /** The last version that has it. */
  last: number;
  /** Where it stands in each version from `first` to `last`: several spans where it was split, or is yet to be merged. */
  spans: Span[][];
}

/** A fact that came, went or changed in the course of a story. Versions are counted in the order of time, from 0. */
export interface FactLife {
  kind: FactChange["kind"];
  /** As the first version that is known to have it puts it. */
  text: string;
  /** The first version that has it. */
  first: number;
  /** The last version that has it. */
  last: number;
  /** What stands in its place in the version after the last, where it changed and did not go. */
  became?: string;
}

/** The versions of a story in the order of time. */
export interface StoryHistory {
  /** Indexes of the articles as given, the earliest first. */
  order: number[];
  /** One step for each version but the first. */
  steps: HistoryStep[];
  /** Every paragraph that any version has, by the version it came with and then in reading order. */
  paragraphs: ParagraphLife[];
  /** Every fact that came, went or changed, by the version it came with; what all versions have alike is not listed. */
  facts: FactLife[];
}

/**
 * Lays out the versions of a story as a chain of diffs, with what entered and left when.
 *
 * The versions are taken in the order of `publishedAt`; when one of them has none (or none that can be read), in the order
 * given. A paragraph that goes and comes back later is listed twice.
 *
 * @param articles the versions, two at least: page texts, or articles
 * @throws {SamestoryError} `INVALID_INPUT` when there are fewer than two, or one is no article
 */
export function history(articles: readonly ArticleInput[], options: DiffOptions = {}): StoryHistory {
  const given: unknown = articles;
  if (!Array.isArray(given) || given.length < 2) {
    throw new SamestoryError("INVALID_INPUT", "history needs an array of at least two articles.");
  }
  const order = orderOf(articles);
  const steps: HistoryStep[] = [];
  for (let version = 1; version < order.length; version++) {
    const from = order[version - 1] as number;
    const to = order[version] as number;
    steps.push({ from, to, diff: diff(articles[from] as ArticleInput, articles[to] as ArticleInput, options) });
  }
  const diffs = steps.map((step) => step.diff);
  return { order, steps, paragraphs: paragraphLives(diffs), facts: factLives(diffs) };
}

/** By time where every version has one, else as given; versions of the same time stay as given. */
function orderOf(articles: readonly ArticleInput[]): number[] {
  const times = articles.map((article) => timeOf(article));
  const order = articles.map((_, index) => index);
  if (times.some((time) => Number.isNaN(time))) return order;
  return order.sort((x, y) => (times[x] as number) - (times[y] as number) || x - y);
}

function timeOf(article: ArticleInput): number {
  if (typeof article !== "object" || article === null) return Number.NaN;
  const { publishedAt } = article as Partial<Article>;
  return publishedAt === undefined ? Number.NaN : new Date(publishedAt).getTime();
}

/** A paragraph on its way through the versions; `into` is set when it was merged into another. */
interface Thread {
  first: number;
  spans: Span[][];
  into?: Thread;
}

function paragraphLives(diffs: readonly StoryDiff[]): ParagraphLife[] {
  const threads: Thread[] = [];
  let current = new Map<number, Thread>();
  const begin = (version: number, spans: Span[]): Thread => {
    const thread: Thread = { first: version, spans: [spans] };
    threads.push(thread);
    return thread;
  };
  for (const span of inOrder((diffs[0] as StoryDiff).blocks.flatMap(({ a }) => a)))
    current.set(span.start, begin(0, [span]));
  for (const [step, { blocks }] of diffs.entries()) {
    const version = step + 1;
    const next = new Map<number, Thread>();
    for (const { a, b } of [...blocks].sort((x, y) => (x.b[0]?.start ?? 0) - (y.b[0]?.start ?? 0))) {
      if (b.length === 0) continue;
      const before = a.flatMap(({ start }) => current.get(start) ?? []);
      const thread = before.length === 0 ? begin(version, []) : joined(before);
      const spans = thread.spans[version - thread.first] ?? [];
      thread.spans[version - thread.first] = [...spans, ...b];
      for (const { start } of b) next.set(start, thread);
    }
    current = next;
  }
  return threads
    .filter(({ into }) => into === undefined)
    .sort((x, y) => x.first - y.first || startOf(x) - startOf(y))
    .map(({ first, spans }) => ({ first, last: first + spans.length - 1, spans: spans.map(inOrder) }));
}

function startOf({ spans }: Thread): number {
  return spans[0]?.[0]?.start ?? 0;
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((x, y) => x.start - y.start);
}

/** One thread of several that were merged: the oldest takes up the others. */
function joined(threads: readonly Thread[]): Thread {
  const [oldest, ...others] = [...new Set(threads.map(rootOf))].sort((x, y) => x.first - y.first);
  for (const other of others) {
    for (const [index, spans] of other.spans.entries()) {
      const at = other.first + index - (oldest as Thread).first;
      (oldest as Thread).spans[at] = [...((oldest as Thread).spans[at] ?? []), ...spans];
    }
    other.into = oldest as Thread;
  }
  return oldest as Thread;
}

function rootOf(thread: Thread): Thread {
  let root = thread;
  while (root.into !== undefined) root = root.into;
  return root;
}

/** A fact lives from the step that brought it to the step that took it; one that no step brought was there from the start. */
function factLives(diffs: readonly StoryDiff[]): FactLife[] {
  const lives: FactLife[] = [];
  const open = new Map<string, FactLife>();
  const last = diffs.length;
  for (const [step, { facts }] of diffs.entries()) {
    const came: FactLife[] = [];
    for (const { kind, a, b } of facts) {
      if (a !== undefined) {
        const life = open.get(keyOf(kind, a.text)) ?? { kind, text: a.text, first: 0, last };
        if (!open.delete(keyOf(kind, a.text))) lives.push(life);
        life.last = step;
        if (b !== undefined) life.became = b.text;
      }
      if (b !== undefined) came.push({ kind, text: b.text, first: step + 1, last });
    }
    // Only now, so that a figure that goes in one place and comes in another in the same step is not closed at once.
    for (const life of came) {
      if (open.has(keyOf(life.kind, life.text))) continue;
      open.set(keyOf(life.kind, life.text), life);
      lives.push(life);
    }
  }
  return lives.sort((x, y) => x.first - y.first || x.last - y.last);
}

function keyOf(kind: string, text: string): string {
  return `${kind} ${text.replace(/\s+/gu, " ").toLowerCase()}`;
}
