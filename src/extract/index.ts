/** samestory/extract: articles out of HTML pages and feeds. */

export { articlesFromFeed, type FeedArticle, type FeedOptions, type SkippedItem } from "./feed.js";
export { articleFromHtml, type HtmlArticle, type HtmlOptions } from "./html.js";
