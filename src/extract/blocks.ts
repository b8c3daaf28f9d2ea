/**
 * HTML in; out its visible text as blocks in reading order, each with the elements it stands in, and what the page says
 * of itself (meta, links, JSON-LD, times). One pass of a tolerant tag parser; no script runs, nothing is fetched, and the
 * work is bounded: see the limits. Which blocks are the article is not decided here.
 */
import { Parser } from "htmlparser2";
import { BREAK, CLASS, CLOSER, END, QUOTE, SPACE } from "./characters.js";
import { zonesOf } from "./zones.js";

/** A visible text between two block-level tags. */
export interface Block {
  text: string;
  /** The block-level element it stands in: "p", "li", "h2", "div". */
  tag: string;
  /** Characters of it inside links. */
  linked: number;
  /** Characters of the link that it ends in, 0 where it ends otherwise. */
  tail: number;
  /** The innermost element around its longest piece. */
  element: PageElement;
}

/** An element of the page, known by what is around it. */
export interface PageElement {
  readonly tag: string;
  /** Tag and class, figures left out: elements made by one template look alike. */
  readonly look: string;
  /** {@link Zone} bits of the element itself. */
  readonly zones: number;
  readonly parent: PageElement | undefined;
  /** Whether blocks are gathered in it: a div or an article, and not a paragraph, a list or a part of a table. */
  readonly container: boolean;
}

/** What a page holds. */
export interface HtmlPage {
  blocks: Block[];
  /** Content of meta elements by lower-case name, property or itemprop; the first of each name. */
  meta: Map<string, string>;
  /** The document's title element. */
  title?: string;
  language?: string;
  /** Addresses of link elements by rel. */
  links: Map<string, string>;
  base?: string;
  /** Texts of JSON-LD scripts. */
  jsonLd: string[];
  /** Times given by time elements or microdata: the machine's form, and whether said to be the publication. */
  times: { value: string; property: string }[];
  /** Where the page ran over a limit and the rest was left unread. */
  cut: boolean;
}

/** Beyond these a page is not read on. Real pages stay far under each. */
export const LIMITS = { characters: 10_000_000, depth: 200, tags: 100_000, jsonLd: 2_000_000 } as const;
/** Small steps, so that a limit is noticed soon after it is passed. */
const STEP = 16_384;
const MOST_TIMES = 200;

const BLOCK_TAGS = new Set(
  (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr html iframe label legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
/** Block-level elements that hold the text of one block, or one block's worth of lines. */
const TEXT_TAGS = new Set(
  "blockquote dd details dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre summary tbody td tfoot th thead tr ul".split(" "),
);
/** Elements whose content nobody sees as text. */
const SILENT = new Set(
  "script style noscript template svg math object iframe select option textarea canvas audio video head title datalist rp".split(
    " ",
  ),
);

interface Frame {
  element: PageElement;
  /** The nearest block-level tag. */
  blockTag: string;
  silent: boolean;
  /** The link it stands in. */
  link: PageElement | undefined;
}

/** Reads a page. Broken HTML is read as far as it goes; this never throws. */
export function parseHtml(html: string): HtmlPage {
  const reader = new Reader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: () => reader.close(),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true },
  );
  const end = Math.min(html.length, LIMITS.characters);
  for (let at = 0; at < end && !reader.page.cut; at += STEP) parser.write(html.slice(at, Math.min(at + STEP, end)));
  // Past a limit the elements still open are left as they are: closing them tells nothing new.
  if (!reader.page.cut) parser.end();
  reader.flush();
  if (html.length > end) reader.page.cut = true;
  return reader.page;
}

const DOCUMENT: Frame = {
  element: { tag: "", look: "", zones: 0, parent: undefined, container: true },
  blockTag: "body",
  silent: false,
  link: undefined,
};

/** Collects the page while the parser walks over it. */
class Reader {
  readonly page: HtmlPage = {
    blocks: [],
    meta: new Map(),
    links: new Map(),
    jsonLd: [],
    times: [],
    cut: false,
  };
  private readonly stack: Frame[] = [DOCUMENT];
  private readonly line = new Line();
  private tags = 0;
  /** What a silent element that matters holds: the title, JSON-LD. */
  private held: string[] | undefined;

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (this.page.cut) return;
    const parent = this.top();
    if (++this.tags > LIMITS.tags || this.stack.length > LIMITS.depth) this.page.cut = true;
    const block = BLOCK_TAGS.has(tag);
    if (block) this.flush();
    if (tag === "br") this.line.lineBreak();
    noteElement(this.page, tag, attributes);
    if (holds(tag, attributes, this.page)) this.held = [];
    const element: PageElement = {
      tag,
      look: lookOf(tag, attributes.class),
      zones: zonesOf(tag, attributes),
      parent: parent.element,
      container: block && !TEXT_TAGS.has(tag),
    };
    this.stack.push({
      element,
      blockTag: block ? tag : parent.blockTag,
      silent: parent.silent || SILENT.has(tag),
      link: tag === "a" && attributes.href !== undefined ? element : parent.link,
    });
  }

  close(): void {
    if (this.page.cut || this.stack.length === 1) return;
    const { tag } = this.top().element;
    if (BLOCK_TAGS.has(tag)) this.flush();
    this.stack.pop();
    if (this.held !== undefined && (tag === "title" || tag === "script")) {
      const text = this.held.join("");
      this.held = undefined;
      if (tag === "title") this.page.title ??= text.replace(/\s+/g, " ").trim();
      else if (text.length <= LIMITS.jsonLd) this.page.jsonLd.push(text);
    }
  }

  text(text: string): void {
    if (this.page.cut) return;
    const frame = this.top();
    if (frame.silent) this.held?.push(text);
    else for (const part of this.line.add(text, frame)) this.push(part);
  }

  /** Ends the block that is being read. */
  flush(): void {
    const part = this.line.take();
    if (part !== undefined) this.push(part);
  }

  private push({ text, linked, tail, frame }: Part): void {
    this.page.blocks.push({ text, tag: frame.blockTag, linked, tail, element: frame.element });
  }

  private top(): Frame {
    return this.stack[this.stack.length - 1] ?? DOCUMENT;
  }
}

interface Part {
  text: string;
  linked: number;
  tail: number;
  frame: Frame;
}

/** The text between two block-level tags while it is being read: pieces, white space folded. */
class Line {
  private pieces: string[] = [];
  private linked = 0;
  private tail = 0;
  private link: PageElement | undefined;
  /** The frame of the longest piece: its zones stand for the block's. */
  private frame: Frame | undefined;
  private longest = 0;
  private breaks = 0;

  lineBreak(): void {
    this.breaks++;
  }

  /** Adds a piece; gives back the block that a line break before it has ended. */
  add(text: string, frame: Frame): Part[] {
    const visible = countVisible(text);
    const ended: Part[] = [];
    if (visible > 0 && this.breaks > 0) {
      // One break is a new paragraph after a whole sentence; in the middle of one it only wraps.
      if (this.breaks > 1 || endsSentence(this.pieces))
        ended.push(...[this.take()].filter((part) => part !== undefined));
      else this.pieces.push(" ");
      this.breaks = 0;
    }
    this.pieces.push(text);
    this.noteLink(text, visible, frame);
    if (visible > this.longest) {
      this.longest = visible;
      this.frame = frame;
    }
    return ended;
  }

  private noteLink(text: string, visible: number, { link }: Frame): void {
    if (link !== undefined) this.linked += visible;
    if (link === undefined && visible > 0) this.tail = 0;
    else if (link !== undefined) this.tail = link === this.link ? this.tail + text.length : text.length;
    if (visible > 0) this.link = link;
  }

  take(): Part | undefined {
    const { frame, linked, tail } = this;
    const text =
      frame === undefined
        ? ""
        : this.pieces
            .join("")
            .replace(/[\s\u200b\ufeff\u00ad]+/g, fold)
            .trim();
    this.pieces = [];
    this.linked = 0;
    this.tail = 0;
    this.link = undefined;
    this.longest = 0;
    this.frame = undefined;
    this.breaks = 0;
    return frame === undefined || text === "" ? undefined : { text, linked, tail: Math.min(tail, text.length), frame };
  }
}

/** White space becomes one space; what does not show and stands alone inside a word vanishes. */
function fold(run: string): string {
  return /\s/.test(run.replaceAll("\ufeff", "")) ? " " : "";
}

function countVisible(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const cls = CLASS[text.charCodeAt(i)];
    if (cls !== SPACE && cls !== BREAK) count++;
  }
  return count;
}

function endsSentence(pieces: readonly string[]): boolean {
  for (let p = pieces.length - 1; p >= 0; p--) {
    const piece = pieces[p] ?? "";
    for (let i = piece.length - 1; i >= 0; i--) {
      const cls = CLASS[piece.charCodeAt(i)];
      if (cls !== SPACE && cls !== BREAK && cls !== CLOSER && cls !== QUOTE) return cls === END;
    }
  }
  return false;
}

function lookOf(tag: string, names: string | undefined): string {
  return names === undefined ? tag : `${tag}.${names.slice(0, 60).replace(/\d+/g, "")}`;
}

/** Whether the element's silent content matters. */
function holds(tag: string, attributes: Readonly<Record<string, string>>, page: HtmlPage): boolean {
  if (tag === "title") return page.title === undefined;
  return tag === "script" && /^\s*application\/ld\+json/i.test(attributes.type ?? "");
}

/** Keeps what an element says of the page. */
function noteElement(page: HtmlPage, tag: string, attributes: Readonly<Record<string, string>>): void {
  if (tag === "html") {
    const language = attributes.lang ?? attributes["xml:lang"];
    if (language !== undefined && language !== "") page.language ??= language;
  } else if (tag === "base" && attributes.href) page.base ??= attributes.href;
  else if (tag === "link") noteLink(page, attributes);
  else if (tag === "meta") noteMeta(page, attributes);
  const property = attributes.itemprop ?? "";
  const isTime = tag === "time" || /^date(?:published|modified|created)$/i.test(property);
  const value = attributes.datetime ?? attributes.content;
  if (isTime && value !== undefined && page.times.length < MOST_TIMES) {
    page.times.push({ value, property: attributes.pubdate === undefined ? property.toLowerCase() : "datepublished" });
  }
}

function noteLink(page: HtmlPage, { rel, href }: Readonly<Record<string, string>>): void {
  if (rel === undefined || href === undefined || rel.length > 100) return;
  for (const one of rel.toLowerCase().split(/\s+/)) if (!page.links.has(one)) page.links.set(one, href);
}

function noteMeta(page: HtmlPage, attributes: Readonly<Record<string, string>>): void {
  const name = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes["http-equiv"];
  const { content } = attributes;
  if (name === undefined || content === undefined || content.trim() === "") return;
  const key = name.toLowerCase().trim();
  if (!page.meta.has(key)) page.meta.set(key, content.trim());
}
