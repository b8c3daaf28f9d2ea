/** Runs the recipes of docs/recipes.md as they stand there; the one for the browser is in tests/browser. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Added, type Article, StoryIndex } from "../../src/index.js";
import { bundleProgram } from "../cli/program.js";
import { feed, story } from "../stories/feed.js";
import { bundleRecipe, recipes, typeFaults, writeRecipes } from "./recipes.js";

let folder = "";
beforeAll(() => {
  folder = writeRecipes();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [wire, brief] = ["ferry-wire", "ferry-brief"].map((id) => {
  const article = feed.find((one) => one.id === id);
  if (article === undefined) throw new Error(`the feed has no ${id}`);
  return article;
}) as [Article & { id: string }, Article & { id: string }];
const now = new Date().toISOString();

describe("docs/recipes.md", () => {
  it("has the five recipes", () => {
    expect([...recipes.keys()]).toEqual(["news.sh", "server.ts", "queueWorker.ts", "sw.ts", "worker.ts"]);
  });

  it.each([
    ["server.ts", ["node"]],
    ["queueWorker.ts", ["node"]],
    ["sw.ts", []],
    ["worker.ts", ["node"]],
  ])("has a %s that compiles", (name, types) => {
    expect(typeFaults(join(folder, name), types)).toEqual([]);
  });
});

const hasCurl = process.platform !== "win32" && spawnSync("curl", ["--version"]).status === 0;
if (!hasCurl) console.warn("tests/recipes: the cron job is left out, there is no curl");

describe.skipIf(!hasCurl)("the cron job over feeds", () => {
  let home = "";
  let server: Server;
  const answers = new Map<string, string>();
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "samestory-cron-"));
    server = createServer(({ url = "" }, response) => {
      response.statusCode = answers.has(url) ? 200 : 404;
      response.end(answers.get(url) ?? "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    writeFileSync(
      join(home, "feeds.txt"),
      ["coast", "hills"].map((n) => `${n} http://127.0.0.1:${port}/${n}\n`).join(""),
    );
    writeFileSync(join(home, "news.sh"), recipes.get("news.sh") ?? "");
    mkdirSync(join(home, "bin"));
    const program = await bundleProgram(home);
    writeFileSync(join(home, "bin/samestory"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    for (const file of ["news.sh", "bin/samestory"]) chmodSync(join(home, file), 0o755);
  });
  afterAll(() => {
    server.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rss = (articles: readonly (Article & { id: string })[]): string =>
    `<rss version="2.0"><channel><title>Feed</title>${articles
      .map(
        ({ id, title, text }) =>
          `<item><guid>${id}</guid><title>${title}</title><description><![CDATA[${text.replace(/\n+/g, "<p>")}]]></description></item>`,
      )
      .join("")}</channel></rss>`;

  /** Runs the script; the lines that it added. Not at a stroke, since the server answers in this process. */
  async function run(): Promise<{ id: string; articles: { id: string }[] }[]> {
    const env = { ...process.env, PATH: `${join(home, "bin")}${delimiter}${process.env.PATH}` };
    const before = linesOf(join(home, "stories.jsonl")).length;
    const child = spawn(join(home, "news.sh"), { env, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const status = await new Promise<number | null>((done) => child.on("close", done));
    expect(status, err).toBe(0);
    return linesOf(join(home, "stories.jsonl"))
      .slice(before)
      .map((line) => JSON.parse(line) as { id: string; articles: { id: string }[] });
  }

  it("tells what is new each time, also when a feed does not answer", async () => {
    const other = { id: "other", title: "Other", text: story("other", 9) };
    answers.set("/coast", rss([{ ...wire }, other]));
    answers.set("/hills", rss([]));
    expect((await run()).map(({ id }) => id)).toEqual(["ferry-wire", "other"]);
    expect(await run()).toEqual([]);
    answers.set("/hills", rss([{ ...brief }]));
    answers.delete("/coast");
    const news = await run();
    expect(news.map(({ id, articles }) => [id, articles.map((article) => article.id).sort()])).toEqual([
      ["ferry-wire", ["ferry-brief", "ferry-wire"]],
    ]);
  });
});

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n").slice(0, -1);
  } catch {
    return [];
  }
}

describe("the HTTP endpoint", () => {
  let program = "";
  beforeAll(async () => {
    const file = join(folder, "server.ts");
    const external = ["hono", "@hono/node-server", "tinyld"];
    program = await bundleRecipe(file, { platform: "node", format: "esm", external });
  });

  /** Starts the server on a free port. */
  function start(index: string) {
    const child = spawn(process.execPath, [program], { env: { ...process.env, INDEX: index, PORT: "0" } });
    const ended = new Promise<number | null>((done) => child.on("close", done));
    const base = new Promise<string>((done, fail) => {
      child.stdout.on("data", (chunk) => done(`http://127.0.0.1:${/port (\d+)/.exec(String(chunk))?.[1]}`));
      child.on("close", (status) => fail(new Error(`the server ended with ${status}`)));
    });
    const send = async (path: string, body?: unknown) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const response = await fetch(`${await base}${path}`, body === undefined ? {} : { method: "POST", body: text });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    return { send, stop: () => child.kill("SIGTERM"), ended };
  }

  it("puts articles with their stories, and goes on after a restart", async () => {
    const index = join(mkdtempSync(join(folder, "endpoint-")), "news.idx");
    const first = start(index);
    const sent = { ...wire, publishedAt: now };
    expect(await first.send("/articles", sent)).toEqual({
      status: 200,
      body: { storyId: "ferry-wire", isNew: true, matches: [] },
    });
    expect((await first.send("/stories/none")).status).toBe(404);
    for (const wrong of ["no JSON", { body: "x" }, "null"]) {
      const { status, body } = await first.send("/articles", wrong);
      expect([status, typeof body.error]).toEqual([400, "string"]);
    }
    first.stop();
    expect(await first.ended).toBe(0);
    const second = start(index);
    expect((await second.send("/matches", brief)).body).toMatchObject([
      { id: "ferry-wire", verdict: "near-duplicate" },
    ]);
    expect((await second.send("/articles", { ...brief, publishedAt: now })).body).toMatchObject({
      storyId: "ferry-wire",
      isNew: false,
    });
    expect((await second.send("/stories/ferry-wire")).body).toMatchObject({ id: "ferry-wire", lead: "ferry-wire" });
    second.stop();
    expect(await second.ended).toBe(0);
  });
});

describe("the queue worker", () => {
  interface Message {
    article: Article;
  }
  type Work = (
    queue: { receive(): Promise<readonly Message[]>; acknowledge(messages: readonly Message[]): Promise<void> },
    store: { load(): Promise<Uint8Array | undefined>; save(bytes: Uint8Array): Promise<void> },
    tell: (article: Article, outcome: Added | Error) => Promise<void>,
  ) => Promise<void>;
  let work: Work;
  beforeAll(async () => {
    const path = await bundleRecipe(join(folder, "queueWorker.ts"), {
      platform: "node",
      format: "esm",
      external: ["tinyld"],
    });
    work = ((await import(pathToFileURL(path).href)) as { work: Work }).work;
  });

  it("loses nothing when it dies before it has saved, or before it has acknowledged", async () => {
    const waiting: Message[] = feed.map((article) => ({ article }));
    let kept: Uint8Array | undefined;
    let step = 0;
    const mayDie = (): void => {
      if (++step === 4 || step === 7) throw new Error("power cut");
    };
    const queue = {
      receive: async () => waiting.slice(0, 5),
      acknowledge: async (messages: readonly Message[]) => {
        mayDie();
        waiting.splice(0, messages.length);
      },
    };
    const store = {
      load: async () => kept,
      save: async (bytes: Uint8Array) => {
        mayDie();
        kept = bytes;
      },
    };
    const told = new Set<string | undefined>();
    let deaths = 0;
    while (waiting.length > 0) {
      await work(queue, store, async ({ id }) => {
        told.add(id);
      }).catch(() => deaths++);
    }
    expect(deaths).toBe(2);
    expect(told.size).toBe(feed.length);
    const index = StoryIndex.fromBytes(kept ?? new Uint8Array());
    expect([index.size, index.stories().length]).toEqual([18, 11]);
  });

  it("tells of a message that holds no article, and goes on", async () => {
    const batches = [[{ article: { body: "x" } as unknown as Article }, { article: wire }], []];
    const outcomes: unknown[] = [];
    await work(
      { receive: async () => batches.shift() ?? [], acknowledge: async () => {} },
      { load: async () => undefined, save: async () => {} },
      async (_article, outcome) => {
        outcomes.push(outcome);
      },
    );
    expect(outcomes).toMatchObject([{ code: "INVALID_INPUT" }, { storyId: "ferry-wire" }]);
  });
});

describe("the edge worker", () => {
  interface Worker {
    fetch(request: Request, env: { STORIES: unknown }): Promise<Response>;
  }
  let worker: Worker;
  beforeAll(async () => {
    const path = await bundleRecipe(join(folder, "worker.ts"), {
      platform: "browser",
      format: "iife",
      globalName: "recipe",
    });
    // What an edge worker has, and nothing of Node.
    const context = createContext({ Request, Response, URL, TextEncoder, TextDecoder, SyntaxError });
    worker = runInContext(`${readFileSync(path, "utf8")}; recipe.default`, context) as Worker;
  });

  const storeOf = (kept: Map<string, Uint8Array>) => ({
    get: async (key: string) => kept.get(key)?.slice().buffer ?? null,
    put: async (key: string, value: Uint8Array) => {
      kept.set(key, value);
    },
  });
  const post = (body: unknown): Request =>
    new Request("https://news.example/", {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  it("goes on from what is in the store", async () => {
    const kept = new Map<string, Uint8Array>();
    const env = { STORIES: storeOf(kept) };
    const first = await worker.fetch(post([{ ...wire, publishedAt: now }]), env);
    expect(await first.json()).toMatchObject([{ storyId: "ferry-wire", isNew: true }]);
    const second = await worker.fetch(post([{ ...brief, publishedAt: now }]), env);
    expect(await second.json()).toMatchObject([{ storyId: "ferry-wire", isNew: false }]);
    expect(StoryIndex.fromBytes(kept.get("index") ?? new Uint8Array()).size).toBe(2);
  });

  it("refuses what is no list of articles, and leaves the store as it was", async () => {
    const kept = new Map<string, Uint8Array>();
    const env = { STORIES: storeOf(kept) };
    for (const wrong of ["no JSON", [{ body: "x" }]]) expect((await worker.fetch(post(wrong), env)).status).toBe(400);
    expect((await worker.fetch(new Request("https://news.example/"), env)).status).toBe(405);
    expect(kept.size).toBe(0);
  });
});
