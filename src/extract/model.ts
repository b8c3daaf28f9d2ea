/** Coefficients of the page reader. */
export interface PageModel {
  run: Float64Array;
  inner: Float64Array;
}

export const PAGE_MODEL: PageModel = { run: new Float64Array(28), inner: new Float64Array(32) };
