/** What is shown of long texts and IDs. */

/** How much of a session ID is shown: enough to tell two apart at a glance. */
const ID_SHOWN = 4;

export function shortId(id: string): string {
  return id.slice(0, ID_SHOWN);
}

const EXCERPT_CHARACTERS = 32;

/** The beginning of the first line: a segment may carry a whole message. */
export function excerpt(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/);
  if (line.length <= EXCERPT_CHARACTERS) return line;
  // A surrogate pair isn't cut in two.
  return `${line.slice(0, EXCERPT_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What an HTTP message is about: `GET /shop`, `200 OK`. */
export function startLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  return line.replace(/^HTTP\/1\.1 | HTTP\/1\.1$/g, '');
}
