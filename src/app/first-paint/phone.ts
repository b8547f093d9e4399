/** Phones in portrait. They open with the list of steps. */
export const PHONE = '(max-width: 700px) and (min-height: 480px)';

export function isPhone(): boolean {
  return window.matchMedia(PHONE).matches;
}
