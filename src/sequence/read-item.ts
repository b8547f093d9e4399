/** A node's full memory as text, without secrets. */
import type { MemoryItem } from '../simulation/memory.ts';

const SECRET = '•••';
/** Members that are never shown: a password, a secret key, and the private half of a key pair. */
const secrets: ReadonlySet<string> = new Set(['password', 'k', 'd']);

export function readItem(item: MemoryItem): string {
  switch (item.kind) {
    case 'cookie':
      return `${item.name}=${item.value}`;
    case 'access-token':
    case 'refresh-token':
      return item.token;
    case 'tcp-stream':
      return item.text;
    case 'local-copy':
      return prettied(item.value);
    case 'store-entry':
      return `${item.entry.key}\n${prettied(item.entry.value)}`;
    default: {
      const { kind: _, ...rest } = item;
      return JSON.stringify(rest, (name, value) => (secrets.has(name) ? SECRET : value), 2);
    }
  }
}

/** Servers store JSON. Any other value stays unchanged. */
function prettied(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
