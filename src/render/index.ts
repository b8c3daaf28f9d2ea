export type { HistoryOptions } from "./chain.js";
export { type HtmlOptions, renderHtml } from "./html.js";
export { type HistoryMarkdownOptions, type MarkdownOptions, renderMarkdown } from "./markdown.js";
export {
  renderStoriesHtml,
  renderStoryHtml,
  type StoriesOptions,
  type StoryMember,
  type StoryReport,
} from "./storyHtml.js";
export {
  type ComparisonTextOptions,
  type DiffTextOptions,
  type HistoryTextOptions,
  renderText,
  type TextOptions,
} from "./text.js";
export type { About } from "./versions.js";
