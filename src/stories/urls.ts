/*
 * In: the address of an article, as feeds and pages give it. Out: one form for all addresses of the same page.
 * Folded: scheme, "www." and mobile hosts, AMP in all its places, default ports, fragments, tracking parameters, the order
 * of parameters, trailing slashes. Not folded: the case of the path, and parameters that may name the article.
 * It fetches nothing, so it follows no redirect and no short link.
 */

const ADDRESS = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#]+)([^?#\s]*)(?:\?([^#\s]*))?/i;

/** Parameters that say how a reader came, not what is read. Those that begin with "utm_" and the like stand in {@link TRACKING_PREFIX}. */
const TRACKING = /* @__PURE__ */ new Set(
  /* @__PURE__ */ (
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok _ga _gl " +
    "cmp cmpid cid_source icid ito ref ref_src ref_url referrer rss smid smtyp ncid ocid taid guccounter guce_referrer " +
    "guce_referrer_sig xtor wt_mc wt.mc_id sr_share spm share partner feedtype feedname ftag sh_kit __twitter_impression " +
    "amp amp_js_v usqp outputtype"
  ).split(" "),
);
const TRACKING_PREFIX = /^(?:utm|at|pk|mtm|hsa|hs|oly|vero|ns|wt)_/;

/** The one form of an address, without its scheme; undefined for what is no address of a page. */
export function canonicalUrl(url: string): string | undefined {
  const found = ADDRESS.exec(url);
  if (found === null) return undefined;
  const unwrapped = unwrapAmp(found[1].toLowerCase(), found[2]);
  const query = canonicalQuery(found[3] ?? "");
  return canonicalHost(unwrapped.host) + canonicalPath(unwrapped.path) + (query === "" ? "" : `?${query}`);
}

/** The same where it names an article: the front page of a site stands for whatever it shows today. */
export function articleUrl(url: string | undefined): string | undefined {
  const canonical = url === undefined ? undefined : canonicalUrl(url);
  return canonical?.includes("/") || canonical?.includes("?") ? canonical : undefined;
}

/** Addresses in the caches of AMP hold the page's own: ".../amp/s/host/path", "host.cdn.ampproject.org/c/s/host/path". */
function unwrapAmp(host: string, path: string): { host: string; path: string } {
  const cached = host.endsWith(".cdn.ampproject.org") || host === "cdn.ampproject.org";
  const viewed = /^(?:www\.)?google\.[a-z.]+$/.test(host) && path.startsWith("/amp/");
  const inner = cached || viewed ? /^\/(?:amp|[cvi])\/(?:s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(path) : null;
  return inner === null ? { host, path } : { host: inner[1].toLowerCase(), path: inner[2] ?? "" };
}

function canonicalHost(host: string): string {
  const labels = host
    .replace(/:(?:80|443)$/, "")
    .replace(/\.$/, "")
    .split(".");
  // "m.site.example", "en.m.site.example", "amp.www.site.example"; never the last two, or "m.com" would be "com".
  const isFolded = (label: string, i: number): boolean =>
    i < labels.length - 2 && (/^(?:m|mobile|amp|wap|touch)$/.test(label) || (i < 2 && label === "www"));
  return labels.filter((label, i) => !isFolded(label, i)).join(".");
}

function canonicalPath(path: string): string {
  return decodePlain(path)
    .replace(/\/{2,}/g, "/")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, "")
    .replace(/\.amp(\.html?)?$/i, "$1")
    .replace(/\/+$/, "")
    .replace(/\/amp$/i, "")
    .replace(/^\/amp(?=\/)/i, "")
    .replace(/\/+$/, "");
}

function canonicalQuery(query: string): string {
  return query
    .split(/[&;]/)
    .filter((parameter) => parameter !== "" && !isTracking(parameter.replace(/=.*$/s, "").toLowerCase()))
    .map(decodePlain)
    .sort()
    .join("&");
}

function isTracking(name: string): boolean {
  return TRACKING.has(name) || TRACKING_PREFIX.test(name);
}

/** Letters, figures and "-._~" may be written with a per cent sign or without; all else keeps it, in capitals. */
function decodePlain(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (escaped, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return /[A-Za-z0-9\-._~]/.test(letter) ? letter : escaped.toUpperCase();
  });
}
