/*
 * In: what a `StoryIndex` keeps. Out: its snapshot, and back again with every field checked. The container is described
 * in `sections.ts`; the sections are those of {@link Name}. Numbers of articles are kept, so that postings stay as they are.
 */
import { CandidateIndex, FREQUENCY_CAP } from "../candidates/candidateIndex.js";
import { Segment, type SegmentData } from "../candidates/segment.js";
import { SamestoryError } from "../errors.js";
import type { Kept } from "./kept.js";
import { decisionOf, kindOf, Links } from "./links.js";
import { Column, Records } from "./records.js";
import {
  bytesOf,
  bytesOfStrings,
  damaged,
  f32sOf,
  f64sOf,
  readSections,
  type Section,
  stringsOf,
  u16sOf,
  u32sOf,
  writeSections,
} from "./sections.js";
import type { Volume } from "./storyBook.js";

/** All that a `StoryIndex` is made of. */
export interface Contents {
  keepTexts: number;
  preferredSources: readonly string[];
  sources: readonly string[];
  latest: number;
  records: Records;
  volumes: ReadonlyMap<number, Volume>;
  links: Links;
  candidates: CandidateIndex;
}

/** What the sections hold. */
const Name = {
  /** f64: keepTexts, the latest time, the next number. */
  settings: 1,
  preferredSources: 2,
  sources: 3,
  /** u32: numbers of the articles, ascending. */
  numbers: 4,
  ids: 5,
  times: 6,
  /** u32: columns of the records, one after the other. */
  columns: 7,
  /** u16: for each article how many figures, then the figures. */
  figures: 8,
  /** u32: numbers of the articles that are kept whole. */
  kept: 9,
  /** u32: for each story of its own entry its number, how many names and members, and the members. */
  volumes: 11,
  names: 12,
  /** u32: two articles, and what was decided: verdict, evidence and whether they are the same, as one number. */
  links: 13,
  /** f32: score, resemblance and both containments of each link. */
  scores: 14,
  /** What is known of each article that is kept whole, and its furniture, as JSON. */
  about: 19,
  /** u32: how many bytes the text of each has. */
  textLengths: 20,
  /** Their texts, packed. */
  texts: 21,
  /** u32: bits. Then numbers, dead, sizes, entries and listed, five sections a segment. */
  segment: 22,
  segmentNumbers: 23,
  segmentDead: 24,
  segmentSizes: 25,
  segmentEntries: 26,
  segmentListed: 27,
} as const;

export function writeSnapshot(contents: Contents): Uint8Array {
  const { keepTexts, latest, records, preferredSources, sources } = contents;
  const settings = Float64Array.of(keepTexts, latest, records.next);
  return writeSections([
    { name: Name.settings, data: bytesOf(settings) },
    { name: Name.preferredSources, data: bytesOfStrings(preferredSources) },
    { name: Name.sources, data: bytesOfStrings(sources) },
    ...recordSections(records),
    ...volumeSections(contents.volumes),
    ...linkSections(contents.links),
    ...contents.candidates.toData().flatMap(segmentSections),
  ]);
}

/** Reads what {@link writeSnapshot} wrote; throws `BAD_BYTES` for anything else. */
export function readSnapshot(bytes: Uint8Array | ArrayBuffer): Contents {
  const sections = readSections(bytes);
  try {
    return readContents(sections);
  } catch (error) {
    if (error instanceof SamestoryError) throw error;
    throw damaged(`its sections do not agree (${String(error)}).`);
  }
}

function readContents(sections: readonly Section[]): Contents {
  const dataOf = (name: number): Uint8Array => {
    const found = sections.filter((section) => section.name === name);
    if (found.length !== 1) throw damaged(`it has ${found.length} sections ${name}.`);
    return found[0].data;
  };
  const [keepTexts, latest, next] = f64sOf(dataOf(Name.settings));
  check(keepTexts >= 0 && isCount(next) && !Number.isNaN(latest), "its settings are out of their range");
  const sources = stringsOf(dataOf(Name.sources));
  const records = readRecords(dataOf, next, sources.length);
  const kept = u32sOf(dataOf(Name.kept));
  keepAll(records, kept, readKept(dataOf));
  return {
    keepTexts,
    latest,
    preferredSources: stringsOf(dataOf(Name.preferredSources)),
    sources,
    records,
    volumes: readVolumes(dataOf, records),
    links: readLinks(dataOf, records),
    candidates: readSegments(sections, records),
  };
}

/** Numbers of articles are written in 32 bits. */
function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}

function check(fine: boolean, fault: string): void {
  if (!fine) throw damaged(`${fault}.`);
}

function recordSections(records: Records): Section[] {
  const { numbers, ids, times, columns, figures } = records.toColumns();
  const kept = numbers.filter((number) => records.kept(number) !== undefined);
  return [
    { name: Name.numbers, data: bytesOf(numbers) },
    { name: Name.ids, data: bytesOfStrings(ids) },
    { name: Name.times, data: bytesOf(times) },
    { name: Name.columns, data: bytesOf(columns) },
    { name: Name.figures, data: bytesOf(figures) },
    { name: Name.kept, data: bytesOf(kept) },
    ...keptSections(Array.from(kept, (number) => records.kept(number)).filter((article) => article !== undefined)),
  ];
}

function keptSections(kept: readonly Kept[]): Section[] {
  const lengths = Uint32Array.from(kept, ({ text }) => text.length);
  const texts = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const { text } of kept) {
    texts.set(text, at);
    at += text.length;
  }
  return [
    {
      name: Name.about,
      data: bytesOfStrings(kept.map(({ about, furniture }) => JSON.stringify({ about, furniture }))),
    },
    { name: Name.textLengths, data: bytesOf(lengths) },
    { name: Name.texts, data: texts },
  ];
}

type DataOf = (name: number) => Uint8Array;

function readRecords(dataOf: DataOf, next: number, sourceCount: number): Records {
  const columns = {
    numbers: u32sOf(dataOf(Name.numbers)),
    ids: stringsOf(dataOf(Name.ids)),
    times: f64sOf(dataOf(Name.times)),
    columns: u32sOf(dataOf(Name.columns)),
    figures: u16sOf(dataOf(Name.figures)),
  };
  const records = Records.fromColumns(columns, next);
  if (records === undefined) throw damaged("its records have columns that do not fit each other.");
  for (const number of columns.numbers) {
    check(records.number(number, Column.source) < sourceCount, "an article has a source that is not listed");
  }
  check(new Set(columns.ids).size === columns.ids.length, "two of its articles have one id");
  return records;
}

function keepAll(records: Records, numbers: Uint32Array, kept: readonly Kept[]): void {
  check(kept.length === numbers.length, "its texts do not fit its articles");
  for (const [i, number] of numbers.entries()) {
    check(records.has(number), "a text belongs to no article");
    records.setKept(number, kept[i]);
  }
}

function readKept(dataOf: DataOf): Kept[] {
  const lengths = u32sOf(dataOf(Name.textLengths));
  const texts = dataOf(Name.texts);
  const about = stringsOf(dataOf(Name.about));
  check(about.length === lengths.length, "its texts do not fit its articles");
  let at = 0;
  let shelf = texts.subarray(0, 0);
  let used = 0;
  const kept = about.map((json, i): Kept => {
    const value: unknown = JSON.parse(json);
    if (!isAbout(value)) throw damaged("what is known of an article is not readable.");
    if (i % SHELF === 0) {
      const length = lengths.subarray(i, i + SHELF).reduce((sum, one) => sum + one, 0);
      shelf = texts.slice(at, at + length);
      at += length;
      used = 0;
    }
    const text = shelf.subarray(used, used + lengths[i]);
    used += lengths[i];
    return { about: value.about, furniture: value.furniture, text };
  });
  check(at === texts.length, "its texts have other lengths");
  return kept;
}

/** Texts that are copied together, and let go together: with a copy for each the whole reading took an eighth more time. */
const SHELF = 32;

function isAbout(value: unknown): value is Omit<Kept, "text"> {
  if (typeof value !== "object" || value === null || !("about" in value) || !("furniture" in value)) return false;
  const { about, furniture } = value;
  if (typeof about !== "object" || about === null || !Array.isArray(furniture)) return false;
  return furniture.every((index: unknown) => typeof index === "number");
}

function volumeSections(volumes: ReadonlyMap<number, Volume>): Section[] {
  const numbers: number[] = [];
  const names: string[] = [];
  for (const [story, volume] of volumes) {
    numbers.push(story, volume.names.length, volume.members.length);
    for (const member of volume.members) numbers.push(member);
    for (const name of volume.names) names.push(name);
  }
  return [
    { name: Name.volumes, data: bytesOf(Uint32Array.from(numbers)) },
    { name: Name.names, data: bytesOfStrings(names) },
  ];
}

function readVolumes(dataOf: DataOf, records: Records): Map<number, Volume> {
  const numbers = u32sOf(dataOf(Name.volumes));
  const names = stringsOf(dataOf(Name.names));
  const volumes = new Map<number, Volume>();
  let name = 0;
  for (let at = 0; at < numbers.length; ) {
    const [story, nameCount, memberCount] = [numbers[at], numbers[at + 1], numbers[at + 2]];
    at += 3;
    check(at + memberCount <= numbers.length, "a story is cut short");
    const members: number[] = [];
    for (const end = at + memberCount; at < end; at++) members.push(numbers[at]);
    check(
      members.every((member) => records.has(member)),
      "a story has unknown articles",
    );
    volumes.set(story, { names: names.slice(name, name + nameCount), members });
    name += nameCount;
  }
  check(name === names.length && new Set(names).size === name, "its names do not fit its stories");
  checkStories(volumes, records);
  return volumes;
}

/** Each article is in the story that its record names, and in no other. */
function checkStories(volumes: ReadonlyMap<number, Volume>, records: Records): void {
  let shelved = 0;
  for (const [story, { names, members }] of volumes) {
    const ascend = members.every((member, i) => i === 0 || member > members[i - 1]);
    const belong = members.every((member) => records.number(member, Column.story) === story);
    check(names.length > 0 && members.length > 0 && ascend && belong, "a story does not fit its articles");
    shelved += members.length;
  }
  for (const article of records.all()) {
    const story = records.number(article, Column.story);
    if (!volumes.has(story)) check(story === article, "an article is in no story");
    else shelved--;
  }
  check(shelved === 0, "an article is missing in its story");
}

function linkSections(links: Links): Section[] {
  const ends: number[] = [];
  const scores: number[] = [];
  for (const [a, b, decision] of links.all()) {
    const { score, resemblance, containment } = decision;
    ends.push(a, b, kindOf(decision));
    scores.push(score, resemblance, containment.aInB, containment.bInA);
  }
  return [
    { name: Name.links, data: bytesOf(Uint32Array.from(ends)) },
    { name: Name.scores, data: bytesOf(Float32Array.from(scores)) },
  ];
}

function readLinks(dataOf: DataOf, records: Records): Links {
  const ends = u32sOf(dataOf(Name.links));
  const scores = f32sOf(dataOf(Name.scores));
  check(ends.length / 3 === scores.length / 4, "its links have columns of unlike length");
  const links = new Links();
  let former = [-1, -1];
  for (let i = 0; i < ends.length / 3; i++) {
    const [a, b, kind] = [ends[i * 3], ends[i * 3 + 1], ends[i * 3 + 2]];
    // By both numbers, each pair once: in another order every link would be looked for in a chain.
    const ascends = a > former[0] || (a === former[0] && b > former[1]);
    check(a < b && ascends, "a link stands there twice, out of order or the wrong way round");
    former = [a, b];
    const decision = decisionOf(kind, scores.subarray(i * 4, i * 4 + 4));
    check(records.has(a) && records.has(b), "a link leads to no article");
    if (decision === undefined) throw damaged("a link has an unknown verdict.");
    links.set(a, b, decision);
  }
  return links;
}

function segmentSections({ bits, numbers, dead, sizes, entries, listed }: SegmentData): Section[] {
  return [
    { name: Name.segment, data: bytesOf(Uint32Array.of(bits)) },
    { name: Name.segmentNumbers, data: bytesOf(numbers) },
    { name: Name.segmentDead, data: bytesOf(dead) },
    { name: Name.segmentSizes, data: sizes },
    { name: Name.segmentEntries, data: bytesOf(entries) },
    { name: Name.segmentListed, data: bytesOf(listed) },
  ];
}

function readSegments(sections: readonly Section[], records: Records): CandidateIndex {
  const order = [Name.segmentNumbers, Name.segmentDead, Name.segmentSizes, Name.segmentEntries, Name.segmentListed];
  const segments: Segment[] = [];
  let last = -1;
  for (const [i, { name, data }] of sections.entries()) {
    if (name !== Name.segment) continue;
    const parts = sections.slice(i + 1, i + 1 + order.length);
    check(
      order.every((part, j) => parts[j]?.name === part),
      "a segment of postings lacks a part",
    );
    const [numbers, dead, sizes, entries, listed] = parts.map((part) => part.data);
    const segment = Segment.fromData(
      {
        bits: u32sOf(data)[0],
        numbers: u32sOf(numbers),
        dead: u32sOf(dead),
        sizes,
        entries: u32sOf(entries),
        listed: u32sOf(listed),
      },
      FREQUENCY_CAP,
    );
    if (segment === undefined || segment.count === 0 || segment.first <= last) {
      throw damaged("a segment of postings is out of order.");
    }
    check(
      segment.every((number) => records.has(number)),
      "a posting leads to no article",
    );
    last = segment.last;
    segments.push(segment);
  }
  return new CandidateIndex(segments);
}
