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
    -0.72, // bias
    -0.174, // length
    -0.717, // up to 8 words
    0.491, // up to 25 words
    0.528, // ended
    1.137, // ended × length
    0.669, // inner sentences
    -1.306, // ellipsis
    6.588, // colon
    2.381, // comma
    -0.169, // digits
    -1.471, // capitals
    0.0, // shouting
    -2.135, // separator
    0.0, // bullet
    0.122, // quote
    0.0, // bracketed
    -2.127, // credited
    -0.477, // address
    -1.935, // copyright
    -1.288, // repeated
    -2.805, // cue related or comments
    0.0, // cue other
    0.52, // alone
    0.094, // between paragraphs
    0.0, // streak
    -0.967, // log of streak
    1.423, // full length
    -0.821, // alternating
    -1.406, // before
    -1.289, // after body
  ),
  inner: Float64Array.of(
    -0.081, // bias
    0.093, // length
    -0.572, // up to 8 words
    0.038, // up to 25 words
    0.0, // ended
    0.208, // ended × length
    -0.095, // inner sentences
    -0.314, // ellipsis
    0.664, // colon
    0.24, // comma
    -0.296, // digits
    -0.969, // capitals
    0.0, // shouting
    -0.141, // separator
    -0.007, // bullet
    0.351, // quote
    -0.915, // bracketed
    -1.331, // credited
    -1.819, // address
    -0.7, // copyright
    -0.87, // repeated
    -0.347, // cue related or comments
    -0.904, // cue other
    -0.363, // alone
    -0.108, // between paragraphs
    -0.035, // streak
    0.184, // alternating
    0.291, // previous is a paragraph
    0.518, // next is a paragraph
    1.02, // share of the usual length
    0.316, // first lines
    -0.397, // last lines
    -0.021, // between cues
  ),
};
