// The page to try the library on: two texts in, the report below them. All of it happens in the browser.

import type { StoryDiff } from "../src/index.js";
import { articleFromText, compare, diff, summarize } from "../src/index.js";
import { reportBody } from "../src/render/html.js";
import { type HtmlOptions, renderHtml, renderMarkdown } from "../src/render/index.js";
import { EXAMPLES } from "./examples.js";
import { given, MOST_CHARACTERS, textOfFile, textOfPage } from "./input.js";
import { linkTo, textsIn } from "./share.js";

const fields = { a: element("a", HTMLTextAreaElement), b: element("b", HTMLTextAreaElement) };
const status = element("status", HTMLElement);
const report = element("report", HTMLElement);
const share = document.querySelector<HTMLElement>(".share");
/** While somebody types, the report waits this long for the next key. */
const PAUSE = 350;

/** What is shown below, to be copied and saved. */
let shown: { diff: StoryDiff; options: HtmlOptions } | undefined;
let waiting = 0;

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
for (const { name, a, b } of EXAMPLES) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", () => fill(a, b));
  document.querySelector(".examples")?.append(button);
}
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

function fill(a: string, b: string): void {
  fields.a.value = a;
  fields.b.value = b;
  update();
}

/** Text that is HTML is put in as the text that it shows. */
function pasted(event: ClipboardEvent, field: HTMLTextAreaElement): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const page = textOfPage(text);
  if (page === text) return;
  event.preventDefault();
  field.setRangeText(page, field.selectionStart, field.selectionEnd, "end");
  update();
}

async function dropped(event: DragEvent, field: HTMLTextAreaElement): Promise<void> {
  field.classList.remove("over");
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return; // dropped text is put in by the browser
  event.preventDefault();
  try {
    const [first, second] = await Promise.all(files.slice(0, 2).map(textOfFile));
    if (second === undefined) field.value = first;
    else [fields.a.value, fields.b.value] = [first, second];
    update();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

async function readFragment(): Promise<void> {
  const texts = await textsIn(location.hash);
  if (texts !== undefined) fill(...texts);
  else if (location.hash.startsWith("#s=")) say("The link is damaged: the texts in it cannot be read.");
}

function update(): void {
  clearTimeout(waiting);
  const [a, b] = [given(fields.a.value), given(fields.b.value)];
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
  const about = { a: titleOf(a.text), b: titleOf(b.text) };
  shown = {
    diff: result,
    options: { a: a.text, b: b.text, comparison, about, summary: summarize(result, { a: a.text, b: b.text }) },
  };
  show(reportBody(shown.diff, shown.options));
  share?.toggleAttribute("hidden", false);
  say(`${comparison.sameStory ? "Same story" : "Not the same story"}: ${comparison.verdict}. Compared in ${time} ms.`);
}

function titleOf(text: string): { title?: string } {
  const { title } = articleFromText(text);
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
