/** One line that names the machine: figures mean nothing without. */
import { cpus, totalmem } from "node:os";

export function machineNamed(): string {
  const models = [...new Set(cpus().map(({ model }) => model.trim()))].join(", ");
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${models}, ${cpus().length} cores, ${memory} GB; Node ${process.versions.node}, one thread`;
}
