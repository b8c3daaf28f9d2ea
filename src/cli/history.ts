// samestory diff A B C…: what changed from version to version.
import type { Article, StoryHistory } from "../index.js";
import { renderHtml, renderText } from "../render/index.js";
import { type Read, readAll } from "./articles.js";
import { aboutOf, type DiffOptions, hasEdits } from "./diff.js";
import { shown } from "./input.js";
import { type Api, Exit, type Io } from "./io.js";
import { layout, oneLine, toJson } from "./output.js";
import { refuseReport, writeReport } from "./report.js";

/** Runs the command with more than two files and gives its exit status. */
export async function runHistory(names: readonly string[], options: DiffOptions, api: Api, io: Io): Promise<number> {
  if (options.html !== undefined) await refuseReport(options.html, names);
  const read = await readAll(names, api, io);
  const history = api.history(read.map(({ input }) => input));
  const status = history.steps.some(({ diff }) => hasEdits(diff, options.style)) ? Exit.no : Exit.yes;
  const report = {
    articles: read.map((one, index) => namedArticle(one, names[index], api)),
    summaries: summariesOf(history, read, api),
  };
  if (options.html !== undefined) {
    await writeReport(options.html, renderHtml(history, report));
    if (!options.json) {
      io.stdout.write(`${oneLine(options.html)}\n`);
      return status;
    }
  }
  io.stdout.write(options.json ? toJson(history) : renderText(history, { ...layout(options, io), ...report }));
  return status;
}

/** A version that does not say where it is from goes by the name of its file. */
function namedArticle(read: Read, name: string, api: Api): Article {
  return { source: shown(name), ...aboutOf(read, api), text: read.text };
}

function summariesOf({ steps }: StoryHistory, read: readonly Read[], api: Api) {
  return steps.map(({ from, to, diff }) => api.summarize(diff, { a: read[from].text, b: read[to].text }));
}
