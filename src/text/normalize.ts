/** Goes up whenever the same text may come out as other words; part of every fingerprint's recipe. */
export const NORMALIZER_VERSION = 1;
