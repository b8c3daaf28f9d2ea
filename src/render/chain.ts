// In: a history and the articles it was made of. Out: the versions in their order, each with what it changed.
import type { ArticleInput, Span } from "../article.js";
import type { StoryDiff } from "../diff/edits.js";
import type { FactLife, StoryHistory } from "../diff/history.js";
import type { Summary } from "../diff/summary.js";
import { SamestoryError } from "../errors.js";
import { countedSentence } from "./counted.js";
import type { About } from "./versions.js";

/** What a history needs to be shown. */
export interface HistoryOptions {
  /** The articles as given to `history`, in the same order. */
  articles: readonly ArticleInput[];
  /** What `summarize` says of each step, in the order of the steps. Without them the edits are counted. */
  summaries?: readonly Summary[];
}

/** One version of a story. */
export interface Version {
  /** Its place in the order, from 1. */
  number: number;
  text: string;
  about: About;
  /** Since the version before; the first has none. */
  change?: Change;
}

/** What one version changed. */
export interface Change {
  diff: StoryDiff;
  summary: Summary | undefined;
  sentence: string;
  /** Facts that became others, that came, and that went. */
  became: FactLife[];
  came: FactLife[];
  went: FactLife[];
  /** Paragraphs that came. */
  added: string[];
  /** Paragraphs that went, and the number of the version they had come with. */
  removed: { text: string; since: number }[];
}

/** The versions in order. Throws `INVALID_OPTION` when the articles or the summaries are not those of the history. */
export function versionsOf(history: StoryHistory, { articles, summaries }: Partial<HistoryOptions>): Version[] {
  const { order, steps } = history;
  if (!Array.isArray(articles) || articles.length !== order.length) {
    throw new SamestoryError(
      "INVALID_OPTION",
      `A history is shown with its articles: pass { articles }, the ${order.length} that were given to history.`,
    );
  }
  if (summaries !== undefined && summaries.length !== steps.length) {
    throw new SamestoryError(
      "INVALID_OPTION",
      `summaries must have one summary for each of the ${steps.length} steps.`,
    );
  }
  const given: readonly ArticleInput[] = articles;
  const versions = order.map((index, at): Version => {
    const article = given[index];
    return typeof article === "string"
      ? { number: at + 1, text: article, about: {} }
      : { number: at + 1, text: article.text, about: article };
  });
  for (const [at, { diff }] of steps.entries())
    versions[at + 1].change = changeOf(history, versions, at + 1, diff, summaries?.[at]);
  return versions;
}

/** What changed with a version, counted from 0. */
function changeOf(
  { facts, paragraphs }: StoryHistory,
  versions: readonly Version[],
  version: number,
  diff: StoryDiff,
  summary: Summary | undefined,
): Change {
  const left = facts.filter(({ last }) => last === version - 1);
  const results = new Set(left.flatMap(({ kind, became }) => (became === undefined ? [] : `${kind} ${became}`)));
  return {
    diff,
    summary,
    sentence: summary?.sentence ?? countedSentence(diff),
    became: left.filter(({ became }) => became !== undefined),
    came: facts.filter(({ kind, text, first }) => first === version && !results.has(`${kind} ${text}`)),
    went: left.filter(({ became }) => became === undefined),
    added: paragraphs.flatMap(({ first, spans }) =>
      first === version ? textOf(versions[version].text, spans[0]) : [],
    ),
    removed: paragraphs.flatMap(({ first, last, spans }) =>
      last === version - 1 ? { text: textOf(versions[last].text, spans[last - first]), since: first + 1 } : [],
    ),
  };
}

/** The words of a paragraph, parts that stand apart joined. */
export function textOf(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(" ");
}
