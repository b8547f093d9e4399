/** Commands as texts, to compare them. */
import type { Command } from '../simulation/cluster.ts';

const texts = new WeakMap<Command, string>();

/** Equal for equal commands: they're plain data, and their fields always have the same order. */
export function commandText(command: Command): string {
  const text = texts.get(command) ?? JSON.stringify(command);
  texts.set(command, text);
  return text;
}
