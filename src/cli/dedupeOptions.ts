// The options of samestory dedupe and its help.
import { type Command, InvalidArgumentError, Option } from "commander";

/** Options of the command. */
export interface DedupeOptions {
  format: "jsonl" | "table";
  index?: string;
  /** Whether stories of an index are told that this run left as they were. */
  all?: boolean;
  /** A file to write an HTML report to. */
  report?: string;
  /** In milliseconds. */
  window?: number;
  workers: number;
  keepTexts?: number;
  strict?: boolean;
}

const HELP = `
Reads, by the name's ending:
  .jsonl .ndjson        an article on each line: { "text": "...", "id": "...",
                        "title": "...", "url": "...", "source": "...",
                        "publishedAt": "2024-05-01T10:00:00Z" }; only text is
                        needed. Read line by line, however large the file
  .json                 one article, a list of them, or a JSON Feed
  .txt                  the text of a page, menus and all
  .html .htm .xhtml     a saved page
  .xml .rss .atom .rdf  a feed
  a folder              all of these in it, and in its folders
  -                     standard input, the same if no file is named: JSONL,
                        or one list, page or feed, known by how it begins

Writes a line of JSON for each story:
  id        name of the story: the id of its first article
  lead      id of the article that stands for it, and leadReason
  articles  the earliest first: id, title, source, url, publishedAt, verdict and
            score against the lead, origin (what it was most likely made from)
  related   stories that share passages with it without being the same
How many were read and what was skipped stands on standard error.

An article that comes again under its id replaces the former one. Up to 5,000
articles are sorted at once, and their order does not matter. More are sorted as
they come, and so are those of an index; then a few may end in another story if
they come in another order, and of all but the newest 20,000 only the ids, not
the titles and addresses, are kept. --keep-texts says how many those are: fewer
take less memory, some 6 kB each, and older articles are matched less surely.

With --index, stories are written that are not as they were before the run: new
ones, and those that gained, lost or changed an article. What --window let go of
whole is only counted. --all writes every story of the index. An article that
comes again as it was is left where it is.

--report writes a page beside that: the stories of several versions among those
written, with the versions, how much of each stands in each other, and when each
was published. Of a large feed the newest are shown.

--workers starts threads that find the articles in pages and feeds; it pays from
some hundred pages on. What is written does not depend on it.

Exit status: 0 done, 2 trouble. Bad lines are told and skipped; with --strict
the first one is trouble. On trouble an index is left as it was.

Examples:
  samestory dedupe feed.jsonl
  samestory dedupe --format table monday/ tuesday/
  samestory dedupe feed.jsonl | jq -r 'select(.articles | length > 1) | .lead'
  zcat archive.jsonl.gz | samestory dedupe > stories.jsonl
  curl -s https://example.org/rss | samestory dedupe --index news.idx
  samestory dedupe --report stories.html --workers 4 pages/
  samestory dedupe --index news.idx --window 7d hourly.jsonl     from cron
  samestory dedupe --index news.idx --all < /dev/null            what it holds
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
    .option("--all", "with --index: write all its stories, not only those that changed")
    .option("--window <time>", "let go of articles older than this before the newest: 36h, 7d, 2w", parseWindow)
    .option("--report <file>", "write the stories of several versions as a page to a file, too")
    .addOption(new Option("--workers <count>", "threads that read pages and feeds").argParser(parseWorkers).default(1))
    .option(
      "--keep-texts <count>",
      "newest articles of an index that are kept whole (default: as it has, or 20000)",
      parseKeepTexts,
    )
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

/** Each takes some 80 MB, and one thread alone puts the articles into stories. */
const MOST_WORKERS = 64;

function parseWorkers(value: string): number {
  const count = Number(value);
  if (/^\d+$/u.test(value) && count >= 1 && count <= MOST_WORKERS) return count;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_WORKERS}.`);
}

function parseKeepTexts(value: string): number {
  if (/^\d+$/u.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a whole number, 0 or more.");
}
