/** JSON-LD of a page in, what it says of the article out. Arrays, `@graph` and nesting are walked; broken JSON is mended or skipped. */

/** What the page's publisher says of the article. Every field as given. */
export interface Declared {
  headline?: string;
  body?: string;
  published?: string;
  modified?: string;
  outlet?: string;
  language?: string;
  url?: string;
}

type Node = Readonly<Record<string, unknown>>;

/** Deeper or more numerous nodes are not looked at. */
const MOST_DEPTH = 12;
const MOST_NODES = 5_000;

export function readJsonLd(scripts: readonly string[]): Declared {
  const nodes: Node[] = [];
  for (const script of scripts) collect(parseLoosely(script), nodes, 0);
  const article = nodes.find(isArticle) ?? nodes.find((node) => typesOf(node).includes("webpage"));
  const site = nodes.find((node) => typesOf(node).includes("website"));
  const declared: Declared = article === undefined ? {} : describe(article, nodes);
  const outlet = declared.outlet ?? textOf(site?.name);
  return { ...declared, ...(outlet === undefined ? {} : { outlet }) };
}

function describe(article: Node, nodes: readonly Node[]): Declared {
  const publisher = follow(article.publisher, nodes) ?? follow(article.sourceOrganization, nodes);
  const main = article.mainEntityOfPage;
  const found = {
    headline: textOf(article.headline) ?? (isArticle(article) ? textOf(article.name) : undefined),
    body: textOf(article.articleBody),
    published: textOf(article.datePublished) ?? textOf(article.dateCreated),
    modified: textOf(article.dateModified),
    outlet: textOf(publisher?.name),
    language: textOf(article.inLanguage),
    url: textOf(article.url) ?? textOf(isNode(main) ? main["@id"] : main),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > MOST_DEPTH || nodes.length > MOST_NODES) return;
  const list: unknown[] = Array.isArray(value) ? value : [];
  for (const one of list) collect(one, nodes, depth + 1);
  if (isNode(value)) {
    nodes.push(value);
    for (const inner of Object.values(value)) if (typeof inner === "object") collect(inner, nodes, depth + 1);
  }
}

function typesOf(node: Node): string[] {
  const given = node["@type"];
  const types: unknown[] = Array.isArray(given) ? given : [given];
  return types.filter((type) => typeof type === "string").map((type) => type.toLowerCase().replace(/^.*[/:#]/, ""));
}

function isArticle(node: Node): boolean {
  return typesOf(node).some((type) => /(?:article|posting|report)$/.test(type)) && node.headline !== undefined;
}

/** The node itself, or the one that it only refers to. */
function follow(value: unknown, nodes: readonly Node[]): Node | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === "string") return { name: one };
  if (!isNode(one)) return undefined;
  const id = one["@id"];
  return one.name === undefined && id !== undefined
    ? nodes.find((node) => node["@id"] === id && node.name !== undefined)
    : one;
}

function textOf(value: unknown): string | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const text = isNode(one) ? (one["@value"] ?? one.name) : one;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}

/** JSON as publishers write it: in comment marks, with trailing commas, line breaks inside strings. */
function parseLoosely(script: string): unknown {
  const text = script.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g,
    "",
  );
  for (const attempt of [text, mend(text)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt, or none: a page without this script says less, and is read all the same.
    }
  }
  return salvage(text);
}

/** Control characters become spaces, trailing commas and semicolons go. */
function mend(text: string): string {
  return text
    .replace(/\p{Cc}/gu, " ")
    .replace(/,(\s{0,50})(?=[}\]])/g, "$1")
    .replace(/;\s*$/, "");
}

const FIELDS = ["headline", "datePublished", "dateModified", "inLanguage", "url"] as const;

/** The plain fields of a script that no parser takes. */
function salvage(text: string): Node | undefined {
  const type = /"@type"\s*:\s*"(\w{1,40})"/.exec(text)?.[1];
  const node: Record<string, string> = type === undefined ? {} : { "@type": type };
  for (const field of FIELDS) {
    const value = new RegExp(`"${field}"\\s*:\\s*"((?:[^"\\\\\\n]|\\\\.){1,1000})"`).exec(text)?.[1];
    if (value !== undefined) node[field] = unescaped(value);
  }
  return node;
}

function unescaped(value: string): string {
  try {
    const text: unknown = JSON.parse(`"${value}"`);
    return typeof text === "string" ? text : value;
  } catch {
    return value;
  }
}
