/** The address of this page as it is now. `app/address.ts` writes it. */

export function pageSearch(): string {
  return location.search;
}

export function pageHash(): string {
  return location.hash;
}
