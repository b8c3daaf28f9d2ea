// In: a diff with both texts and what is known of them. Out: one HTML page that needs nothing but itself: no script, no
// font, no picture, no address is loaded, and the same input gives the same page.
import type { Comparison } from "../compare/verdict.js";
import type { StoryDiff } from "../diff/edits.js";
import type { StoryHistory } from "../diff/history.js";
import type { Summary } from "../diff/summary.js";
import { SamestoryError } from "../errors.js";
import type { HistoryOptions } from "./chain.js";
import { furnitureHtml } from "./furniture.js";
import { historyBody } from "./historyHtml.js";
import { textAttributes } from "./markup.js";
import { overviewHtml } from "./overview.js";
import { page } from "./page.js";
import { passagesHtml } from "./passages.js";
import { blockFinder } from "./placing.js";
import { rowsHtml } from "./rows.js";
import { type About, bothTexts, type Texts } from "./versions.js";

/** What a diff needs to become a page. */
export interface HtmlOptions {
  /** The first text as given to `diff`: the page, or the `text` of the article. */
  a: string;
  /** The second text as given. */
  b: string;
  /** What is known of the two versions; articles will do. */
  about?: { a?: About; b?: About };
  /** The verdict on the two, to be shown with its reasons and the shared passages. */
  comparison?: Comparison;
  /** The sentence on top and the house style; see `summarize`. Without it the edits are counted. */
  summary?: Summary;
}

/**
 * The report of a diff as one HTML page: facts first, then both versions side by side (one below the other on a phone),
 * substance bright and style quiet, furniture folded away. It needs no script and loads nothing.
 *
 * @throws {SamestoryError} `INVALID_OPTION` when a text is missing, `WRONG_TEXT` when it is another than `diff` was given,
 * `INVALID_INPUT` for what is neither a diff nor a history (a comparison goes with a diff, as `comparison`)
 */
export function renderHtml(diff: StoryDiff, options: HtmlOptions): string;
/**
 * The report of a history as one HTML page: the versions in order of time, what each changed with its edits folded
 * away, and which facts and paragraphs came and went when. It needs no script and loads nothing.
 *
 * @throws {SamestoryError} `INVALID_OPTION` when the articles are missing
 */
export function renderHtml(history: StoryHistory, options: HistoryOptions): string;
export function renderHtml(result: StoryDiff | StoryHistory, options: HtmlOptions | HistoryOptions): string {
  if ("steps" in result) {
    const { title, body } = historyBody(result, options as HistoryOptions);
    return page(title, body);
  }
  if (!("blocks" in result)) {
    throw new SamestoryError(
      "INVALID_INPUT",
      "renderHtml shows a diff or a history: pass what diff() or history() gave, a comparison beside a diff as `comparison`.",
    );
  }
  const { about } = options as HtmlOptions;
  const title = about?.b?.title ?? about?.a?.title;
  const body = reportBody(result, options as HtmlOptions);
  return page(title === undefined ? "What changed between two versions" : `What changed: ${title}`, body);
}

/** The report without the page round it, for a page that has its own. */
export function reportBody(diff: StoryDiff, options: HtmlOptions): string {
  const { a, b } = bothTexts(diff, options);
  const { about, comparison, summary } = options;
  const texts: Texts = {
    a,
    b,
    about: { a: about?.a ?? {}, b: about?.b ?? {} },
    attributes: { a: textAttributes(a, about?.a?.language), b: textAttributes(b, about?.b?.language) },
    prefix: "",
  };
  const find = { a: blockFinder(diff.blocks, "a"), b: blockFinder(diff.blocks, "b") };
  const sections = [
    overviewHtml(diff, texts, comparison, summary, find),
    sheetHtml(rowsHtml(diff, texts)),
    comparison === undefined ? "" : passagesHtml(comparison, texts, diff.blocks),
    furnitureHtml(diff.blocks, texts),
  ];
  return sections.filter((section) => section !== "").join("\n");
}

function sheetHtml(rows: string): string {
  if (rows === "") return "";
  return `<section class="sheet" aria-labelledby="versions">
<h2 id="versions">Paragraph by paragraph</h2>
${rows}
</section>`;
}
