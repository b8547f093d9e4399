/**
 * The name of this window's presentation. A window opened from another one starts with a copy of its session storage,
 * and so joins the same presentation. A reload keeps it.
 */
import { readText, writeText } from '../url/text-store.ts';

const SHOW = 'statescope.show';

/** Without storage, the presentation ends with a reload. */
let inMemory: string | null = null;

/** Null while there's no other window. */
export function sessionName(): string | null {
  return readText('sessionStorage', SHOW) ?? inMemory;
}

export function rememberSessionName(name: string): void {
  inMemory = name;
  writeText('sessionStorage', SHOW, name);
}
