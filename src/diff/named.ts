/** An edit with its kind, and what naming needs to know. */
import type { Span } from "../article.js";
import type { Edit, EditKind } from "./edits.js";
import type { Vocabulary } from "./vocabulary.js";
import type { Ground } from "./walk.js";

const SUBSTANTIVE: ReadonlySet<EditKind> = new Set<EditKind>([
  "number",
  "date",
  "name",
  "place",
  "quotation",
  "attribution",
  "negation",
  "added",
  "dropped",
]);

/** An edit whose place is not yet known. */
export type NamedEdit = Omit<Edit, "at">;

/** An edit with its kind; whether it is substantive follows from the kind. */
export function editOf(kind: EditKind, a: Span | undefined, b: Span | undefined): NamedEdit {
  const edit: NamedEdit = { kind, substantive: SUBSTANTIVE.has(kind) };
  if (a) edit.a = a;
  if (b) edit.b = b;
  return edit;
}

/** What naming needs beside the difference itself. Vocabularies are made when first asked for. */
export interface Naming {
  ground: Ground;
  language: () => string;
  vocabularyA: () => Vocabulary;
  vocabularyB: () => Vocabulary;
  /** The texts as they are asked for phrases. */
  phrasingA: () => string;
  phrasingB: () => string;
}
