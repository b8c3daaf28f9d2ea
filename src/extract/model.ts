/**
 * Coefficients of the page reader's two models, in the order of the features (`RUN_FEATURES`, `INNER_FEATURES`).
 *
 * Fitted by `node eval/run.mjs eval/fit-page.ts` on 160 news pages of 2023, each as it stands, with rotated letters
 * and closed up; what they are fitted to, and which signs are held, stands there. Figures by site-wise cross-validation
 * come from the same script with `--folds`.
 */
export interface PageModel {
  /** Whether a line belongs to the stretch that holds the body. */
  run: Float64Array;
  /** Whether a line of that stretch is body. */
  inner: Float64Array;
}

export const PAGE_MODEL: PageModel = {
  run: Float64Array.of(
    -1.139, // bias
    -0.031, // length
    -0.791, // up to 8 words
    0.55, // up to 25 words
    0.591, // ended
    1.202, // ended × length
    0.688, // inner sentences
    -1.286, // ellipsis
    1.837, // colon
    2.349, // comma
    -0.853, // digits
    -1.489, // capitals
    0.0, // shouting
    -2.512, // separator
    0.0, // bullet
    0.052, // quote
    -0.025, // bracketed
    -2.592, // address
    -1.613, // copyright
    -1.266, // repeated
    0.0, // cue related or comments
    0.0, // cue other
    0.167, // alone
    -0.484, // between paragraphs
    0.0, // streak
    -0.862, // log of streak
    1.616, // full length
    -0.84, // alternating
    -1.326, // before
    -1.3, // after body
  ),
  inner: Float64Array.of(
    -0.124, // bias
    0.008, // length
    -0.708, // up to 8 words
    0.0, // up to 25 words
    0.0, // ended
    0.341, // ended × length
    -0.146, // inner sentences
    -0.36, // ellipsis
    0.614, // colon
    0.375, // comma
    -0.339, // digits
    -0.736, // capitals
    0.0, // shouting
    0.0, // separator
    -0.01, // bullet
    0.407, // quote
    -1.086, // bracketed
    -1.654, // address
    -0.706, // copyright
    -1.637, // repeated
    -0.383, // cue related or comments
    -0.718, // cue other
    -0.439, // alone
    0.031, // between paragraphs
    -0.033, // streak
    0.614, // alternating
    0.212, // previous is a paragraph
    0.552, // next is a paragraph
    0.926, // share of the usual length
    0.228, // first lines
    -0.433, // last lines
    0.037, // between cues
  ),
};
