/** Addresses in an imported diagram. Their author isn't known, so only pages over https are opened, and never by themselves. */

/** @returns The whole address as a browser reads it; null for anything but https. */
export function openable(target: string): string | null {
  try {
    const { protocol, href, username, password } = new URL(target.trim());
    // A name before the host can make it look like another host.
    return protocol === 'https:' && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}

export interface Piece {
  readonly text: string;
  /** Where it leads; null for words. */
  readonly address: string | null;
}

/** Characters that an address can have in a text (RFC 3986, appendix A), so that a Korean particle isn't part of it. */
const ADDRESS = /https:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{1,2000}/gi;
/** They end a sentence rather than an address. */
const CLOSING = new Set([...".,;:!?'"]);

/** Splits a text at its addresses. Each address is shown as it's opened. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const shown = withoutClosing(found);
    const address = openable(shown);
    if (address === null) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), address: null });
    pieces.push({ text: shown, address });
    from = index + shown.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), address: null });
  return pieces;
}

/** A bracket belongs to the address if it begins in it. */
function withoutClosing(found: string): string {
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    const isBracket = last === ')' || last === ']';
    const opening = last === ')' ? '(' : '[';
    if (!CLOSING.has(last) && !(isBracket && !found.slice(0, end).includes(opening))) break;
  }
  return found.slice(0, end);
}
