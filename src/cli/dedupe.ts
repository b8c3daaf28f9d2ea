// samestory dedupe FILE...: sorts articles into stories. Reading, sorting, keeping the index and printing are one file
// each; here is their order. The index is saved before anything is printed: who has seen the stories can rely on it.
import { resolve } from "node:path";
import type { Article, Story, StoryIndexOptions } from "../index.js";
import { remember } from "./changed.js";
import type { DedupeOptions } from "./dedupeOptions.js";
import { findInputs, type Inputs } from "./inputs.js";
import { type Tally, takeAll } from "./intake.js";
import { type Api, Exit, type Io, Trouble } from "./io.js";
import { counted, oneLine } from "./output.js";
import { type Progress, startProgress } from "./progress.js";
import { readInputs } from "./readAhead.js";
import { refuseUnwritable, writeReport } from "./report.js";
import { type KeptIndex, openIndex, saveIndex } from "./snapshot.js";
import { sortAll, sortInto } from "./sorter.js";
import { storiesAsLines, storiesAsTable } from "./stories.js";
import { storyReport } from "./storyReport.js";

type Told = Story<Article | undefined>;

/** Runs the command and gives its exit status. */
export async function runDedupe(names: string[], options: DedupeOptions, api: Api, io: Io): Promise<number> {
  if (options.report !== undefined) await refuseReport(options.report, options.index, names);
  const inputs = withoutReport(await findInputs(names, io), options.report);
  const kept = options.index === undefined ? undefined : await openIndex(options.index, indexOptions(options), api);
  const progress = startProgress(inputs.files, io);
  let outcome: Outcome;
  try {
    outcome = await sort({ inputs, options, kept, progress }, api, io);
    if (options.report !== undefined) {
      progress.phase("writing the report");
      await writeReport(options.report, storyReport(outcome.told, api));
    }
  } finally {
    progress.stop();
  }
  await write(outcome, options.format, io);
  io.stderr.write(`samestory: ${summary(outcome, inputs)}\n`);
  return Exit.yes;
}

/** A report takes the place of the file that has its name. */
async function refuseReport(report: string, index: string | undefined, names: readonly string[]): Promise<void> {
  const overwritten = [...names, index].find((name) => name !== undefined && resolve(name) === resolve(report));
  if (overwritten !== undefined) throw new Trouble(`the report would overwrite ${overwritten}: give it another name`);
  await refuseUnwritable(report);
}

/** The report of a former run may lie in a folder that is read, and is no article. */
function withoutReport({ files, passedBy }: Inputs, report: string | undefined): Inputs {
  if (report === undefined) return { files, passedBy };
  return { files: files.filter(({ name }) => resolve(name) !== resolve(report)), passedBy };
}

function indexOptions({ keepTexts }: DedupeOptions): StoryIndexOptions {
  return keepTexts === undefined ? {} : { keepTexts };
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
  const readings = readInputs(inputs.files, { api, io, workers: options.workers, onBytes: progress.read });
  const tally = await takeAll(readings, { sorter, progress, window: options.window, strict: options.strict === true });
  if (tally.read === 0 && tally.skipped > 0) throw new Trouble("there was no article in what was read");
  if (kept && isToBeSaved(kept, tally, options)) {
    progress.phase("saving the index");
    await saveIndex(kept);
  }
  progress.phase("sorting into stories");
  const stories = sorter.stories();
  return { tally, stories, told: before && options.all !== true ? stories.filter(before.isChanged) : stories };
}

/** A run that brings nothing leaves the file alone, and so is never in the way of one that does. */
function isToBeSaved({ former }: KeptIndex, tally: Tally, { keepTexts }: DedupeOptions): boolean {
  const brought = tally.read - tally.unchanged;
  return former === undefined || brought > 0 || tally.expired > 0 || keepTexts !== undefined;
}

async function write({ told, stories }: Outcome, format: string, { stdout }: Io): Promise<void> {
  for (const text of format === "table" ? storiesAsTable(told, stories) : storiesAsLines(told)) {
    stdout.write(text);
    await stdout.drained?.();
  }
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
