/** What a node remembers, whole, as text: what stands in its memory, but for what is secret. */
import type { MemoryItem } from '../simulation/memory.ts';

const SECRET = '•••';
/** Members that nobody shows: a password, and what a key signs with. */
const secrets: ReadonlySet<string> = new Set(['password', 'k']);

export function readItem(item: MemoryItem): string {
  switch (item.kind) {
    case 'cookie':
      return `${item.name}=${item.value}`;
    case 'access-token':
    case 'refresh-token':
      return item.token;
    case 'tcp-stream':
      return item.text;
    case 'store-entry':
      return `${item.entry.key}\n${prettied(item.entry.value)}`;
    default: {
      const { kind: _, ...rest } = item;
      return JSON.stringify(rest, (name, value) => (secrets.has(name) ? SECRET : value), 2);
    }
  }
}

/** Servers keep JSON in a store; whatever else somebody keeps there stays as it is. */
function prettied(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
