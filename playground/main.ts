// The page to try the library on: two texts in, the report below them; or a feed in, its stories below, two of whose
// versions can be compared. All of it happens in the browser.

import type { Article, ArticleInput, Story, StoryDiff } from "../src/index.js";
import { articleFromText, compare, dedupe, diff, summarize } from "../src/index.js";
import { reportBody } from "../src/render/html.js";
import { type About, type HtmlOptions, renderHtml, renderMarkdown } from "../src/render/index.js";
import { EXAMPLES, FEED_EXAMPLE } from "./examples.js";
import { type Feed, feedIn, MOST_ARTICLES } from "./feed.js";
import { type FileContent, given, MOST_CHARACTERS, readFile, textOfPage } from "./input.js";
import { linkTo, textsIn } from "./share.js";
import { storiesAsMarkdown, storyList } from "./stories.js";

const fields = { a: element("a", HTMLTextAreaElement), b: element("b", HTMLTextAreaElement) };
const status = element("status", HTMLElement);
const report = element("report", HTMLElement);
const share = document.querySelector<HTMLElement>(".share");
const feedPanel = element("feed", HTMLElement);
const feedList = element("feed-list", HTMLElement);
const files = element("files", HTMLInputElement);
/** While somebody types, the report waits this long for the next key. */
const PAUSE = 350;

/** What is shown below, to be copied and saved. */
let shown: { diff: StoryDiff; options: HtmlOptions } | undefined;
let waiting = 0;
/** The stories of the feed that is open. */
let stories: Story[] = [];
/** Versions that were opened from it. */
const known = new Map<string, Article>();

for (const field of [fields.a, fields.b]) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(update, PAUSE);
  });
  field.addEventListener("paste", (event) => pasted(event, field));
  field.addEventListener("dragover", (event) => {
    event.preventDefault();
    field.classList.add("over");
  });
  field.addEventListener("dragleave", () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => dropped(event, field));
}
for (const { name, a, b } of EXAMPLES)
  addExample(name, () => {
    fill(a, b);
    reveal(report);
  });
addExample("A feed", () => {
  const feed = feedIn(FEED_EXAMPLE);
  if (feed !== undefined) openFeed("the example", feed);
  reveal(feedPanel);
});
// A file that misses the fields would make the browser leave the page.
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => dropped(event, undefined));
files.addEventListener("change", async () => {
  await take([...(files.files ?? [])], undefined);
  files.value = "";
});
element("close-feed", HTMLElement).addEventListener("click", closeFeed);
element("copy-stories", HTMLElement).addEventListener("click", () =>
  copy(storiesAsMarkdown(stories), "Stories copied as Markdown."),
);
element("swap", HTMLElement).addEventListener("click", () => fill(fields.b.value, fields.a.value));
element("clear", HTMLElement).addEventListener("click", () => {
  fill("", "");
  fields.a.focus();
});
element("share", HTMLElement).addEventListener("click", copyLink);
element("markdown", HTMLElement).addEventListener("click", copyMarkdown);
element("save", HTMLElement).addEventListener("click", save);
window.addEventListener("hashchange", readFragment);
void readFragment();

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${id}.`);
  return found;
}

function addExample(name: string, show: () => void): void {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", show);
  document.querySelector(".examples")?.append(button);
}

/** Brings what was asked for into view where it begins below the window, as on a phone. */
function reveal(shownElement: HTMLElement): void {
  if (shownElement.getBoundingClientRect().top > window.innerHeight * 0.7) shownElement.scrollIntoView();
}

function fill(a: string, b: string): void {
  fields.a.value = a;
  fields.b.value = b;
  // Never while somebody types or clicks: what shrinks moves the buttons from under the pointer.
  document.body.classList.toggle("filled", a.trim() !== "" && b.trim() !== "");
  update();
}

/** Text that is HTML is put in as the text that it shows; a feed is opened. */
function pasted(event: ClipboardEvent, field: HTMLTextAreaElement): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const feed = feedOrNone(text);
  if (feed !== undefined) {
    event.preventDefault();
    openFeed("the pasted feed", feed);
    return;
  }
  const page = textOfPage(text);
  if (page === text) return;
  event.preventDefault();
  field.setRangeText(page, field.selectionStart, field.selectionEnd, "end");
  update();
}

function feedOrNone(text: string): Feed | undefined {
  try {
    return feedIn(text);
  } catch {
    return undefined; // pasted by hand, it may as well be an article about feeds
  }
}

async function dropped(event: DragEvent, field: HTMLTextAreaElement | undefined): Promise<void> {
  field?.classList.remove("over");
  const given = [...(event.dataTransfer?.files ?? [])];
  if (given.length === 0) return; // dropped text is put in by the browser
  event.preventDefault();
  event.stopPropagation();
  await take(given, field);
}

/** A feed is opened, two articles are compared, one is put into its field: the first that is empty, where none is named. */
async function take(given: readonly File[], field: HTMLTextAreaElement | undefined): Promise<void> {
  try {
    const contents = await Promise.all(given.slice(0, 2).map(readFile));
    const feed = contents.find((content): content is Extract<FileContent, { feed: Feed }> => "feed" in content);
    if (feed !== undefined) {
      openFeed(feed.name, feed.feed);
      return;
    }
    const [first, second] = contents.map((content) => ("text" in content ? content.text : ""));
    if (first === undefined) return;
    const one = field ?? (fields.a.value.trim() === "" ? fields.a : fields.b);
    if (second === undefined) one.value = first;
    else [fields.a.value, fields.b.value] = [first, second];
    update();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

function openFeed(name: string, { articles, skipped }: Feed): void {
  if (articles.length > MOST_ARTICLES) {
    say(
      `${name} holds ${articles.length} articles: this page sorts ${MOST_ARTICLES} at most, the command line any number.`,
    );
    return;
  }
  try {
    const start = performance.now();
    stories = dedupe(articles).stories;
    const time = Math.max(1, Math.round(performance.now() - start));
    feedList.replaceChildren(storyList(stories, openVersions));
    feedPanel.toggleAttribute("hidden", false);
    known.clear();
    fill("", "");
    const left = skipped === 0 ? "" : ` ${skipped} could not be read.`;
    say(
      `${counted(stories.length, "story", "stories")} in ${counted(articles.length, "article")} of ${name}, sorted in ${time} ms.${left}`,
    );
  } catch (error) {
    say(`${name} cannot be sorted: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function openVersions(a: Article, b: Article): void {
  for (const article of [a, b]) known.set(article.text, article);
  fill(a.text, b.text);
  report.focus({ preventScroll: true });
  report.scrollIntoView();
}

function closeFeed(): void {
  stories = [];
  known.clear();
  feedList.replaceChildren();
  feedPanel.toggleAttribute("hidden", true);
  fill("", "");
  fields.a.focus();
}

async function readFragment(): Promise<void> {
  const texts = await textsIn(location.hash);
  if (texts !== undefined) fill(...texts);
  else if (location.hash.startsWith("#s=")) say("The link is damaged: the texts in it cannot be read.");
}

function update(): void {
  clearTimeout(waiting);
  const [a, b] = [given(fields.a.value, known), given(fields.b.value, known)];
  shown = undefined;
  report.replaceChildren();
  share?.toggleAttribute("hidden", true);
  if (a.text.trim() === "" || b.text.trim() === "") {
    say(a.text.trim() === b.text.trim() ? "" : "Now the other article.");
    return;
  }
  if (a.text.length > MOST_CHARACTERS || b.text.length > MOST_CHARACTERS) {
    say("The text is too long for this page: give it one article on each side.");
    return;
  }
  const start = performance.now();
  const comparison = compare(a.input, b.input);
  const result = diff(a.input, b.input);
  const time = Math.max(1, Math.round(performance.now() - start));
  const about = { a: aboutOf(a.input), b: aboutOf(b.input) };
  shown = {
    diff: result,
    options: { a: a.text, b: b.text, comparison, about, summary: summarize(result, { a: a.text, b: b.text }) },
  };
  show(reportBody(shown.diff, shown.options));
  share?.toggleAttribute("hidden", false);
  say(`${comparison.sameStory ? "Same story" : "Not the same story"}: ${comparison.verdict}. Compared in ${time} ms.`);
}

function aboutOf(input: ArticleInput): About {
  if (typeof input !== "string") return input;
  const { title } = articleFromText(input);
  return title === undefined ? {} : { title };
}

/** Puts the inside of the report below the fields; all of it was escaped by the renderer. */
function show(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.body;
  for (const heading of main.querySelectorAll("h1")) {
    // The page has its own heading of the first level.
    const second = page.createElement("h2");
    for (const { name, value } of heading.attributes) second.setAttribute(name, value);
    second.classList.add("headline");
    second.append(...heading.childNodes);
    heading.replaceWith(second);
  }
  for (const details of main.querySelectorAll("details.verdict, details.shared")) details.setAttribute("open", "");
  report.replaceChildren(...main.childNodes);
}

function say(text: string): void {
  status.textContent = text;
}

async function copyLink(): Promise<void> {
  const link = await linkTo(location.href, fields.a.value, fields.b.value);
  if (link !== undefined) return copy(link, "Link copied. The texts are in the link itself and are not sent anywhere.");
  return copy(markdown(), "The texts are too long for a link: the report is copied as text instead.");
}

function copyMarkdown(): Promise<void> {
  return copy(markdown(), "Report copied as Markdown.");
}

function markdown(): string {
  if (shown === undefined) return "";
  const { a, b, comparison, summary } = shown.options;
  const verdict = comparison === undefined ? "" : `${renderMarkdown(comparison)}\n`;
  return verdict + renderMarkdown(shown.diff, summary === undefined ? { a, b } : { a, b, summary });
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    copyByHand(text, done);
  }
}

/** Where the browser gives no clipboard (a page opened from a file), through a field that is selected. */
function copyByHand(text: string, done: string): void {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "vh";
  document.body.append(field);
  field.select();
  say(document.execCommand("copy") ? done : "The browser does not let this page copy.");
  field.remove();
}

function save(): void {
  if (shown === undefined) return;
  const address = URL.createObjectURL(new Blob([renderHtml(shown.diff, shown.options)], { type: "text/html" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "samestory-report.html";
  link.click();
  URL.revokeObjectURL(address);
}
