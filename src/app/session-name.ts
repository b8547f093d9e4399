/**
 * The name of this window's presentation. A window opened from another one starts with a copy of its session storage,
 * and so joins the same presentation. A reload keeps it.
 */

const SHOW = 'statescope.show';

let inMemory: string | null = null;

/** Null while there's no other window. */
export function sessionName(): string | null {
  try {
    return sessionStorage.getItem(SHOW) ?? inMemory;
  } catch {
    return inMemory;
  }
}

export function rememberSessionName(name: string): void {
  inMemory = name;
  try {
    sessionStorage.setItem(SHOW, name);
  } catch {
    // Without storage, the presentation ends with a reload.
  }
}
