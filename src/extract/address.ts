/** Addresses: resolved, checked and taken apart. Every runtime has `URL`; the compiler's settings for the core do not know it. */
declare class URL {
  constructor(address: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
}

/** Longer is no address but a mistake (an inlined picture). */
const MOST_CHARACTERS = 4_000;

/** An http(s) address in full, resolved against the first base that works; undefined where there is none. */
export function resolveUrl(address: string | undefined, ...bases: (string | undefined)[]): string | undefined {
  const given = address?.trim() ?? "";
  if (given === "" || given.length > MOST_CHARACTERS) return undefined;
  for (const base of [...bases.filter((one) => one !== undefined && one !== ""), undefined]) {
    const url = parseUrl(given, base);
    if (url !== undefined && /^https?:$/.test(url.protocol)) return url.href;
  }
  return undefined;
}

/** The host without the prefixes that say nothing. */
export function hostOf(address: string | undefined): string | undefined {
  const host = address === undefined ? "" : (parseUrl(address)?.hostname ?? "");
  return host === "" ? undefined : host.replace(/^(?:www\d?|m|amp|mobile)\./, "");
}

/** Whether the address is that of a site's front page. */
export function isFrontPage(address: string): boolean {
  const url = parseUrl(address);
  return url !== undefined && /^\/?(?:index\.\w+)?$/.test(url.pathname);
}

function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return base === undefined ? new URL(address) : new URL(address, base);
  } catch {
    return undefined;
  }
}
