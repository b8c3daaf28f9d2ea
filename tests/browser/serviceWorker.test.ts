/** The service worker of docs/recipes.md, as it stands there, in Chromium. */
/// <reference lib="dom" />
import { readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/index.js";
import { bundleRecipe, writeRecipes } from "../recipes/recipes.js";
import { feed } from "../stories/feed.js";
import { hasChromium, launch } from "./chromium.js";

type Shown = Article & { versions: number };

describe.skipIf(!hasChromium)("the service worker of the recipes", () => {
  let browser: Browser;
  let folder = "";
  let server: Server;
  let address = "";
  /** What the server has under /feed.json. */
  let articles: Article[] = [];
  beforeAll(async () => {
    folder = writeRecipes();
    const script = readFileSync(await bundleRecipe(join(folder, "sw.ts"), { platform: "browser", format: "iife" }));
    const page = `<!doctype html><title>Reader</title><script>navigator.serviceWorker.register("/sw.js")</script>`;
    server = createServer(({ url }, response) => {
      const answer = { "/sw.js": script, "/feed.json": JSON.stringify(articles), "/": page }[url ?? ""];
      const type = { "/sw.js": "text/javascript", "/feed.json": "application/json" }[url ?? ""] ?? "text/html";
      response.writeHead(answer === undefined ? 404 : 200, { "content-type": type });
      response.end(answer);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const shownOn = (page: Page): Promise<Shown[]> =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 20));
      return (await (await fetch("/feed.json")).json()) as Shown[];
    });

  it("gives the page each story once, and knows them when the browser has stopped it in between", async () => {
    const today = feed.map((article) => ({ ...article, publishedAt: new Date().toISOString() }));
    const context = await browser.newContext();
    const page = await context.newPage();
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(String(error)));
    await page.goto(address);
    articles = today.filter(({ id }) => id !== "ferry-brief");
    const first = await shownOn(page);
    expect(first).toHaveLength(11);
    expect(first.find(({ id }) => id === "ferry-wire")?.versions).toBe(2);

    const session = await context.newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    articles = today.filter(({ id }) => id === "ferry-brief");
    const second = await shownOn(page);
    expect(second).toHaveLength(11);
    expect(second.find(({ id }) => id === "ferry-wire")?.versions).toBe(3);
    expect(failures).toEqual([]);
    await context.close();
  });
});
