/**
 * The diagrams that were opened last, in this browser's storage, the latest first. An address can name one that is too long
 * for a link; it then works in this browser only.
 */
import { KEPT_PREFIX } from './diagram-hash.ts';
import { readJson, readText, removeText, writeText } from './text-store.ts';

const LIST = 'statescope.diagrams';
const ENTRY = 'statescope.diagram.';
const KEPT_MAX = 12;
const TITLE_CHARACTERS_MAX = 120;

export interface KeptDiagram {
  readonly id: string;
  /** Of the diagram, or what stands for it. */
  readonly title: string;
  /** The code for an address. */
  readonly code: string;
}

/** The latest first. Entries that can't be read are left out. */
export function keptDiagrams(): readonly KeptDiagram[] {
  const list = readJson('localStorage', LIST);
  return Array.isArray(list) ? list.filter(isKept) : [];
}

/** @returns The Mermaid text; null if this browser doesn't have it. */
export function keptDiagramText(code: string): string | null {
  return code.startsWith(KEPT_PREFIX)
    ? readText('localStorage', ENTRY + code.slice(KEPT_PREFIX.length))
    : null;
}

/**
 * The diagrams that weren't opened for longest make room. If that's not enough, all of them stay.
 *
 * @param code For an address; null for a diagram that is too long for one.
 * @returns The code that an address can have; null if the browser has no room, or keeps nothing.
 */
export function keepDiagram(text: string, title: string, code: string | null): string | null {
  const id = idOf(text);
  const shown = title.slice(0, TITLE_CHARACTERS_MAX);
  const entry: KeptDiagram = { id, title: shown, code: code ?? KEPT_PREFIX + id };
  const all = keptDiagrams();
  const others = all.filter((each) => each.id !== id);
  const removed = new Map<string, string>();
  for (let count = Math.min(others.length, KEPT_MAX - 1); count >= 0; count -= 1) {
    for (const { id: old } of others.slice(count)) {
      const oldText = readText('localStorage', ENTRY + old);
      if (oldText !== null) removed.set(old, oldText);
      removeText('localStorage', ENTRY + old);
    }
    const isKept =
      writeText('localStorage', ENTRY + id, text) &&
      writeText('localStorage', LIST, JSON.stringify([entry, ...others.slice(0, count)]));
    if (isKept) return entry.code;
  }
  // The text may have found room and the list none.
  if (others.length === all.length) removeText('localStorage', ENTRY + id);
  for (const [old, oldText] of removed) writeText('localStorage', ENTRY + old, oldText);
  return code;
}

export function forgetDiagram(id: string): void {
  removeText('localStorage', ENTRY + id);
  writeText('localStorage', LIST, JSON.stringify(keptDiagrams().filter((each) => each.id !== id)));
}

/** Equal for equal texts: 2 × 32 bits of FNV-1a, which tells a few dozen texts apart. */
function idOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + index), 0x85ebca6b);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}

function isKept(entry: unknown): entry is KeptDiagram {
  const { id, title, code } = Object(entry) as Partial<Record<string, unknown>>;
  return typeof id === 'string' && typeof title === 'string' && typeof code === 'string';
}
