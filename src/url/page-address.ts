/** The address of this page as it is now. `app/address.ts` writes it. */

export function pageSearch(): string {
  return location.search;
}

export function pageHash(): string {
  return location.hash;
}

/** Opens a link of a run in place of the present one, as if it had come by that link. */
export function openLink(link: string): void {
  history.replaceState(null, '', link);
  location.reload();
}
