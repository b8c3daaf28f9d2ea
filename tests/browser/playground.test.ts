/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { after, before } from "../render/samples.js";
import { hasChromium, launch, open, overflow, violationsIn } from "./chromium.js";

const root = resolve(import.meta.dirname, "../..");

describe.skipIf(!hasChromium)("the playground", () => {
  let browser: Browser;
  let folder = "";
  let file = "";
  beforeAll(async () => {
    const builder = (await import(pathToFileURL(join(root, "scripts/playground.mjs")).href)) as {
      playgroundPage(): Promise<string>;
    };
    folder = mkdtempSync(join(tmpdir(), "samestory-playground-"));
    file = join(folder, "index.html");
    writeFileSync(file, await builder.playgroundPage());
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const statusOf = (page: Page): Promise<string> =>
    page
      .locator("#status")
      .textContent()
      .then((text) => text ?? "");
  const told = (page: Page): Promise<void> => page.locator("#report .overview").waitFor();

  it.each([
    [360, "light"],
    [360, "dark"],
    [1440, "light"],
    [1440, "dark"],
  ] as const)("at %i, %s: fits, complains of nothing, and axe finds nothing", async (width, scheme) => {
    const { page, context, complaints } = await open(browser, file, width, scheme);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole("button", { name: "Updated toll" }).click();
    await told(page);
    expect(await violationsIn(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "A feed" }).click();
    await page.locator("#feed").waitFor();
    expect(await violationsIn(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("compares what is put in, at once, and switches", async () => {
    const { page, context } = await open(browser, file, 1440, "light");
    await page.locator("#a").fill(before);
    await expect.poll(() => statusOf(page)).toBe("Now the other article.");
    await page.locator("#b").fill(after);
    await told(page);
    expect(await statusOf(page)).toMatch(/^(?:Not the s|S)ame story: \S+\. Compared in \d+ ms\.$/u);
    expect(await page.locator("#report").textContent()).toContain("318");
    expect(await page.locator("#report mark").count()).toBeGreaterThan(0);
    const was = page.locator("#report .was").first();
    expect(await was.isVisible()).toBe(true);
    await page.getByLabel("Side by side").uncheck();
    expect(await was.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await page.locator("#report").textContent()).toBe("");
    await context.close();
  });

  it("takes a pasted or dropped page as the text it shows, and runs nothing of it", async () => {
    const { page, context, complaints } = await open(browser, file, 1440, "light");
    const html = `<!doctype html><p>${before.replaceAll("\n\n", "</p><p>")}</p><script>document.title = "run"</script><img src="https://example.org/x.png" onerror="document.title = 'run'">`;
    await page.locator("#a").evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
    }, html);
    expect(await page.locator("#a").inputValue()).toBe(before);
    await page.locator("#b").evaluate((field, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "page.html"));
      field.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    }, html);
    await told(page);
    expect(await page.locator("#b").inputValue()).toBe(before);
    expect(await statusOf(page)).toContain("identical");
    expect(await page.title()).toBe("samestory playground");
    // The policy of the page says that it held back the handler; nothing else may be said, and nothing asked for.
    expect(complaints.filter((complaint) => !/^Executing inline event handler violates/u.test(complaint))).toEqual([]);
    await context.close();
  });

  it("shows hostile text as text", async () => {
    const { page, context, complaints } = await open(browser, file, 1440, "light");
    const hostile = '<img src=x onerror="document.title = 1"><script>document.title = 1</script> & "quotes"';
    await page.locator("#a").fill(`A story of ${hostile} that somebody wrote down in the morning.`);
    await page.locator("#b").fill(`A story of ${hostile} that somebody wrote down in the evening.`);
    await told(page);
    expect(await page.locator("#report img, #report script").count()).toBe(0);
    expect(await page.locator("#report").textContent()).toContain("<script>");
    expect(await page.title()).toBe("samestory playground");
    expect(complaints).toEqual([]);
    await context.close();
  });

  const dropOn = (page: Page, place: string, text: string, name: string): Promise<void> =>
    page.locator(place).evaluate(
      (target, [content, called]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], called));
        target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      },
      [text, name] as [string, string],
    );
  const paragraphs = (text: string): string => `<![CDATA[<p>${text.replaceAll("\n\n", "</p><p>")}</p>]]>`;
  const item = (id: string, title: string, text: string, time: string): string =>
    `<item><guid>${id}</guid><title>${title}</title><pubDate>${time}</pubDate><description>${paragraphs(text)}</description></item>`;
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Calder Post</title>
${item("2", "Ferry Marlin aground off the coast, 318 taken off", after, "Mon, 06 Jan 2031 10:00:00 GMT")}
${item("1", "Ferry Marlin aground off the coast, 312 taken off &lt;script&gt;document.title = 1&lt;/script&gt;", before, "Mon, 06 Jan 2031 08:00:00 GMT")}
${item("3", "Another matter", "The council will meet on Thursday to talk about the price of bread in the market hall.", "Mon, 06 Jan 2031 09:00:00 GMT")}
</channel></rss>`;

  it("sorts a dropped feed into stories, and compares two versions of one", async () => {
    const { page, context, complaints } = await open(browser, file, 1440, "light");
    await dropOn(page, "main", rss, "feed.xml");
    await page.locator("#feed").waitFor();
    expect(await statusOf(page)).toMatch(/^2 stories in 3 articles of feed\.xml, sorted in \d+ ms\.$/u);
    expect(await page.locator(".told .member-title").allTextContents()).toHaveLength(2);
    expect(await page.locator(".singles li").allTextContents()).toEqual(["Another matter"]);
    expect(await page.locator(".told-title").textContent()).toContain("Ferry");
    await page.getByRole("button", { name: /^Compare/u }).click();
    await told(page);
    expect(await page.locator("#a").inputValue()).toBe(before);
    expect(await page.locator("#b").inputValue()).toBe(after);
    expect(await page.locator("#report .headline").textContent()).toContain("318 taken off");
    expect(await page.locator("#report .versions").textContent()).toContain("2031-01-06 08:00");
    await page.getByRole("button", { name: "Close the feed" }).click();
    expect(await page.locator("#feed").isVisible()).toBe(false);
    expect(await page.locator("#report").textContent()).toBe("");
    expect(await page.title()).toBe("samestory playground");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ["articles.jsonl", [before, after].map((text, id) => JSON.stringify({ id: String(id), text })).join("\n")],
    ["articles.json", JSON.stringify([{ text: before }, { text: after }, { title: "no text" }])],
    [
      "feed.json",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Post",
        items: [before, after].map((text, id) => ({ id: String(id), content_text: text })),
      }),
    ],
    [
      "atom.xml",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>x</id>${[before, after].map((text, id) => `<entry><id>${id}</id><title>Ferry Marlin aground off the coast</title><content type="html">${paragraphs(text)}</content></entry>`).join("")}</feed>`,
    ],
  ])("opens %s by the button, too", async (name, text) => {
    const { page, context } = await open(browser, file, 360, "dark");
    await page.locator("#files").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await page.locator("#feed").waitFor();
    expect(await statusOf(page)).toContain("1 story in 2 articles");
    await context.close();
  });

  it("takes two files as the two articles, and opens a feed that is pasted", async () => {
    const { page, context } = await open(browser, file, 1440, "light");
    const text = (name: string, content: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
    await page.locator("#files").setInputFiles([text("a.txt", before), text("b.txt", after)]);
    await told(page);
    expect(await page.locator("#b").inputValue()).toBe(after);
    await page.locator("#a").evaluate((field, content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", content);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
    }, rss);
    await page.locator("#feed").waitFor();
    expect(await page.locator("#a").inputValue()).toBe("");
    await context.close();
  });

  it("says that a broken feed cannot be read", async () => {
    const { page, context } = await open(browser, file, 1440, "light");
    await dropOn(page, "#b", rss.slice(0, 300), "cut.xml");
    await expect.poll(() => statusOf(page)).toMatch(/^cut\.xml looks like a feed, but cannot be read/u);
    expect(await page.locator("#feed").isVisible()).toBe(false);
    await context.close();
  });

  it("says what is wrong with a file", async () => {
    const { page, context } = await open(browser, file, 1440, "light");
    await page.locator("#a").evaluate((field) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['{"title": "no text"}'], "article.json"));
      field.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    });
    await expect.poll(() => statusOf(page)).toContain("article.json holds no article");
    await context.close();
  });

  it("shares by a link that holds the texts", async () => {
    const { page, context } = await open(browser, file, 1440, "light");
    await page.evaluate(() => {
      const kept = window as unknown as { copied: string };
      Object.defineProperty(navigator, "clipboard", {
        value: {
          writeText: async (text: string) => {
            kept.copied = text;
          },
        },
      });
    });
    await page.locator("#a").fill(before);
    await page.locator("#b").fill(after);
    await told(page);
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => statusOf(page)).toContain("Link copied");
    const link = await page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(link).toMatch(/index\.html#s=[\w-]+$/u);
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    await expect.poll(() => statusOf(page)).toContain("Markdown");
    expect(await page.evaluate(() => (window as unknown as { copied: string }).copied)).toContain("<ins>");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the report" }).click();
    expect(readFileSync(await (await saved).path(), "utf8")).toMatch(/^<!doctype html>/u);
    await context.close();

    const other = await open(browser, file, 1440, "light");
    await other.page.goto(link);
    await other.page.reload();
    await told(other.page);
    expect(await other.page.locator("#a").inputValue()).toBe(before);
    await other.page.goto(`${link.slice(0, -9)}`);
    await expect.poll(() => statusOf(other.page)).toContain("damaged");
    await other.context.close();
  });
});
