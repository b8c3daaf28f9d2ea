// The texts behind the example buttons: invented stories of our own.

import arabicB from "../test-data/asifa-ramliya/sahifa.txt";
import arabicA from "../test-data/asifa-ramliya/wikala.txt";
import feed from "../test-data/feed.jsonl";
import brief from "../test-data/ferry-fire/brief.txt";
import wire from "../test-data/ferry-fire/wire.txt";
import first from "../test-data/quake-toll/first.txt";
import update from "../test-data/quake-toll/update.txt";
import american from "../test-data/strait-talks/american.txt";
import british from "../test-data/strait-talks/british.txt";

/** Two texts and what is to be seen in them. */
export interface Example {
  name: string;
  a: string;
  b: string;
}

export const EXAMPLES: readonly Example[] = [
  { name: "Updated toll", a: first, b: update },
  { name: "American to British", a: american, b: british },
  { name: "Cut to a brief", a: wire, b: brief },
  { name: "In Arabic", a: arabicA, b: arabicB },
];

/** A day's articles of several outlets, one to a line. */
export const FEED_EXAMPLE: string = feed;
