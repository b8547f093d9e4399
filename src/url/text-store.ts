/**
 * Texts in the browser's storage, by key. Storage can be full, and in a private window or by a setting it's blocked: then
 * nothing is read, and nothing is kept.
 */

/** This browser's, for all its tabs; or this tab's. A window that the tab opens begins with a copy. */
type Area = 'localStorage' | 'sessionStorage';

export function readText(area: Area, key: string): string | null {
  try {
    return globalThis[area].getItem(key);
  } catch {
    return null;
  }
}

/** @returns Null for a text that isn't JSON. What it holds isn't checked: an earlier version may have written it. */
export function readJson(area: Area, key: string): unknown {
  try {
    return JSON.parse(readText(area, key) ?? 'null');
  } catch {
    return null;
  }
}

/** @returns Whether there was room. */
export function writeText(area: Area, key: string, text: string): boolean {
  try {
    globalThis[area].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function removeText(area: Area, key: string): void {
  try {
    globalThis[area].removeItem(key);
  } catch {
    // Without storage there's nothing to remove.
  }
}
