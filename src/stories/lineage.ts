/*
 * In: the members of a story with their times, and what was decided for pairs of them. Out: for each member, from which
 * earlier one it most likely derives, and how.
 *
 * The origin is the earlier member that accounts for most of it (the containment of the member in the other); among
 * those that account for it alike, the earliest. It tells what is likely from texts and times: two outlets may both have
 * copied a third that is not here.
 */
import type { Decision } from "./decision.js";
import { byTime, type Member } from "./lead.js";

/** How an article derives from another: the same words or nearly so, matter left out, matter added, or worded anew. */
export type Derivation = "copy" | "cut" | "update" | "rewrite";

/** Where an article most likely comes from. */
export interface Origin {
  /** Id of the earlier article. */
  id: string;
  how: Derivation;
  /** Share of this article that stands in the earlier one. */
  share: number;
}

/** Both texts almost wholly in each other. */
const COPY = 0.95;
/** A text of which so much stands in the other was not worded anew. */
const KEPT = 0.7;
/** Shares of origins closer than this are alike. */
const ALIKE = 0.02;

/**
 * The origin of a member, if an earlier one shares anything with it. Members without a time neither come before nor
 * after others.
 *
 * @param relatives members that something is known of, with what the member is to them; of those that have the same words
 * the earliest will do
 */
export function originOf<M extends Member>(
  { time }: M,
  relatives: Iterable<readonly [M, Decision]>,
): Origin | undefined {
  if (time === undefined) return undefined;
  const earlier = [...relatives].filter(([other]) => other.time !== undefined && other.time < time);
  let best: { origin: M; decision: Decision } | undefined;
  for (const [origin, decision] of earlier.sort(([x], [y]) => byTime(x, y))) {
    if (decision.containment.aInB === 0) continue;
    if (best === undefined || decision.containment.aInB > best.decision.containment.aInB + ALIKE) {
      best = { origin, decision };
    }
  }
  if (best === undefined) return undefined;
  return { id: best.origin.id, how: derivation(best.decision), share: best.decision.containment.aInB };
}

function derivation({ containment: { aInB, bInA } }: Decision): Derivation {
  if (aInB >= COPY && bInA >= COPY) return "copy";
  if (Math.max(aInB, bInA) < KEPT) return "rewrite";
  return aInB >= bInA ? "cut" : "update";
}
