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
    -0.984, // bias
    -0.051, // length
    -0.783, // up to 8 words
    0.463, // up to 25 words
    0.6, // ended
    1.147, // ended × length
    0.673, // inner sentences
    -1.309, // ellipsis
    5.195, // colon
    2.475, // comma
    -0.614, // digits
    -1.744, // capitals
    0.0, // shouting
    -2.642, // separator
    0.0, // bullet
    0.06, // quote
    -0.175, // bracketed
    -2.157, // address
    -1.534, // copyright
    -1.587, // repeated
    -0.578, // cue related or comments
    0.0, // cue other
    0.382, // alone
    -0.043, // between paragraphs
    0.0, // streak
    -0.662, // log of streak
    1.639, // full length
    -0.911, // alternating
    -1.391, // before
    -1.201, // after body
  ),
  inner: Float64Array.of(
    -0.153, // bias
    0.025, // length
    -0.684, // up to 8 words
    0.0, // up to 25 words
    0.0, // ended
    0.336, // ended × length
    -0.129, // inner sentences
    -0.302, // ellipsis
    0.959, // colon
    0.311, // comma
    -0.446, // digits
    -0.894, // capitals
    0.0, // shouting
    0.0, // separator
    0.0, // bullet
    0.37, // quote
    -1.093, // bracketed
    -1.74, // address
    -0.7, // copyright
    -0.841, // repeated
    -0.398, // cue related or comments
    -0.909, // cue other
    -0.494, // alone
    0.0, // between paragraphs
    0.0, // streak
    0.608, // alternating
    0.221, // previous is a paragraph
    0.512, // next is a paragraph
    0.932, // share of the usual length
    0.253, // first lines
    -0.473, // last lines
    -0.03, // between cues
  ),
};
