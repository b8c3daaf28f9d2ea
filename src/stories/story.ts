/*
 * What a story is to a caller, and how it is told from its members and what was decided for pairs of them.
 */
import type { Article } from "../article.js";
import type { Verdict } from "../compare/verdict.js";
import type { Decision } from "./decision.js";
import { byTime, chooseLead, type LeadReason, type Member } from "./lead.js";
import { type Origin, originOf } from "./lineage.js";

/** An article of a story. */
export interface StoryArticle<Kept extends Article | undefined = Article> {
  /** The article's id; one made from address, source, title and text where it came without. */
  id: string;
  /** The article as given; undefined where a `StoryIndex` no longer keeps it. */
  article: Kept;
  /** How sure it is that this article and the lead are versions of one story; 1 for the lead itself. */
  score: number;
  /** What this article and the lead are to each other; "identical" for the lead itself. */
  verdict: Verdict;
  /** From which earlier article of the story it most likely derives, where times tell. */
  origin?: Origin;
}

/** Another story that shares matter with one, without being the same. */
export interface RelatedStory {
  /** Id of the other story. */
  id: string;
  /** The two articles that tie the stories most closely: one of this story, one of the other. */
  between: [string, string];
  verdict: Verdict;
  score: number;
  /** `shared-passages`: a rewrite, a follow-up, a write-through; `kept-apart`: versions, but of stories that share nothing else. */
  reason: "shared-passages" | "kept-apart";
}

/** Articles that are versions of each other. */
export interface Story<Kept extends Article | undefined = Article> {
  /** Stable name: the id of its first article. */
  id: string;
  /** Id of the article that stands for the story. */
  lead: string;
  /** Why that one. */
  leadReason: LeadReason;
  /** Its articles, the earliest first. */
  articles: StoryArticle<Kept>[];
  /** Stories that share passages with it, the closest first. */
  related: RelatedStory[];
}

/** What telling a story takes of each member. */
export interface Told<Kept extends Article | undefined> extends Member {
  article: Kept;
}

/** How to learn what members are to each other. */
export interface Deciding<M> {
  /** The members that something is known of, with what this one is to them: see {@link originOf}. */
  relatives: (member: M) => Iterable<readonly [M, Decision]>;
  /** What two of them are to each other, at any cost. */
  decide: (a: M, b: M) => Decision | undefined;
}

/** Tells a story: lead, order, and what each member is to the lead and to earlier ones. */
export function tellStory<Kept extends Article | undefined, M extends Told<Kept>>(
  id: string,
  members: readonly M[],
  { relatives, decide }: Deciding<M>,
  preferredSources: readonly string[] | undefined,
  related: RelatedStory[],
): Story<Kept> {
  const { lead, reason } = chooseLead(members, preferredSources);
  const articles = [...members].sort(byTime).map((member): StoryArticle<Kept> => {
    const decision = member === lead ? undefined : decide(member, lead);
    const origin = members.length > 1 ? originOf(member, relatives(member)) : undefined;
    return {
      id: member.id,
      // Unpacked when asked for: whoever lists the stories of an index needs no texts.
      get article() {
        return member.article;
      },
      score: member === lead ? 1 : (decision?.score ?? 0),
      verdict: member === lead ? "identical" : (decision?.verdict ?? "different"),
      ...(origin ? { origin } : {}),
    };
  });
  return { id, lead: lead.id, leadReason: reason, articles, related };
}

/** Keeps the closest tie to each other story. */
export function closestTies(ties: Iterable<RelatedStory>): RelatedStory[] {
  const closest = new Map<string, RelatedStory>();
  for (const tie of ties) {
    const known = closest.get(tie.id);
    if (known === undefined || compareTies(tie, known) < 0) closest.set(tie.id, tie);
  }
  return [...closest.values()].sort(compareTies);
}

function compareTies(a: RelatedStory, b: RelatedStory): number {
  if (a.score !== b.score) return b.score - a.score;
  const x = [a.id, ...a.between].join("\n");
  const y = [b.id, ...b.between].join("\n");
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The tie that a decision makes between two stories, if any. */
export function tieOf(id: string, a: string, b: string, decision: Decision): RelatedStory | undefined {
  if (!decision.same && decision.verdict !== "partial") return undefined;
  const { verdict, score } = decision;
  return { id, between: [a, b], verdict, score, reason: decision.same ? "kept-apart" : "shared-passages" };
}
