// What `npm start` runs: the built package on the stories in test-data. Two pages become scores, reasons and a diff, a
// small feed becomes stories; all of it is printed, and the diff is written to report/index.html for a browser.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "../..");
const data = join(root, "test-data");
const WIDTH = 90;

const library = await built("index.js");
const { renderHtml, renderText } = await built("render.js");

const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
const pair = furnishedPair();
const sections = [comparisonSection(pair), diffSection(pair), feedSection(join(data, "feed.jsonl"))];
for (const section of sections) console.log(section);
const path = writeReport(page(pair));
console.log(`The report, to open in a browser: ${relative(process.cwd(), path)}`);

/** A file of the built package. */
async function built(name) {
  const file = join(root, "dist", name);
  if (existsSync(file)) return import(pathToFileURL(file).href);
  console.error(`demo: dist/${name} is not there: run npm run build first`);
  process.exit(2);
}

/** Two furnished pages that are versions of one story: the first such pair that is labelled with its edits, in English if there is one. */
function furnishedPair() {
  const found = readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(data, entry.name, "expected.json")))
    .sort((x, y) => (x.name < y.name ? -1 : 1))
    .flatMap(({ name }) => pagePairs(name));
  const chosen = found.find(({ language }) => language === "en") ?? found[0];
  if (chosen === undefined) throw new Error("test-data holds no pair of pages that are one story");
  return chosen;
}

function pagePairs(folder) {
  const { language, versions, pairs } = JSON.parse(readFileSync(join(data, folder, "expected.json"), "utf8"));
  return pairs
    .filter(
      ({ a, b, verdict }) => verdict === "near-duplicate" && [a, b].every((name) => versions[name].kind === "page"),
    )
    .map(({ a, b }) => ({ language, a: version(folder, a), b: version(folder, b) }));
}

function version(folder, file) {
  return { name: `test-data/${folder}/${file}`, text: readFileSync(join(data, folder, file), "utf8") };
}

/** Scores, verdict and reasons for two pages, menus and teasers included. */
function comparisonSection({ a, b }) {
  const comparison = library.compare(a.text, b.text);
  return titled(`compare ${a.name} ${b.name}`, renderText(comparison, { a: a.text, color, width: WIDTH }));
}

/** What the second desk changed. */
function diffSection({ a, b }) {
  const diff = library.diff(a.text, b.text);
  return titled(`diff ${a.name} ${b.name}`, renderText(diff, { a: a.text, b: b.text, color, width: WIDTH }));
}

/** Both versions side by side, what changed on top. */
function page({ a, b }) {
  const diff = library.diff(a.text, b.text);
  const texts = { a: a.text, b: b.text };
  const about = (text) => ({ title: library.articleFromText(text).title });
  return renderHtml(diff, {
    ...texts,
    comparison: library.compare(a.text, b.text),
    summary: library.summarize(diff, texts),
    about: { a: about(a.text), b: about(b.text) },
  });
}

/** A feed sorted into stories, one line for each article. */
function feedSection(file) {
  const name = relative(root, file).replaceAll("\\", "/");
  const articles = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const { stories } = library.dedupe(articles);
  const told = stories.filter((story) => story.articles.length > 1);
  const lines = told.flatMap((story) => ["", ...storyLines(story)]);
  const summary = `${articles.length} articles, ${stories.length} stories, ${told.length} of them told more than once`;
  return titled(`dedupe ${name}`, `${[summary, ...lines].join("\n")}\n`);
}

function storyLines(story) {
  return story.articles.map(({ id, article, score, verdict }) => {
    const title = article.title ?? article.text.slice(0, 60);
    const as = id === story.lead ? "lead" : `${score.toFixed(2)} ${verdict}`;
    return `  ${as.padEnd(20)} ${article.source ?? ""}: ${title}`;
  });
}

function titled(title, body) {
  return `${title}\n${"=".repeat(title.length)}\n\n${body}`;
}

/** Writes beside and renames, so that a report is there whole or not at all. */
function writeReport(html) {
  const folder = join(root, "report");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "index.html");
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, html);
  renameSync(beside, file);
  return file;
}
