// samestory dedupe FILE...: sorts articles into stories. Reading, sorting, keeping the index and printing are one file
// each; here is their order. The index is saved before anything is printed: who has seen the stories can rely on it.
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Article, SamestoryError, type Story } from "../index.js";
import { findInputs, type Inputs } from "./inputs.js";
import { type Api, Exit, type Io, Trouble } from "./io.js";
import { oneLine } from "./output.js";
import { type Progress, startProgress } from "./progress.js";
import { type Reading, readInput } from "./readers.js";
import { openIndex, saveIndex } from "./snapshot.js";
import { type Sorter, sortAll, sortInto } from "./sorter.js";
import { storiesAsLines, storiesAsTable } from "./stories.js";

/** Options of the command. */
export interface DedupeOptions {
  format: "jsonl" | "table";
  index?: string;
  /** In milliseconds. */
  window?: number;
  strict?: boolean;
}

const HELP = `
Reads, by the name's ending:
  .jsonl .ndjson        an article on each line: { "text": "...", "id": "...",
                        "title": "...", "url": "...", "source": "...",
                        "publishedAt": "2024-05-01T10:00:00Z" }; only text is
                        needed. Read line by line, however large the file
  .json                 one article, or a list of them
  .txt                  the text of a page, menus and all
  .html .htm .xhtml     a saved page
  .xml .rss .atom .rdf  a feed
  a folder              all of these in it, and in its folders
  -                     standard input, as JSONL; the same if no file is named

Writes a line of JSON for each story:
  id        name of the story: the id of its first article
  lead      id of the article that stands for it, and leadReason
  articles  the earliest first: id, title, source, url, publishedAt, verdict and
            score against the lead, origin (what it was most likely made from)
  related   stories that share passages with it without being the same
How many were read and what was skipped stands on standard error.

An article that comes again under its id replaces the former one. Up to 10,000
articles are sorted at once, and their order does not matter. More are sorted as
they come, and so are those of an index; then a few may end in another story if
they come in another order, and of all but the newest 50,000 only the ids, not
the titles and addresses, are kept.

Exit status: 0 done, 2 trouble. Bad lines are told and skipped; with --strict
the first one is trouble. On trouble an index is left as it was.

Examples:
  samestory dedupe feed.jsonl
  samestory dedupe --format table monday/ tuesday/
  samestory dedupe feed.jsonl | jq -r 'select(.articles | length > 1) | .lead'
  zcat archive.jsonl.gz | samestory dedupe - > stories.jsonl
  samestory dedupe --index news.idx --window 7d hourly.jsonl     from cron
`;

/** Describes the command, its options and its help. */
export function describeDedupe(command: Command): Command {
  return command
    .summary("sort many articles into stories")
    .description("Sorts articles into stories: each is put with the versions of itself.")
    .argument("[FILE...]", 'files, folders, or "-" for standard input')
    .addOption(
      new Option("--format <which>", "jsonl for programs, table for people")
        .choices(["jsonl", "table"])
        .default("jsonl"),
    )
    .option("--index <file>", "keep the articles in this file from run to run")
    .option("--window <time>", "let go of articles older than this before the newest: 36h, 7d, 2w", parseWindow)
    .option("--strict", "stop at the first bad line")
    .addHelpText("after", HELP);
}

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

function parseWindow(value: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)([mhdw])$/u.exec(value) ?? [];
  const time = Number(count) * (UNITS[unit ?? ""] ?? Number.NaN);
  if (time > 0) return time;
  throw new InvalidArgumentError("It must be a number and m, h, d or w, such as 36h or 7d.");
}

/** Runs the command and gives its exit status. */
export async function runDedupe(names: string[], options: DedupeOptions, api: Api, io: Io): Promise<number> {
  const inputs = await findInputs(names, io);
  const kept = options.index === undefined ? undefined : await openIndex(options.index, api);
  const sorter = kept ? sortInto(kept.index) : sortAll(api);
  const progress = startProgress(inputs.files, io);
  const tally: Tally = { read: 0, skipped: 0, replaced: 0, expired: 0 };
  try {
    await readAll({ inputs, options, sorter, progress, tally }, api, io);
  } finally {
    progress.stop();
  }
  if (tally.read === 0 && tally.skipped > 0) throw new Trouble("there was no article in what was read");
  if (kept) await saveIndex(kept);
  const stories = sorter.stories();
  await write(stories, options.format, io);
  io.stderr.write(`samestory: ${summary(tally, inputs, stories)}\n`);
  return Exit.yes;
}

interface Tally {
  read: number;
  skipped: number;
  replaced: number;
  expired: number;
}

interface Work {
  inputs: Inputs;
  options: DedupeOptions;
  sorter: Sorter;
  progress: Progress;
  tally: Tally;
}

/** After so many articles the old ones are let go, so that a window bounds memory too. */
const EXPIRE_EVERY = 1000;

async function readAll({ inputs, options, sorter, progress, tally }: Work, api: Api, io: Io): Promise<void> {
  const newest = newestOf(Date.now());
  const expire = (): void => {
    const before = newest.time() - (options.window ?? Number.POSITIVE_INFINITY);
    if (before > Number.NEGATIVE_INFINITY) tally.expired += sorter.expire(before);
  };
  for (const input of inputs.files) {
    for await (const reading of readInput(input, api, io, progress.read)) {
      const bad = await take(reading, sorter, tally);
      if (bad !== undefined && options.strict) throw new Trouble(bad);
      if (bad !== undefined) {
        tally.skipped++;
        progress.note(bad);
        continue;
      }
      if ("article" in reading) newest.see(reading.article);
      progress.count(tally.read);
      if (tally.read % EXPIRE_EVERY === 0) expire();
    }
  }
  expire();
}

/** Puts an article with its story; the reason where there is none, or the library takes it for none. */
async function take(reading: Reading, sorter: Sorter, tally: Tally): Promise<string | undefined> {
  if ("bad" in reading) return reading.bad;
  try {
    if (await sorter.add(reading.article)) tally.replaced++;
    tally.read++;
    return undefined;
  } catch (error) {
    if (error instanceof SamestoryError) return `${reading.place}: ${error.message}`;
    throw error;
  }
}

/** A clock may be a little ahead. */
const AHEAD_MS = 86_400_000;

/**
 * The latest time of publication seen. Dates in the future are mistakes among others that are not, and one of them would
 * let go of everything else: they count only where there are no others.
 */
function newestOf(now: number): { time(): number; see(article: Article): void } {
  let past = Number.NEGATIVE_INFINITY;
  let future = Number.NEGATIVE_INFINITY;
  return {
    time: () => (past > Number.NEGATIVE_INFINITY ? past : future),
    see: ({ publishedAt }) => {
      const published = publishedAt === undefined ? Number.NaN : Number(new Date(publishedAt));
      if (published <= now + AHEAD_MS) past = Math.max(past, published);
      else if (published > future) future = published;
    },
  };
}

async function write(stories: readonly Story<Article | undefined>[], format: string, { stdout }: Io): Promise<void> {
  for (const text of format === "table" ? storiesAsTable(stories) : storiesAsLines(stories)) {
    stdout.write(text);
    await stdout.drained?.();
  }
}

function summary(
  { read, skipped, replaced, expired }: Tally,
  { passedBy }: Inputs,
  stories: readonly Story<Article | undefined>[],
): string {
  const held = stories.reduce((sum, { articles }) => sum + articles.length, 0);
  const retold = stories.filter(({ articles }) => articles.length > 1).length;
  const parts = [
    `${counted(read, "article", "articles")} read`,
    skipped > 0 && `${skipped} skipped`,
    replaced > 0 && `${replaced} came again under an id`,
    expired > 0 && `${expired} older than the window`,
    passedBy > 0 && `${counted(passedBy, "file", "files")} of other kinds not read`,
  ].filter((part) => part !== false);
  const sorted = `${counted(held, "article", "articles")} in ${counted(stories.length, "story", "stories")}`;
  return oneLine(`${parts.join(", ")}; ${sorted}, ${retold} told more than once`);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
