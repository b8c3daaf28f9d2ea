/**
 * The labelled pairs: two real sets from the shared data folder, and the pairs we wrote ourselves.
 * In: JSON lines. Out: sets of pairs that may be scored; what nobody judged, or judged without being sure, is left out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Article } from "../src/article.js";
import { components } from "./folds.js";

export const LABELS = ["identical", "near-duplicate", "partial", "template", "different"] as const;
export type Label = (typeof LABELS)[number];

/** The real sets: their texts belong to publishers and stay outside the project. */
export const REAL_SETS = ["ecbplus", "abp"];

export interface Pair {
  id: string;
  label: Label;
  a: Article;
  b: Article;
  /** The event the pair is about. Pairs of one event never stand on both sides of a cross-validation. */
  event: string;
  /** Whether a person read the pair; the others are labelled by a rule about their overlap. */
  read: boolean;
  /** What the pair is a case of (pairs of our own). */
  kind?: string;
}

export interface PairSet {
  name: string;
  real: boolean;
  pairs: Pair[];
}

interface RealDoc {
  id: string;
  text: string;
  title?: string | null;
  source?: string | null;
  date?: string | null;
  url?: string | null;
  topic?: string | null;
}

interface RealPair {
  a: string;
  b: string;
  label: string;
  confidence?: string;
  how?: string;
}

interface OwnText {
  text: string;
  title?: string | null;
  source?: string | null;
  publishedAt?: string | null;
}

interface OwnPair {
  id: string;
  label: Label;
  case?: string;
  language?: string;
  a: OwnText;
  b: OwnText;
}

/** The folder of the real sets: `--data`, else the environment, else beside the project. */
export function dataFolder(option?: string): string {
  const folder = option ?? process.env.SAMESTORY_DATA ?? "../shared";
  const inner = join(folder, "data");
  return existsSync(inner) ? inner : folder;
}

/** Every set that is there, the real ones first. */
export function loadSets(folder: string, ownFolder = "test-data/pairs"): PairSet[] {
  const real = REAL_SETS.filter((name) => existsSync(join(folder, name, "pairs.jsonl"))).map((name) => ({
    name,
    real: true,
    pairs: loadRealPairs(join(folder, name), name === "ecbplus" ? "topic" : "graph"),
  }));
  const files = existsSync(ownFolder) ? readdirSync(ownFolder).filter((file) => file.endsWith(".jsonl")) : [];
  const own = files.sort().map((file) => ({
    name: basename(file, ".jsonl"),
    real: false,
    pairs: readJsonLines<OwnPair>(join(ownFolder, file)).map(ownPair),
  }));
  return [...real, ...own];
}

function loadRealPairs(folder: string, eventsBy: "topic" | "graph"): Pair[] {
  const docs = new Map(readJsonLines<RealDoc>(join(folder, "docs.jsonl")).map((doc) => [doc.id, doc]));
  const scored = readJsonLines<RealPair>(join(folder, "pairs.jsonl")).filter(isScored);
  const linked = components(scored.map((pair) => [pair.a, pair.b]));
  return scored.map((pair) => {
    const a = lookUp(docs, pair.a);
    const b = lookUp(docs, pair.b);
    const event = eventsBy === "topic" ? String(a.topic) : (linked.get(pair.a) ?? pair.a);
    const read = !(pair.how ?? "").startsWith("rule");
    return { id: `${pair.a}~${pair.b}`, label: pair.label as Label, a: realArticle(a), b: realArticle(b), event, read };
  });
}

function isScored(pair: RealPair): boolean {
  return (LABELS as readonly string[]).includes(pair.label) && (pair.confidence ?? "sure") === "sure";
}

function lookUp(docs: Map<string, RealDoc>, id: string): RealDoc {
  const doc = docs.get(id);
  if (!doc) throw new Error(`pairs.jsonl names a document that docs.jsonl does not have: ${id}`);
  return doc;
}

function realArticle(doc: RealDoc): Article {
  return {
    id: doc.id,
    text: doc.text,
    ...(doc.title ? { title: doc.title } : {}),
    ...(doc.source ? { source: doc.source } : {}),
    ...(doc.date ? { publishedAt: doc.date } : {}),
    ...(doc.url ? { url: doc.url } : {}),
  };
}

function ownPair(line: OwnPair): Pair {
  return {
    id: line.id,
    label: line.label,
    a: ownArticle(`${line.id}-a`, line.a, line.language),
    b: ownArticle(`${line.id}-b`, line.b, line.language),
    event: line.case ?? line.id,
    read: true,
    ...(line.case ? { kind: line.case } : {}),
  };
}

function ownArticle(id: string, { text, title, source, publishedAt }: OwnText, language: string | undefined): Article {
  return {
    id,
    text,
    ...(title ? { title } : {}),
    ...(source ? { source } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(language ? { language } : {}),
  };
}

export function readJsonLines<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}
