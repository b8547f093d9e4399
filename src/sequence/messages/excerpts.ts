/** Excerpts of long texts and IDs. */

/** Enough of a session ID to tell two apart at a glance. */
const ID_SHOWN = 4;

export function shortId(id: string): string {
  return id.slice(0, ID_SHOWN);
}

const EXCERPT_CHARACTERS = 32;

/** Start of the first line. A segment can carry a whole message. */
export function excerpt(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/);
  if (line.length <= EXCERPT_CHARACTERS) return line;
  // Never splits a surrogate pair.
  return `${line.slice(0, EXCERPT_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Whether this is the beginning of an HTTP message, and not a later part of it. */
export function hasStartLine(text: string): boolean {
  return /^(?:HTTP\/1\.1 \d{3} |[A-Z]+ \S+ HTTP\/1\.1\r\n)/.test(text);
}

/** Start line of an HTTP message, shortened: `GET /shop`, `200 OK`. */
export function startLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.replace(/^HTTP\/1\.1 | HTTP\/1\.1$/g, '');
}
