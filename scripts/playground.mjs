// Builds the playground: one page with its script and styles inside, which works from a server and from a file.
//
//   node scripts/playground.mjs           writes playground/dist/index.html
//   node scripts/playground.mjs serve     builds, then serves it on http://localhost:4173 (PORT=… for another port)
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const folder = join(root, "playground");

/** The stem function needs none of the words and tokenizers that its parent brings. */
const stemmersAlone = {
  name: "stemmers-alone",
  setup({ onLoad }) {
    const parent = /[\\/]natural[\\/]lib[\\/]natural[\\/]stemmers[\\/]stemmer(_[a-z]+)?\.js$/;
    onLoad({ filter: parent }, () => ({ contents: "module.exports = function () {};", loader: "js" }));
  },
};

/** The page as a string. */
export async function playgroundPage() {
  const options = { bundle: true, write: false, minify: true, target: "es2022", logLevel: "error" };
  const script = await build({
    ...options,
    entryPoints: [join(folder, "main.ts")],
    format: "iife",
    platform: "browser",
    charset: "utf8",
    plugins: [stemmersAlone],
    loader: { ".jsonl": "text" },
    legalComments: "inline",
  });
  const { REPORT_STYLE } = await import(`data:text/javascript,${encodeURIComponent(await reportStyle(options))}`);
  const styles = await build({
    ...options,
    stdin: { contents: REPORT_STYLE + readFileSync(join(folder, "style.css"), "utf8"), loader: "css" },
  });
  // Inside a script element, "</script" would end it.
  const code = script.outputFiles[0].text.replaceAll("</script", "<\\/script");
  const css = styles.outputFiles[0].text.replaceAll("</style", "");
  return readFileSync(join(folder, "page.html"), "utf8")
    .replace("SCRIPT_HASH", () => `'${hashOf(code)}'`)
    .replace("STYLE_HASH", () => `'${hashOf(css)}'`)
    .replace("<style>STYLE", () => `<style>${css}`)
    .replace("<script>SCRIPT", () => `<script>${code}`);
}

async function reportStyle(options) {
  const entry = join(root, "src/render/reportStyle.ts");
  const { outputFiles } = await build({ ...options, entryPoints: [entry], format: "esm" });
  return outputFiles[0].text;
}

function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Writes beside and renames, so that the page is there whole or not at all. */
function write(page) {
  const target = join(folder, "dist");
  mkdirSync(target, { recursive: true });
  const file = join(target, "index.html");
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, page);
  renameSync(beside, file);
  return file;
}

function serve(page) {
  const port = Number(process.env.PORT ?? 4173);
  const server = createServer((request, response) => {
    const isPage = request.url === "/" || request.url?.startsWith("/?") || request.url === "/index.html";
    response.writeHead(isPage ? 200 : 404, {
      "content-type": isPage ? "text/html; charset=utf-8" : "text/plain",
      "cache-control": "no-store",
    });
    response.end(isPage ? page : "not here");
  });
  server.listen(port, "localhost", () => console.log(`The playground is on http://localhost:${port}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = await playgroundPage();
  console.log(`${relative(process.cwd(), write(page))} (${Math.round(page.length / 1024)} kB)`);
  if (process.argv[2] === "serve") serve(page);
}
