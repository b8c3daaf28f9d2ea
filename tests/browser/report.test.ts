/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storyReport } from "../../src/cli/storyReport.js";
import { compare, dedupe, diff, history } from "../../src/index.js";
import { renderHtml, renderStoriesHtml, renderStoryHtml, type StoryReport } from "../../src/render/index.js";
import { library } from "../cli/library.js";
import { fire } from "../render/fire.js";
import { after, before, ferry, near, sealed } from "../render/samples.js";
import { feed, story as invented } from "../stories/feed.js";
import { hasChromium, launch, open, overflow, violationsIn } from "./chromium.js";

const data = resolve(import.meta.dirname, "../../test-data");
const read = (name: string): string => readFileSync(join(data, name), "utf8");

function pair(a: string, b: string, language: string): string {
  const texts = { a: read(a), b: read(b) };
  const about = {
    title: "A headline",
    source: "Post",
    url: "https://example.org/",
    publishedAt: "2024-01-09",
    language,
  };
  return renderHtml(diff(texts.a, texts.b), {
    ...texts,
    comparison: compare(texts.a, texts.b),
    about: { a: about, b: about },
  });
}

const story: StoryReport = {
  members: [
    {
      id: "1",
      title: "Ferry aground",
      source: "Wire",
      publishedAt: "2024-01-09T06:00Z",
      url: "https://example.org/",
    },
    {
      id: "2",
      title: "Ferry hits rocks",
      source: "Post",
      publishedAt: "2024-01-11",
      verdict: "near-duplicate",
      score: 0.9,
      derivesFrom: "1",
      how: "cut",
    },
    { id: "3", title: "Another", verdict: "partial", score: 0.2 },
  ],
  containment: [
    [1, 0.3, 0.5],
    [0.99, 1, 0.7],
    [0, 0.45, 1],
  ],
};

/** More versions than a report shows, and one that no longer has a headline. */
const manyVersions = Array.from({ length: 25 }, (_, i) => ({
  id: `version-${i}`,
  ...(i === 3 ? {} : { title: `Reservoir filled for the ${i}th time as a long headline goes on and on` }),
  source: `An outlet with a long name ${i}`,
  text: invented("reservoir", 12 - (i % 3)),
  publishedAt: new Date(Date.UTC(2031, 7, 1, i)),
}));

const pages: Record<string, () => string> = {
  everything: () => renderHtml(sealed(ferry, before, after), { a: before, b: after, comparison: near }),
  "two furnished pages": () => pair("strait-talks/american.txt", "strait-talks/british.txt", "en"),
  "right to left": () => pair("asifa-ramliya/wikala.txt", "asifa-ramliya/sahifa.txt", "ar"),
  history: () => renderHtml(history(fire), { articles: fire }),
  story: () => renderStoryHtml(story),
  stories: () => renderStoriesHtml([story, story]),
  "stories of a feed": () => storyReport(dedupe([...feed, ...manyVersions]).stories, library),
};

describe.skipIf(!hasChromium)("a report in a browser", () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), "samestory-report-"));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string): string => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, pages[name]());
    return path;
  };

  for (const name of Object.keys(pages)) {
    for (const scheme of ["light", "dark"] as const) {
      it.each([360, 1440])(
        `${name}, ${scheme}, %i wide: opens without complaint, fits, and axe finds nothing`,
        async (width) => {
          const { page, context, complaints } = await open(browser, file(name), width, scheme);
          expect(await violationsIn(page)).toEqual([]);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          expect(complaints).toEqual([]);
          await context.close();
        },
      );
    }
  }

  it("stands side by side on a wide screen, and in one column on a phone or when asked", async () => {
    const path = file("everything");
    const wide = await open(browser, path, 1440, "light");
    const shown = () => wide.page.locator("#r1 .was").isVisible();
    const gone = () => wide.page.locator("#r1 .now del").first().isVisible();
    expect([await shown(), await gone()]).toEqual([true, false]);
    await wide.page.getByLabel("Side by side").uncheck();
    expect([await shown(), await gone()]).toEqual([false, true]);
    await wide.context.close();
    const phone = await open(browser, path, 360, "light");
    expect(await phone.page.locator("#r1 .was").isVisible()).toBe(false);
    expect(await phone.page.locator("#r1 .now").textContent()).toMatch(/312.*318/su);
    await phone.context.close();
  });

  it("hides style by the keyboard, and keeps substance", async () => {
    const { page, context } = await open(browser, file("everything"), 360, "light");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.locator("#show-style").focus();
    await page.keyboard.press("Space");
    const row = page.locator("#r3 .now");
    expect(await row.locator("del.style:not(.blank)").first().isVisible()).toBe(false);
    expect(await row.locator("ins.style:not(.blank)").first().isVisible()).toBe(true);
    expect(await row.locator("del:not(.style)").first().isVisible()).toBe(true);
    await context.close();
  });

  it("leads from the order of versions to what one changed, and unfolds its edits by the keyboard", async () => {
    const { page, context } = await open(browser, file("history"), 360, "light");
    await page.getByRole("link", { name: "3", exact: true }).click();
    expect(await page.evaluate(() => document.querySelector(":target")?.textContent)).toBe("Version 3: what changed");
    const edits = page.locator("summary", { hasText: "paragraph by paragraph" }).nth(1);
    await edits.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#v3-r1").isVisible()).toBe(true);
    await page.locator("#v3-show-style").uncheck();
    expect(await page.locator("#v3-r2 del.style:not(.blank)").first().isVisible()).toBe(false);
    await context.close();
  });

  it("leads from a moved paragraph to where it was, and back", async () => {
    const { page, context } = await open(browser, file("everything"), 1440, "light");
    await page.getByRole("link", { name: "Moved from paragraph 2" }).click();
    expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe("r4-from");
    await page.getByRole("link", { name: "Paragraph 2 moved to 4" }).click();
    expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe("r4");
    await context.close();
  });
});
