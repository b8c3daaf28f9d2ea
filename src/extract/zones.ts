/**
 * Where on a page a text stands, as bits: what the elements around it are, and what the words in their class and id say
 * they hold. Class names are English nearly everywhere, whatever the language of the page; they are signs, never proof.
 */

export enum Zone {
  article = 1,
  main = 2,
  aside = 4,
  navigation = 8,
  header = 16,
  footer = 32,
  form = 64,
  figure = 128,
  list = 256,
  table = 512,
  quote = 1024,
  hidden = 2048,
  /** Named as the body of an article. */
  body = 4096,
  related = 8192,
  share = 16384,
  comments = 32768,
  subscribe = 65536,
  advertisement = 131072,
  caption = 262144,
  byline = 524288,
  consent = 1048576,
  sidebar = 2097152,
  /** Named as the article's own element (story, post, entry): more than the body stands in it. */
  story = 4194304,
  /** Said by the page to be the body: itemprop="articleBody". */
  declared = 8388608,
  /** A button, a label, a summary: something to press. */
  control = 16777216,
  /** Headline, title or standfirst. */
  headline = 33554432,
}

/** Zones in the order of their bits. */
export const ZONES = Object.values(Zone).filter((zone): zone is Zone => typeof zone === "number");

const TAGS: Readonly<Record<string, number>> = {
  article: Zone.article,
  main: Zone.main,
  aside: Zone.aside,
  nav: Zone.navigation,
  header: Zone.header,
  footer: Zone.footer,
  form: Zone.form,
  dialog: Zone.consent,
  figure: Zone.figure,
  figcaption: Zone.figure | Zone.caption,
  caption: Zone.caption,
  ul: Zone.list,
  ol: Zone.list,
  dl: Zone.list,
  table: Zone.table,
  blockquote: Zone.quote,
  button: Zone.control,
  label: Zone.control,
  summary: Zone.control,
  address: Zone.byline,
};

const ROLES: Readonly<Record<string, number>> = {
  article: Zone.article,
  main: Zone.main,
  complementary: Zone.aside,
  navigation: Zone.navigation,
  menu: Zone.navigation,
  banner: Zone.header,
  contentinfo: Zone.footer,
  search: Zone.form,
  dialog: Zone.consent,
  alertdialog: Zone.consent,
  button: Zone.control,
};

const NAMES: readonly [bit: number, words: string][] = [
  [
    Zone.navigation,
    "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager toc skip masthead topbar",
  ],
  [Zone.footer, "footer foot copyright legal colophon"],
  [Zone.sidebar, "sidebar aside rail rightrail right widget widgets secondary tertiary complementary"],
  [
    Zone.related,
    "related recommended recommend recommendation recommendations recirc recirculation more most popular trending teaser teasers promo promos " +
      "promotion card cards carousel slider latest next also similar read readmore morestories carrousel outbrain taboola zergnet feed river inline inset tag tags topics keywords",
  ],
  [Zone.share, "share sharing social sharebar sharedaddy addthis addtoany follow tools toolbar actions print email"],
  [Zone.comments, "comment comments commentlist disqus discussion respond reply livefyre responses"],
  [
    Zone.subscribe,
    "newsletter newsletters subscribe subscription subscribenow signup sign login register paywall piano regwall membership donate donation cta appeal optin mailchimp",
  ],
  [
    Zone.advertisement,
    "ad ads advert advertisement advertising adslot dfp sponsor sponsored promoted banner commercial gpt",
  ],
  [
    Zone.caption,
    "caption captions credit credits photo image img media video player gallery slideshow lightbox figure thumbnail imagecaption",
  ],
  [
    Zone.byline,
    "byline author authors bio bios contributor dateline date time timestamp meta metadata published posted updated info kicker eyebrow category",
  ],
  [
    Zone.consent,
    "cookie cookies consent gdpr ccpa modal popup overlay onetrust notice alert toast disclaimer correction",
  ],
  [Zone.hidden, "hidden hide invisible sr visually screenreader offscreen noscript"],
  [
    Zone.headline,
    "headline title hed dek subtitle subhead standfirst deck summary lead lede intro excerpt description",
  ],
  [Zone.story, "article story post entry single hentry news"],
  [
    Zone.body,
    "body content text paragraph paragraphs prose richtext wysiwyg articlebody storybody maincontent postcontent entrycontent copy rte",
  ],
];

const BY_NAME: ReadonlyMap<string, number> = /* @__PURE__ */ namesByWord();

function namesByWord(): Map<string, number> {
  const map = new Map<string, number>();
  for (const [bit, words] of NAMES) for (const word of words.split(" ")) map.set(word, bit);
  return map;
}

/** Of a class attribute so much is looked at: utility classes run to thousands of characters and say nothing. */
const MOST_CHARACTERS = 300;

/** The zones that an element opens, itself and by its names. */
export function zonesOf(tag: string, attributes: Readonly<Record<string, string>>): number {
  let zones = TAGS[tag] ?? 0;
  const role = attributes.role;
  if (role !== undefined) zones |= ROLES[role.toLowerCase()] ?? 0;
  if (isHidden(attributes)) zones |= Zone.hidden;
  const property = attributes.itemprop;
  if (property !== undefined && /^articlebody$/i.test(property)) zones |= Zone.declared;
  // The names of html and body tell of the kind of page, not of a part of it.
  if (tag !== "html" && tag !== "body") zones |= named(attributes.class) | named(attributes.id);
  return zones;
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return true;
  const style = attributes.style;
  return (
    style !== undefined &&
    /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(style.slice(0, MOST_CHARACTERS))
  );
}

/** Classes that WordPress and others give a whole article to say what it is about. */
const ABOUT = /^(?:category|tag|has|no|type|status|format|term|is|postid|author|wp)-/;

function named(names: string | undefined): number {
  if (names === undefined || names === "") return 0;
  let zones = 0;
  for (const name of names.slice(0, MOST_CHARACTERS).split(/\s+/)) {
    if (ABOUT.test(name)) continue;
    const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
    for (const word of words.split(/[^a-z]+/)) zones |= BY_NAME.get(word) ?? 0;
  }
  return zones;
}
