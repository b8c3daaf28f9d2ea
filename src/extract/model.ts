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
    -0.732, // bias
    -0.141, // length
    -0.640, // up to 8 words
    0.605, // up to 25 words
    0.399, // ended
    0.960, // ended × length
    0.619, // inner sentences
    -0.883, // ellipsis
    5.041, // colon
    2.048, // comma
    -0.419, // digits
    -1.446, // capitals
    0.000, // shouting
    -1.764, // separator
    0.000, // bullet
    0.029, // quote
    -0.142, // bracketed
    -1.706, // address
    -0.858, // copyright
    -1.259, // repeated
    -2.550, // cue related or comments
    0.000, // cue other
    -0.033, // alone
    -0.167, // between paragraphs
    -0.101, // streak
    -0.899, // log of streak
    1.496, // full length
    -0.465, // alternating
    -0.969, // before
  ),
  inner: Float64Array.of(
    -0.015, // bias
    0.067, // length
    -0.666, // up to 8 words
    0.013, // up to 25 words
    0.000, // ended
    0.316, // ended × length
    -0.127, // inner sentences
    -0.285, // ellipsis
    1.115, // colon
    0.299, // comma
    -0.253, // digits
    -0.737, // capitals
    0.000, // shouting
    0.000, // separator
    0.000, // bullet
    0.342, // quote
    -1.218, // bracketed
    -1.707, // address
    -0.666, // copyright
    -1.536, // repeated
    -0.334, // cue related or comments
    -0.675, // cue other
    -0.453, // alone
    0.117, // between paragraphs
    -0.117, // streak
    -0.054, // alternating
    0.160, // previous is a paragraph
    0.461, // next is a paragraph
    0.740, // share of the usual length
    0.040, // first lines
    -0.526, // last lines
    0.097, // between cues
  ),
};
