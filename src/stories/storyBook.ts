/*
 * Which article is in which story, and what the stories are called.
 *
 * A story has a number, that of its first article, and a name, the id of that article. Most stories have one article and
 * nothing is kept for them; a story that ever had two has an entry of its own, because its first article may go before
 * it does.
 */
import { Column, type Records } from "./records.js";

/** A story that has or had more than one article, or one that could not be called after its article. */
export interface Volume {
  /** Its name; then the names of stories that were merged into it. */
  names: string[];
  /** Numbers of its articles, in the order of arrival. */
  members: number[];
}

/** Lists of so few articles are made anew for each. */
const FEW = 8;

export class StoryBook {
  readonly volumes = new Map<number, Volume>();
  private readonly byName = new Map<string, number>();

  constructor(
    private readonly records: Records,
    private readonly numberOf: (id: string) => number | undefined,
  ) {}

  /** Number of the story of an article. */
  storyOf(article: number): number {
    return this.records.number(article, Column.story);
  }

  members(story: number): readonly number[] {
    return this.volumes.get(story)?.members ?? [story];
  }

  name(story: number): string {
    return this.volumes.get(story)?.names[0] ?? this.records.id(story);
  }

  /** The story of this name, or the one that it was merged into. */
  find(name: string): number | undefined {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const article = this.numberOf(name);
    return article !== undefined && this.isAlone(article) ? article : undefined;
  }

  /** Starts a story with an article that was just added. It is called otherwise when a story of that name lives on. */
  found(article: number): void {
    this.records.setStory(article, article);
    const id = this.records.id(article);
    if (!this.byName.has(id)) return;
    let count = 2;
    while (this.find(`${id}~${count}`) !== undefined) count++;
    this.restore(article, { names: [`${id}~${count}`], members: [article] });
  }

  join(article: number, story: number): void {
    const volume = this.volume(story);
    // A list that grows by one of an engine's steps has room for seventeen: most stories have three articles.
    if (volume.members.length < FEW) volume.members = volume.members.concat(article);
    else volume.members.push(article);
    this.records.setStory(article, story);
  }

  /** Puts the articles of one story into another, which answers to both names from then on. */
  merge(from: number, into: number): void {
    const gone = this.volume(from);
    const volume = this.volume(into);
    this.volumes.delete(from);
    for (const member of gone.members) this.join(member, into);
    volume.members.sort((a, b) => a - b);
    for (const name of gone.names) {
      volume.names.push(name);
      this.byName.set(name, into);
    }
  }

  /** Takes an article out of its story; a story without articles is forgotten. */
  leave(article: number): void {
    const story = this.storyOf(article);
    const volume = this.volumes.get(story);
    if (volume === undefined) return;
    volume.members.splice(volume.members.indexOf(article), 1);
    if (volume.members.length > 0) return;
    this.volumes.delete(story);
    for (const name of volume.names) this.byName.delete(name);
  }

  restore(story: number, volume: Volume): void {
    this.volumes.set(story, volume);
    for (const name of volume.names) this.byName.set(name, story);
  }

  private isAlone(article: number): boolean {
    return this.storyOf(article) === article && !this.volumes.has(article);
  }

  private volume(story: number): Volume {
    const known = this.volumes.get(story);
    if (known !== undefined) return known;
    const volume = { names: [this.records.id(story)], members: [story] };
    this.restore(story, volume);
    return volume;
  }
}
