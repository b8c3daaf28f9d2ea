// In: a story of several versions as plain data. Out: one HTML page: who tells it, how much of each stands in each
// other, and when each was published.

import type { Verdict } from "../compare/verdict.js";
import { SamestoryError } from "../errors.js";
import { count, shareOf } from "./comparison.js";
import { escaped, safeUrl, textAttributes } from "./markup.js";
import { page } from "./page.js";
import { DAY, distance, HOUR, MINUTE, timeOf, timeText } from "./time.js";

/** One article of a story. */
export interface StoryMember {
  id: string;
  title?: string;
  source?: string;
  url?: string;
  publishedAt?: Date | string;
  language?: string;
  /** What it is to the story's lead; absent for the lead itself. */
  verdict?: Verdict;
  /** How sure that is, 0..1. */
  score?: number;
  /** The id of the member that it was most likely made from. */
  derivesFrom?: string;
  /** What was done to that one, in a few words: "cut to a third", "restyled". */
  how?: string;
}

/** A story as plain data. */
export interface StoryReport {
  /** The headline of the story. Default: that of the first member that has one. */
  title?: string;
  members: readonly StoryMember[];
  /** `containment[i][j]` is how much of member i stands in member j, 0..1; `NaN` where that is not known. */
  containment: readonly (readonly number[])[];
  /** What else is to be said of the story, such as what was left out. */
  note?: string;
}

/**
 * The report of a story of several versions as one HTML page: a table of its members, a heat map of how much of each
 * stands in each other, and a timeline. It needs no script and loads nothing.
 *
 * @throws {SamestoryError} `INVALID_OPTION` when the containment has not one row and one column for each member
 */
export function renderStoryHtml(story: StoryReport): string {
  const title = titleOf(story);
  const head = `<header class="top"><h1${textAttributes(title, undefined)}>${escaped(title)}</h1><p class="sentence">${factsOf(story)}</p></header>`;
  return page(title, `${head}\n${storyBody(story, "", 2)}`);
}

/** What stands above a list of stories. */
export interface StoriesOptions {
  /** The heading of the page. Default: how many stories there are. */
  title?: string;
  /** What else is to be said of the list, such as what was left out; a paragraph each. */
  notes?: readonly string[];
}

/**
 * The report of many stories as one HTML page, each folded under its headline and shown as {@link renderStoryHtml} does.
 *
 * @throws {SamestoryError} `INVALID_OPTION` when a containment has not one row and one column for each member
 */
export function renderStoriesHtml(stories: readonly StoryReport[], options: StoriesOptions = {}): string {
  const told = stories.length === 1 ? "1 story" : `${stories.length} stories`;
  const title = options.title ?? told;
  const versions = stories.reduce((sum, { members }) => sum + members.length, 0);
  const sections = stories.map((story, index) => {
    const headline = titleOf(story);
    const id = `s${index + 1}`;
    const open = stories.length === 1 ? " open" : "";
    return `<div class="story"><h2 id="${id}"${textAttributes(headline, undefined)}>${escaped(headline)}</h2>
<details${open}><summary>${factsOf(story)}</summary>
${storyBody(story, `${id}-`, 3)}
</details></div>`;
  });
  const head = `<header class="top"><h1${textAttributes(title, undefined)}>${escaped(title)}</h1><p class="sentence">${options.title === undefined ? "" : `${told}, `}${count(versions, "version")}</p>${(options.notes ?? []).map(noteHtml).join("")}</header>`;
  return page(title, `${head}\n${sections.join("\n")}`);
}

function noteHtml(note: string): string {
  return `<p class="note-line">${escaped(note)}</p>`;
}

/** The tables of a story; `prefix` keeps its ids apart from those of other stories on the page. */
function storyBody({ members, containment, note }: StoryReport, prefix: string, level: 2 | 3): string {
  const size = members.length;
  if (containment.length !== size || containment.some((row) => row.length !== size)) {
    throw new SamestoryError(
      "INVALID_OPTION",
      `containment must have ${size} rows of ${size} numbers, one for each member.`,
    );
  }
  // One story has landmarks; on a page of many they would be a crowd of the same names, and headings do.
  const tag = level === 2 ? "section" : "div";
  const section = (id: string, heading: string, body: string): string =>
    body === ""
      ? ""
      : `<${tag} class="piece"${level === 2 ? ` aria-labelledby="${id}"` : ""}><h${level} class="part" id="${prefix}${id}">${heading}</h${level}>\n${body}</${tag}>`;
  return [
    note === undefined ? "" : noteHtml(note),
    section("members", "Versions", tableHtml(members, prefix)),
    section("heat", "How much of each stands in each other", heatHtml(members, containment)),
    section("times", "In order of time", timelineHtml(members, prefix)),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** "4 versions, 3 sources, over 2 days". */
export function factsOf({ members }: Pick<StoryReport, "members">): string {
  const sources = new Set(members.map(({ source }) => source).filter((source) => source !== undefined)).size;
  const parts = [count(members.length, "version"), sources > 1 ? `${sources} sources` : "", spanText(members)];
  return parts.filter((part) => part !== "").join(", ");
}

function titleOf({ title, members }: StoryReport): string {
  return title ?? members.find((member) => member.title !== undefined)?.title ?? "A story and its versions";
}

function spanText(members: readonly StoryMember[]): string {
  const times = members.flatMap(({ publishedAt }) => timeOf(publishedAt) ?? []);
  if (times.length < 2) return "";
  return `over ${distance(Math.max(...times) - Math.min(...times))}`;
}

/** What a version is called in a list. */
export function nameOf(member: StoryMember, index: number): string {
  return member.source?.trim() || member.title?.trim() || member.id || `Version ${index + 1}`;
}

/** The headline of a version, linked where that does no harm. */
export function titleHtml({ title, url, language, id }: StoryMember): string {
  const text = title?.trim() || id;
  const shown = `<span${textAttributes(text, language)}>${escaped(text)}</span>`;
  const address = safeUrl(url);
  return address === undefined ? shown : `<a href="${escaped(address)}" rel="noopener noreferrer">${shown}</a>`;
}

function tableHtml(members: readonly StoryMember[], prefix: string): string {
  const indexOf = new Map(members.map(({ id }, index) => [id, index]));
  const rows = members.map((member, index) => {
    const from = member.derivesFrom === undefined ? undefined : indexOf.get(member.derivesFrom);
    const origin =
      from === undefined
        ? ""
        : `from <a href="#${prefix}m${from + 1}">${from + 1}</a>${member.how === undefined ? "" : `, ${escaped(member.how)}`}`;
    const verdict = member.verdict === undefined ? "lead" : member.verdict;
    const score = member.score === undefined ? "" : ` <span class="tally">${shareOf(member.score)}</span>`;
    const time = timeText(member.publishedAt) ?? "";
    return `<tr id="${prefix}m${index + 1}"><th scope="row">${index + 1}</th><td>${titleHtml(member)}</td><td>${escaped(member.source ?? "")}</td><td>${time}</td><td>${verdict}${score}</td><td>${origin}</td></tr>`;
  });
  return `<div class="scroll" role="group" aria-label="Table of versions" tabindex="0"><table class="members"><thead><tr><th scope="col">No.</th><th scope="col">Headline</th><th scope="col">Source</th><th scope="col">Published</th><th scope="col">Verdict</th><th scope="col">Made from</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function heatHtml(members: readonly StoryMember[], containment: StoryReport["containment"]): string {
  if (members.length < 2) return "";
  const heads = members.map(
    (member, index) => `<th scope="col" title="${escaped(nameOf(member, index))}">${index + 1}</th>`,
  );
  const rows = containment.map((shares, index) => {
    const cells = shares.map((share, other) => {
      if (index === other) return `<td class="self">–</td>`;
      if (Number.isNaN(share)) return `<td class="self" title="not known">?</td>`;
      const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100 + 1e-9);
      return `<td class="h${Math.floor(percent / 20)}">${percent}</td>`;
    });
    return `<tr><th scope="row"><span>${index + 1}</span> ${escaped(nameOf(members[index], index))}</th>${cells.join("")}</tr>`;
  });
  return `<p class="note-line">Percent of the row's text that is found in the column's.</p>
<div class="scroll" role="group" aria-label="Table of shares" tabindex="0"><table class="heat"><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

/** Space between two dots grows with the logarithm of the time, so that minutes show beside days. */
const STEPS = [15 * MINUTE, 2 * HOUR, DAY] as const;

/** The class of an entry of the timeline by the time since the one before. */
export function gapClass(gap: number): string {
  return `g${STEPS.filter((step) => gap > step).length}`;
}

function timelineHtml(members: readonly StoryMember[], prefix: string): string {
  const dated = members
    .map((member, index) => ({ member, index, time: timeOf(member.publishedAt) }))
    .filter((one): one is { member: StoryMember; index: number; time: number } => one.time !== undefined)
    .sort((x, y) => x.time - y.time || x.index - y.index);
  if (dated.length === 0) return "";
  const items = dated.map(({ member, index, time }, at) => {
    const gap = at === 0 ? 0 : time - dated[at - 1].time;
    const later = gap > 0 ? ` <span class="tally">+${distance(gap)}</span>` : "";
    const how = member.how === undefined ? "" : ` <span class="tally">${escaped(member.how)}</span>`;
    return `<li class="${gapClass(gap)}"><time datetime="${new Date(time).toISOString()}">${timeText(member.publishedAt)}</time>${later}<br><a href="#${prefix}m${index + 1}">${index + 1}</a> <strong>${escaped(nameOf(member, index))}</strong>${how}<br>${titleHtml(member)}</li>`;
  });
  const undated = members.length - dated.length;
  return `<ol class="timeline">${items.join("\n")}</ol>${
    undated === 0 ? "" : `<p class="note-line">${count(undated, "version")} without a date</p>`
  }`;
}
