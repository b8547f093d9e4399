/** Opens a link of a run in place of the present one, as if it had come by that link. */
export function openLink(link: string): void {
  history.replaceState(null, '', link);
  location.reload();
}
