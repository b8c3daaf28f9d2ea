/*
 * In: the number of a story of an index. Out: the story as callers see it, with what its members are to each other and which
 * other stories share matter with it.
 */
import type { Article } from "../article.js";
import type { Side } from "../compare/evidence.js";
import { type Decision, decideByText, sameWords } from "./decision.js";
import { sameKey } from "./entry.js";
import { keptArticle } from "./kept.js";
import { byTime, type Member } from "./lead.js";
import type { Links } from "./links.js";
import { Column, type Records } from "./records.js";
import { closestTies, type RelatedStory, type Story, type Told, tellStory, tieOf } from "./story.js";
import type { StoryBook } from "./storyBook.js";

/** What an index holds, as far as telling its stories goes. */
export interface Shelves {
  records: Records;
  links: Links;
  book: StoryBook;
  /** Names of sources by number; 0 is none. */
  sources: readonly string[];
  preferredSources: readonly string[];
  /** The words of an article whose text is kept. */
  sideOf(article: number): Side | undefined;
}

interface Numbered extends Told<Article | undefined>, Member {
  number: number;
}

/** Tells a story. */
export function tellNumbered(story: number, held: Shelves): Story<Article | undefined> {
  const members = held.book.members(story).map((number) => told(number, held));
  return tellStory<Article | undefined, Numbered>(
    held.book.name(story),
    members,
    { relatives: relativesIn(members, held), decide: (a, b) => decisionOn(a, b, held) },
    held.preferredSources,
    closestTies(tiesOf(story, held)),
  );
}

function told(number: number, { records, sources }: Shelves): Numbered {
  const source = sources[records.number(number, Column.source)];
  const kept = records.kept(number);
  return {
    number,
    id: records.id(number),
    get article() {
      return kept && keptArticle(kept);
    },
    size: records.number(number, Column.size),
    time: records.time(number),
    source: source === "" ? undefined : source,
  };
}

/** What two articles are to each other: as it was decided, or as their texts say now. */
function decisionOn(a: Numbered, b: Numbered, { records, links, sideOf }: Shelves): Decision | undefined {
  const known = links.get(a.number, b.number);
  if (known) return known;
  if (sameKey(records.wordsKey(a.number), records.wordsKey(b.number))) return sameWords();
  const x = sideOf(a.number);
  const y = sideOf(b.number);
  return x && y && decideByText(x, y, false, a.id < b.id);
}

/** Tells the members of a story that each of them is linked to, and the earliest with its words. */
function relativesIn(
  members: readonly Numbered[],
  { records, links }: Shelves,
): (member: Numbered) => Iterable<readonly [Numbered, Decision]> {
  const byNumber = new Map(members.map((member) => [member.number, member]));
  const earliest = new Map<string, Numbered>();
  const wordsOf = ({ number }: Numbered): string => {
    const { low, high } = records.wordsKey(number);
    return `${low} ${high}`;
  };
  for (const member of members) {
    const known = earliest.get(wordsOf(member));
    if (known === undefined || byTime(member, known) < 0) earliest.set(wordsOf(member), member);
  }
  return function* (member) {
    const twin = earliest.get(wordsOf(member));
    if (twin !== undefined && twin !== member) yield [twin, sameWords()];
    for (const [number, decision] of links.from(member.number)) {
      const other = byNumber.get(number);
      if (other !== undefined) yield [other, decision];
    }
  };
}

/** What ties a story to others. */
function* tiesOf(story: number, { records, links, book }: Shelves): Iterable<RelatedStory> {
  for (const article of book.members(story)) {
    for (const [other, decision] of links.from(article)) {
      const theirs = book.storyOf(other);
      if (theirs === story) continue;
      const tie = tieOf(book.name(theirs), records.id(article), records.id(other), decision);
      if (tie) yield tie;
    }
  }
}
