// In: the stories of a feed. Out: a list of them, those told more than once first; a button opens two versions above.
import type { Article, Story } from "../src/index.js";
import { timeText } from "../src/render/time.js";

/** Stories told once that are listed: the rest is counted. */
const MOST_SINGLE = 200;

/** What to do with two versions of a story: the earlier one, the later one. */
export type Open = (a: Article, b: Article) => void;

/** The list, as elements: all text of the feed is put in as text. */
export function storyList(stories: readonly Story[], open: Open): HTMLElement {
  const list = make("div", "stories");
  const many = stories.filter(({ articles }) => articles.length > 1);
  const once = stories.filter(({ articles }) => articles.length === 1);
  for (const story of [...many].sort((x, y) => y.articles.length - x.articles.length))
    list.append(storyOf(story, open));
  if (many.length === 0) list.append(make("p", "hint", "No two articles of this feed are versions of one story."));
  if (once.length > 0) list.append(singles(once));
  return list;
}

/** The list for a clipboard, as Markdown. */
export function storiesAsMarkdown(stories: readonly Story[]): string {
  const lines = stories
    .filter(({ articles }) => articles.length > 1)
    .flatMap((story) => [
      `- **${plain(titleOf(story))}** (${story.articles.length} versions)`,
      ...story.articles.map(({ article, verdict, id }) => {
        const as = id === story.lead ? "lead" : verdict;
        return `  - ${plain([article.source, article.title].filter(Boolean).join(": ") || id)}, ${as}`;
      }),
    ]);
  const once = stories.filter(({ articles }) => articles.length === 1).length;
  return [...lines, `- told once: ${once}`, ""].join("\n");
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>]/gu, "\\$&");
}

function titleOf({ lead, articles }: Story): string {
  return articles.find(({ id }) => id === lead)?.article.title ?? lead;
}

function storyOf(story: Story, open: Open): HTMLElement {
  const section = make("article", "told");
  const heading = make("h3", "told-title", titleOf(story));
  heading.dir = "auto";
  const sources = new Set(story.articles.flatMap(({ article }) => article.source ?? [])).size;
  const count = `${story.articles.length} versions${sources > 1 ? ` from ${sources} sources` : ""}`;
  const members = make("ol", "versions-list");
  for (const member of story.articles) members.append(memberOf(story, member, open));
  section.append(heading, make("p", "hint", count), members);
  return section;
}

type Member = Story["articles"][number];

function memberOf(story: Story, { id, article, verdict, score }: Member, open: Open): HTMLElement {
  const item = make("li", "");
  const title = make("span", "member-title", article.title ?? id);
  title.dir = "auto";
  const facts = [article.source, timeText(article.publishedAt)].filter(Boolean).join(" · ");
  const as = id === story.lead ? "lead" : `${verdict} ${score.toFixed(2)}`;
  const text = make("span", "member");
  text.append(title, make("span", "hint", [facts, as].filter(Boolean).join(" · ")));
  item.append(text);
  const lead = story.articles.find((other) => other.id === story.lead);
  if (lead && id !== story.lead) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Compare";
    button.setAttribute("aria-label", `Compare “${article.title ?? id}” with the lead`);
    button.addEventListener("click", () => open(...inOrder(lead.article, article)));
    item.append(button);
  }
  return item;
}

/** The earlier one first, where times tell; else the lead. */
function inOrder(lead: Article, other: Article): [Article, Article] {
  const [a, b] = [lead, other].map(({ publishedAt }) => new Date(publishedAt ?? Number.NaN).getTime());
  return a !== undefined && b !== undefined && b < a ? [other, lead] : [lead, other];
}

function singles(stories: readonly Story[]): HTMLElement {
  const details = document.createElement("details");
  details.className = "singles";
  const summary = document.createElement("summary");
  summary.textContent = stories.length === 1 ? "1 story told once" : `${stories.length} stories told once`;
  const list = make("ul", "");
  for (const story of stories.slice(0, MOST_SINGLE)) {
    const item = make("li", "", titleOf(story));
    item.dir = "auto";
    list.append(item);
  }
  if (stories.length > MOST_SINGLE) list.append(make("li", "hint", `and ${stories.length - MOST_SINGLE} more`));
  details.append(summary, list);
  return details;
}

function make(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
