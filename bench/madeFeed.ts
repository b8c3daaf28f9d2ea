/** A made feed in the shape that measuring wants: in stretches, new stories and versions apart, some versions held back. */
import { type Made, makeFeed } from "./feed.js";

/** Articles that follow each other in the feed. */
export interface Stretch {
  /** Stories that the feed has not told before. */
  news: Made[];
  /** Copies, edits, briefs and updates of earlier ones, and templates, which are as like. */
  versions: Made[];
  /** Versions that are not to be added, but asked about. */
  asked: Made[];
}

/** Long enough for a clock of microseconds, short enough to keep few texts. */
const STRETCH = 200;
const ASKED_EVERY = 25;

/** The feed in stretches; up to `askedMost` versions are held back for questions. */
export function* stretches(texts: readonly string[], count: number, askedMost: number): Generator<Stretch> {
  let stretch: Stretch = { news: [], versions: [], asked: [] };
  let versions = 0;
  let asked = 0;
  let taken = 0;
  for (const made of makeFeed(texts, count)) {
    if (made.kind === "original") stretch.news.push(made);
    else if (isAsked(made.kind) && ++versions % ASKED_EVERY === 0 && asked < askedMost) {
      stretch.asked.push(made);
      asked++;
    } else stretch.versions.push(made);
    if (++taken % STRETCH > 0) continue;
    yield stretch;
    stretch = { news: [], versions: [], asked: [] };
  }
  if (taken % STRETCH > 0) yield stretch;
}

/** A template is no version of its original: there would be nothing right to find. */
function isAsked(kind: Made["kind"]): boolean {
  return kind !== "template";
}

/** Where an article of the feed stood in it. */
export function placeOf(id: string): number {
  return Number(id.slice(0, id.indexOf("-")));
}
