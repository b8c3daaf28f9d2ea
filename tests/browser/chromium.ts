// A headless Chromium for the tests that need one: of the variable CHROMIUM, else the system's.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const path = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is one; the tests are left out where there is none. */
export const hasChromium = existsSync(path);
if (!hasChromium) {
  console.warn(`tests/browser: left out, no Chromium at ${path} (name one in the variable CHROMIUM)`);
}

export function launch(): Promise<Browser> {
  const args = ["--disable-gpu", "--no-first-run", "--disable-background-networking"];
  args.push("--disable-component-update", "--disable-sync");
  // Chromium refuses to sandbox itself for root, as which containers often run.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: path, args });
}

/** A page, and everything it complained of or asked the network for. */
export interface Watched {
  page: Page;
  context: BrowserContext;
  complaints: string[];
}

export async function open(browser: Browser, file: string, width: number, scheme: "light" | "dark"): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(?:file|blob|data):/u.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  return { page, context, complaints };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds against accessibility, everything unfolded: rule, place and why. */
export async function violationsIn(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  // As an expression, since the page's own policy lets no script in.
  const found: unknown = await page.evaluate(
    `${axe}; axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + " at " + node.target + ": " + node.failureSummary)))`,
  );
  return Array.isArray(found) ? found.map(String) : [String(found)];
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
