/*
 * In: an article that is about to join an index, and what the index holds. Out: what the article is to the likeliest of those
 * it shares shingles, words or an address with, and which of its paragraphs are its source's furniture.
 */
import type { Article } from "../article.js";
import type { Candidate, CandidateIndex } from "../candidates/candidateIndex.js";
import { sampledContainment } from "../candidates/sample.js";
import type { Side } from "../compare/evidence.js";
import { MOST_COMPARED } from "./acrossStories.js";
import { type Decision, decideBySample, decideByText, isWorthComparing, sameWords } from "./decision.js";
import { type Entry, sameKey, searchHashes } from "./entry.js";
import { figuresOf } from "./figures.js";
import { furnitureParagraphs, withoutFurniture } from "./furniture.js";
import type { Links } from "./links.js";
import type { Records } from "./records.js";

/** What an index holds, as far as examining an article goes. */
export interface Holdings {
  records: Records;
  links: Links;
  candidates: CandidateIndex;
  /** The words of an article whose text is kept. */
  sideOf(article: number): Side | undefined;
  /** Tells the stories of an article's own source from those of others; undefined when it is the first of its source. */
  peerStories(article: Article): ((number: number) => number) | undefined;
}

/** A candidate that was examined. */
export interface Examined {
  article: number;
  decision: Decision;
}

/** What an article is to those of the index. */
export interface Examination {
  /** Those it shares something with, the surest first. */
  found: Examined[];
  /** Candidates that were not compared, there being too many. */
  unread: number[];
}

/** A candidate that is worth comparing. */
interface Likely extends Candidate {
  containment: number;
  sameUrl: boolean;
}

/** From a twin (the same words) so many decisions are taken over. */
const MOST_TAKEN_OVER = 64;

/** Compares an article with its likeliest candidates, when it has been rid of its source's furniture. */
export function examine(entry: Entry, held: Holdings): Examination & { furniture: readonly number[] } {
  const hashes = searchHashes(entry);
  const search = held.candidates.search(hashes, held.peerStories(entry.article));
  const furniture = search.furniture ? furnitureParagraphs(entry.side.words, hashes, search.furniture) : [];
  if (furniture.length > 0) entry.side = withoutFurniture(entry.side, entry.article, furniture);
  const worth = worthComparing(entry, search.candidates, held.records);
  const twin = newestTwin(entry, worth, held.records);
  if (twin !== undefined) return { ...examineTwin(twin, entry, held), furniture };
  const found: Examined[] = [];
  for (const likely of worth.slice(0, MOST_COMPARED)) {
    const decision = decide(entry, likely, held);
    if (decision.verdict !== "different") found.push({ article: likely.article, decision });
  }
  const unread = worth.slice(MOST_COMPARED).map(({ article }) => article);
  return { found: found.sort(bySureness), unread, furniture };
}

function decide(entry: Entry, { article, shared, sameUrl }: Likely, { records, sideOf }: Holdings): Decision {
  const side = sideOf(article);
  if (side) return decideByText(entry.side, side, sameUrl, entry.id < records.id(article));
  const own = { sample: entry.sample, figures: figuresOf(entry.side.words) };
  return decideBySample(own, { sample: records.sample(article), figures: records.figures(article) }, shared);
}

/** Candidates that may be more than chance, the likeliest first. */
function worthComparing(entry: Entry, candidates: readonly Candidate[], records: Records): Likely[] {
  const likely: Likely[] = [];
  for (const { article, shared } of candidates) {
    const sample = records.sample(article);
    const sameUrl = sameKey(entry.urlKey, records.urlKey(article));
    if (!sameUrl && !isWorthComparing(shared, entry.sample, sample)) continue;
    likely.push({ article, shared, sameUrl, containment: sampledContainment(shared, entry.sample, sample) });
  }
  return likely.sort((x, y) => +y.sameUrl - +x.sameUrl || y.containment - x.containment || x.article - y.article);
}

/** The newest article with the same words: were it the first, all copies of a text would be linked to one. */
function newestTwin({ wordsKey }: Entry, worth: readonly Likely[], records: Records): number | undefined {
  let newest: number | undefined;
  for (const { article } of worth) {
    if (article > (newest ?? -1) && sameKey(records.wordsKey(article), wordsKey)) newest = article;
  }
  return newest;
}

/** An article with the same words is to all others what its twin is, but for its address. */
function examineTwin(twin: number, { urlKey }: Entry, { records, links }: Holdings): Examination {
  const found: Examined[] = [{ article: twin, decision: sameWords() }];
  for (const [article, decision] of links.from(twin)) {
    if (found.length === MOST_TAKEN_OVER) break;
    const byAddress = decision.evidence === "url" && !sameKey(urlKey, records.urlKey(article));
    found.push({ article, decision: byAddress ? byTextAlone(decision) : decision });
  }
  return { found: found.sort(bySureness), unread: [] };
}

/** What a decision comes to without the address. */
function byTextAlone(decision: Decision): Decision {
  return { ...decision, evidence: "text", same: decision.score >= 0.5 };
}

function bySureness(a: Examined, b: Examined): number {
  return (
    +(b.decision.evidence === "words") - +(a.decision.evidence === "words") ||
    +b.decision.same - +a.decision.same ||
    b.decision.score - a.decision.score ||
    a.article - b.article
  );
}
