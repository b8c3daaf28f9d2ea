// In: when something was published. Out: the time in words, the same on every machine.
import { count } from "./comparison.js";

/** "2024-05-01 14:05 UTC"; what is no date is left out. */
export function timeText(time: Date | string | undefined): string | undefined {
  if (time === undefined) return undefined;
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return undefined;
  const [day, clock] = date.toISOString().split("T");
  return clock.startsWith("00:00:00") ? day : `${day} ${clock.slice(0, 5)} UTC`;
}

/** In milliseconds; nothing for what is no date. */
export function timeOf(time: Date | string | undefined): number | undefined {
  const value = time === undefined ? Number.NaN : new Date(time).getTime();
  return Number.isNaN(value) ? undefined : value;
}

/** In milliseconds. */
export const MINUTE = 60_000;
/** In milliseconds. */
export const HOUR = 60 * MINUTE;
/** In milliseconds. */
export const DAY = 24 * HOUR;

/** "25 minutes", "3 hours", "2 days". */
export function distance(time: number): string {
  if (time < 2 * HOUR) return count(Math.round(time / MINUTE), "minute");
  return time < 2 * DAY ? count(Math.round(time / HOUR), "hour") : count(Math.round(time / DAY), "day");
}
