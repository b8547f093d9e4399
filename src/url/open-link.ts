/** Opens a run's link in place of the present run, as if the page had been opened with it. */
export function openLink(link: string): void {
  history.replaceState(null, '', link);
  location.reload();
}
