// In: when something was published. Out: the time in words, the same on every machine.

/** "2024-05-01 14:05 UTC"; what is no date is left out. */
export function timeText(time: Date | string | undefined): string | undefined {
  if (time === undefined) return undefined;
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return undefined;
  const [day, clock] = date.toISOString().split("T");
  return clock.startsWith("00:00:00") ? day : `${day} ${clock.slice(0, 5)} UTC`;
}
