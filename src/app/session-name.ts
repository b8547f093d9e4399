/**
 * The name of the show that this window belongs to. A window that is opened from another one begins with a copy of its
 * session storage, and so belongs to the same show; a reload keeps it.
 */

const SHOW = 'statescope.show';

let inMemory: string | null = null;

/** Null as long as there is no other window. */
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
    // The show ends with a reload.
  }
}
