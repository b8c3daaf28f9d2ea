/**
 * samestory: tells whether two news articles are versions of one story, how far each copies the other, and what an
 * editor changed in between. The exports stand in the order of the pipeline.
 */

export type { Article, ArticleInput, Span } from "./article.js";
export { type ErrorCode, SamestoryError } from "./errors.js";

// Page to article

export { articleFromText, type PageArticle } from "./extract/page.js";

// Article to fingerprint

export { containment, Fingerprint, fingerprint, resemblance } from "./fingerprint/fingerprint.js";
export type { FingerprintOptions, Recipe } from "./fingerprint/recipe.js";

// Two versions to a diff

export { type DiffOptions, diff } from "./diff/diff.js";
export type { Block, Edit, EditKind, FactChange, Step, StoryDiff, StyleKind, SubstantiveKind } from "./diff/edits.js";
export { type FactLife, type HistoryStep, history, type ParagraphLife, type StoryHistory } from "./diff/history.js";
export { apply } from "./diff/script.js";
export { type StyleChange, type Summary, summarize, type Texts } from "./diff/summary.js";

// Two articles to a verdict

export { compare } from "./compare/compare.js";
export type { Comparison, Passage, Reason, ReasonCode, Verdict } from "./compare/verdict.js";

// Many articles to stories

export type { Evidence as MatchEvidence } from "./stories/decision.js";
export { type Deduped, type DedupeOptions, dedupe } from "./stories/dedupe.js";
export type { LeadReason } from "./stories/lead.js";
export type { Derivation, Origin } from "./stories/lineage.js";
export type { RelatedStory, Story, StoryArticle } from "./stories/story.js";
export { type Added, type Match, StoryIndex, type StoryIndexOptions } from "./stories/storyIndex.js";
