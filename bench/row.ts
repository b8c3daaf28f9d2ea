/** What a measurement says, and what says how to measure. Plain data: it goes from process to process as JSON. */
import type { Budget } from "./timing.js";

/** One line of a table. */
export interface Row {
  /** What was done, and by whom; samestory where nobody is named. */
  work: string;
  by: string;
  /** Milliseconds on the processor for one item, where the work is one on items. */
  milliseconds?: number;
  /** How far the rounds lay apart, as a share of the median. */
  spread?: number;
  /** What was measured where it is no time. */
  value?: { amount: number; unit: string };
  /** What it was done on: "174 texts of 5.3 KB". */
  on?: string;
  /** How right it is. */
  accuracy: string;
}

/** What a measurement is given. */
export interface Setting {
  budget: Budget;
  quick: boolean;
}

/** One measurement, in a process of its own; more than one row where one preparation serves them. */
export interface Measurement {
  name: string;
  measure(setting: Setting): Row[] | Promise<Row[]>;
  /** Runs only then: a quick run, a whole one, or one with --million, which takes long. Else in all. */
  when?: "quick" | "whole" | "million";
}

/** A table: measurements on the same work and texts. */
export interface Subject {
  name: string;
  /** Heading of the table. */
  title: string;
  measurements: Measurement[];
}
