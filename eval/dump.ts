// HTML in, the text dump of the page out: every visible text with each block element on a line of its own,
// navigation and sidebars included; scripts, styles and the document head left out. A tolerant tag scanner, no
// parser: it is made for measuring the page reader, not for reading pages.

const BLOCKS = new Set(
  (
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe img input label legend li main menu nav ol optgroup option " +
    "p picture pre section select source summary table tbody td tfoot th thead tr ul video audio textarea"
  ).split(" "),
);
/** Elements whose content no reader sees as text. */
const HIDDEN = new Set(["script", "style", "noscript", "template", "svg", "head", "iframe", "object", "math"]);

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  copy: "©",
  reg: "®",
  trade: "™",
  bull: "•",
  middot: "·",
  raquo: "»",
  laquo: "«",
  eacute: "é",
  pound: "£",
  euro: "€",
  deg: "°",
  shy: "",
  zwj: "",
  zwnj: "",
  times: "×",
  frac12: "½",
};

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z\d]+);/gi, (whole, name: string) => {
    if (name[0] !== "#") return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** Where the tag that opens at `from` ends: the first ">" outside quotation marks. */
function tagEnd(html: string, from: number): number {
  let quote = "";
  for (let i = from; i < html.length; i++) {
    const c = html[i];
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if ((c === '"' || c === "'") && html[i - 1] === "=") quote = c;
    else if (c === ">") return i;
  }
  return html.length;
}

/** Where the content of a hidden element ends; elements of its own name may stand in it. */
function hiddenEnd(html: string, lower: string, name: string, from: number): number {
  const at = lower.indexOf(`</${name}`, from);
  return at < 0 ? html.length : tagEnd(html, at) + 1;
}

/** The text of an HTML page, one line per block. */
export function dumpHtml(html: string): string {
  const lower = html.toLowerCase();
  const lines: string[] = [];
  let line = "";
  const breakLine = () => {
    const text = decode(line)
      .replace(/[\s\u200b\ufeff]+/g, " ")
      .trim();
    if (text !== "") lines.push(text);
    line = "";
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      line += html.slice(at);
      break;
    }
    line += html.slice(at, open);
    if (lower.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z\d-]*)/.exec(lower.slice(open, open + 40));
    if (tag === null) {
      if (lower[open + 1] === "!" || lower[open + 1] === "/" || lower[open + 1] === "?") at = tagEnd(html, open) + 1;
      else {
        line += "<";
        at = open + 1;
      }
      continue;
    }
    const name = tag[2];
    const end = tagEnd(html, open + 1);
    at = end + 1;
    if (BLOCKS.has(name)) breakLine();
    if (tag[1] === "" && HIDDEN.has(name) && html[end - 1] !== "/") at = hiddenEnd(html, lower, name, at);
  }
  breakLine();
  return lines.join("\n");
}

/** Letters turned by half their alphabet (Latin, Greek, Cyrillic): no word list knows the words any more. */
export function rotateLetters(text: string): string {
  return text.replace(/[a-zа-яα-ω]/gi, (c) => {
    for (const [from, count] of [
      [97, 26],
      [65, 26],
      [0x430, 32],
      [0x410, 32],
      [0x3b1, 25],
      [0x391, 25],
    ] as const) {
      const i = c.charCodeAt(0) - from;
      if (i >= 0 && i < count) return String.fromCharCode(from + ((i + (count >> 1)) % count));
    }
    return c;
  });
}

/** Full-width end marks in place of those that end a sentence, and no spaces: the look of Chinese and Japanese. */
export function closeUp(text: string): string {
  return text
    .replace(/[.!?](?=["'”’)\]]*(?:\s|$))/gm, (c) => (c === "." ? "。" : c === "!" ? "！" : "？"))
    .replace(/[^\S\n]+/g, "");
}
