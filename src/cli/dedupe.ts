// samestory dedupe FILE...: sorts articles into stories. Reading, sorting, keeping the index and printing are one file
// each; here is their order. The new index is brought to the disk first, then the stories are told, then it takes the
// place of the former one: a run that dies, or whose output cannot be written, is as if it had not been, and the next one
// tells its stories.
import { resolve } from "node:path";
import type { Article, Story, StoryIndexOptions } from "../index.js";
import { type Before, remember } from "./changed.js";
import type { DedupeOptions } from "./dedupeOptions.js";
import { feedIds } from "./feedIds.js";
import { findInputs, type Input, type Inputs } from "./inputs.js";
import { type Tally, takeAll } from "./intake.js";
import { type Api, Exit, type Io, Trouble } from "./io.js";
import { counted, oneLine } from "./output.js";
import { type Progress, startProgress } from "./progress.js";
import { readInputs } from "./readAhead.js";
import { refuseReport, writeReport } from "./report.js";
import { type KeptIndex, openIndex, type Written, writeIndex } from "./snapshot.js";
import { sortAll, sortInto } from "./sorter.js";
import { storiesAsLines, storiesAsTable } from "./stories.js";
import { storyReport } from "./storyReport.js";

type Told = Story<Article | undefined>;

/** Runs the command and gives its exit status. */
export async function runDedupe(names: string[], options: DedupeOptions, api: Api, io: Io): Promise<number> {
  if (options.report !== undefined) {
    await refuseReport(options.report, options.index === undefined ? names : [...names, options.index]);
  }
  const inputs = withoutReport(await findInputs(names, io), options.report);
  const kept = options.index === undefined ? undefined : await openIndex(options.index, indexOptions(options), api);
  const progress = startProgress(inputs.files, io);
  try {
    const outcome = await sort({ inputs, options, kept, progress }, api, io);
    const written = await keep(kept, outcome.tally, options, progress);
    try {
      if (!(await tell(outcome, options, progress, api, io))) return Exit.trouble;
      await written?.putInPlace();
    } finally {
      await written?.drop();
    }
    io.stderr.write(`samestory: ${summary(outcome, inputs)}\n`);
    return Exit.yes;
  } finally {
    progress.stop();
  }
}

/** The report of a former run may lie in a folder that is read, and is no article. */
function withoutReport({ files, passedBy }: Inputs, report: string | undefined): Inputs {
  if (report === undefined) return { files, passedBy };
  const isReport = ({ name }: Input): boolean => resolve(name) === resolve(report);
  const lost = files.find((file) => isReport(file) && file.kind !== "html");
  if (lost) throw new Trouble(`the report would overwrite ${lost.name}: give it another name`);
  return { files: files.filter((file) => !isReport(file)), passedBy };
}

function indexOptions({ keepTexts }: DedupeOptions): StoryIndexOptions {
  return keepTexts === undefined ? {} : { keepTexts };
}

function* articlesOf(before: Before | undefined): Iterable<Article | undefined> {
  for (const { article } of before?.articles.values() ?? []) yield article;
}

interface Work {
  inputs: Inputs;
  options: DedupeOptions;
  kept: KeptIndex | undefined;
  progress: Progress;
}

interface Outcome {
  tally: Tally;
  stories: Told[];
  /** Those of the stories that are written. */
  told: Told[];
}

async function sort({ inputs, options, kept, progress }: Work, api: Api, io: Io): Promise<Outcome> {
  const before = kept && remember(kept.index.stories());
  const sorter = kept ? sortInto(kept.index, before?.articles) : sortAll(api, indexOptions(options));
  const ids = feedIds(before?.articles);
  const readings = readInputs(inputs.files, { api, io, workers: options.workers, onBytes: progress.read });
  const tally = await takeAll(readings, {
    sorter,
    ids,
    progress,
    known: options.window === undefined ? [] : articlesOf(before),
    window: options.window,
    strict: options.strict === true,
  });
  if (tally.read === 0 && tally.skipped > 0) throw new Trouble("there was no article in what was read");
  progress.phase("sorting into stories");
  const stories = sorter.stories();
  return { tally, stories, told: before && options.all !== true ? stories.filter(before.isChanged) : stories };
}

/** A run that brings nothing leaves the file alone, and so is never in the way of one that does. */
async function keep(
  kept: KeptIndex | undefined,
  { read, unchanged, expired }: Tally,
  { keepTexts }: DedupeOptions,
  progress: Progress,
): Promise<Written | undefined> {
  const isChanged = read > unchanged || expired > 0 || keepTexts !== undefined;
  if (kept === undefined || (kept.former !== undefined && !isChanged)) return undefined;
  progress.phase("saving the index");
  return await writeIndex(kept);
}

/** Writes the report and the stories; whether they could be written. */
async function tell(
  { told, stories }: Outcome,
  { report, format }: DedupeOptions,
  progress: Progress,
  api: Api,
  { stdout }: Io,
): Promise<boolean> {
  if (report !== undefined) {
    progress.phase("writing the report");
    await writeReport(report, storyReport(told, api));
  }
  progress.stop();
  for (const text of format === "table" ? storiesAsTable(told, stories) : storiesAsLines(told)) {
    stdout.write(text);
    await stdout.drained?.();
  }
  return (await stdout.flushed?.()) ?? true;
}

function summary({ tally, stories, told }: Outcome, { passedBy }: Inputs): string {
  const { read, skipped, replaced, unchanged, expired } = tally;
  const held = stories.reduce((sum, { articles }) => sum + articles.length, 0);
  const retold = stories.filter(({ articles }) => articles.length > 1).length;
  const parts = [
    `${counted(read, "article", "articles")} read`,
    skipped > 0 && `${skipped} skipped`,
    replaced > 0 && `${replaced} came again under an id`,
    unchanged > 0 && `${unchanged} came again unchanged`,
    expired > 0 && `${expired} older than the window`,
    passedBy > 0 && `${counted(passedBy, "file", "files")} of other kinds not read`,
  ].filter((part) => part !== false);
  const sorted = `${counted(held, "article", "articles")} in ${counted(stories.length, "story", "stories")}`;
  const news = told.length < stories.length ? `, ${told.length} new or changed` : "";
  return oneLine(`${parts.join(", ")}; ${sorted}, ${retold} told more than once${news}`);
}
