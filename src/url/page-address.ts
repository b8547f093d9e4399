/** The present address of this page. `app/history-entries.ts` writes it. */

export function pageSearch(): string {
  return location.search;
}

export function pageHash(): string {
  return location.hash;
}
