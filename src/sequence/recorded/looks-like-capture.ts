/** Tells recordings from run files and texts, without the code that reads them. */

/** How much of a text is looked at to tell what it is. */
export const SNIFFED_CHARACTERS = 4_000;

/** Whether a text starts like a recording, or its file is named like one. @param start Up to `SNIFFED_CHARACTERS`. */
export function looksLikeCapture(start: string, fileName = ''): boolean {
  if (/\.(?:har|ndjson|jsonl|otlp)$/i.test(fileName)) return true;
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (!/^[{[]/.test(text)) return false;
  return (
    /^\{\s*"log"\s*:/.test(text) ||
    /"(?:resourceSpans|scopeSpans|startedDateTime)"\s*:/.test(text) ||
    // A run file is small, and says so at once.
    (/\.json$/i.test(fileName) && start.length >= SNIFFED_CHARACTERS && !/"statescope"\s*:/.test(text))
  );
}
