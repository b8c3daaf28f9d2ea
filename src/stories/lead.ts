/*
 * In: the members of a story. Out: the one that stands for it.
 *
 * In this order: an article of a preferred source, the source named first before others; then the fullest, where all
 * that have at least nine tenths of the longest one's words are alike; then the earliest; then the first by id, so that the
 * choice never depends on the order of arrival.
 */
import { SamestoryError } from "../errors.js";

/** What is known of a member. */
export interface Member {
  id: string;
  /** Length, in shingles: about its words. */
  size: number;
  /** When it was published, in milliseconds, where known. */
  time: number | undefined;
  source: string | undefined;
}

/** Why an article stands for its story. */
export type LeadReason = "only" | "preferred-source" | "fullest" | "earliest" | "first-id";

/** Shorter than the longest by less than this is no difference a reader would miss. */
const AS_FULL = 0.9;

/** Chooses the lead; of at least one member. */
export function chooseLead<M extends Member>(
  members: readonly M[],
  preferredSources: readonly string[] = [],
): { lead: M; reason: LeadReason } {
  if (members.length === 1) return { lead: members[0], reason: "only" };
  const rank = ({ source }: Member): number => {
    const at = source === undefined ? -1 : preferredSources.indexOf(source);
    return at < 0 ? preferredSources.length : at;
  };
  const best = members.reduce((least, member) => Math.min(least, rank(member)), Number.POSITIVE_INFINITY);
  const preferred = members.filter((member) => rank(member) === best);
  if (preferred.length === 1 && members.length > 1) return { lead: preferred[0], reason: "preferred-source" };
  const longest = preferred.reduce((most, { size }) => Math.max(most, size), 0);
  const full = preferred.filter(({ size }) => size >= longest * AS_FULL);
  if (full.length === 1) return { lead: full[0], reason: "fullest" };
  const sorted = [...full].sort(byTime);
  const reason = timeRank(sorted[0]) < timeRank(sorted[1]) ? "earliest" : "first-id";
  return { lead: sorted[0], reason };
}

/** Earliest first; those without a time last; then by id. */
export function byTime(a: Member, b: Member): number {
  const x = timeRank(a);
  const y = timeRank(b);
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function timeRank({ time }: Member): number {
  return time ?? Number.POSITIVE_INFINITY;
}

/** The sources that a caller prefers; throws `INVALID_OPTION` for what is no list of names. */
export function requireSources(sources: readonly string[]): readonly string[] {
  if (Array.isArray(sources) && sources.every((source: unknown) => typeof source === "string")) return sources;
  throw new SamestoryError(
    "INVALID_OPTION",
    `Option preferredSources is ${JSON.stringify(sources)}; give an array of strings.`,
  );
}
