/** A feed in which single items break the XML: those are taken out, so that the rest can be read. */

/** Feeds of more items are not searched: each is tried on its own. */
const MOST_ITEMS = 2_000;

/** A feed without its broken items. */
export interface MendedFeed {
  text: string;
  /** Places of the items that were taken out. */
  broken: number[];
}

/** `parses` tells whether a feed is well formed. Undefined where taking items out does not help. */
export function withoutBrokenItems(feed: string, parses: (feed: string) => boolean): MendedFeed | undefined {
  const items = itemsOf(feed);
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined || items.length > MOST_ITEMS) return undefined;
  const head = feed.slice(0, first.start);
  const foot = feed.slice(last.end);
  const broken: number[] = [];
  const whole = items.filter(({ start, end }, i) => {
    const fine = parses(head + feed.slice(start, end) + foot);
    if (!fine) broken.push(i);
    return fine;
  });
  if (whole.length === 0) return undefined;
  const text = head + whole.map(({ start, end }) => feed.slice(start, end)).join("") + foot;
  return { text, broken };
}

/** Items from their opening tag to the next one's, so that an item that is never closed takes nothing else along. */
function itemsOf(feed: string): { start: number; end: number }[] {
  const tag = /<(item|entry)[\s>]/i.exec(feed)?.[1];
  if (tag === undefined) return [];
  const starts = [...feed.matchAll(new RegExp(`<${tag}[\\s>]`, "gi"))].map(({ index }) => index);
  const close = `</${tag}>`;
  return starts.map((start, i) => {
    const next = starts[i + 1];
    const closed = feed.lastIndexOf(close, next ?? feed.length);
    return { start, end: next ?? (closed > start ? closed + close.length : feed.length) };
  });
}
