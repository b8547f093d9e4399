/**
 * What the reader works on, in the session storage of this tab, under the name that the entry of the browser's history
 * has for it. A reload and a reopened tab find it there, even if the page had no time to write its address.
 */
import type { Action } from '../player/state.ts';
import type { PackedHistory } from './packed-history.ts';
import { readJson, readText, removeText, writeText } from './text-store.ts';

/** The names of all kept works, the latest last. */
const WORKS = 'statescope.works';
/** The work that was last shown, and its latest addresses. */
const LAST = 'statescope.last-work';
/** The one before may be all that the browser has noted. */
const ADDRESSES_MAX = 2;
const LINK = 'statescope.work-link.';
const BRANCHES = 'statescope.work-branches.';
const WAITING = 'statescope.work-waiting.';

/** All branches, and how the work was opened in place of other work. */
export interface KeptBranches {
  readonly history: PackedHistory;
  /** The branch with which it was opened; null if it wasn't. */
  readonly opened: number | null;
  readonly isChange?: boolean;
}

/** Actions that wait for the simulation. They're plain data with nothing to check but the node's name. */
const waitingKinds = ['crash', 'restart', 'toggle-power', 'add-server', 'undo', 'redo'] as const;
export type WaitingAction = Extract<Action, { readonly kind: (typeof waitingKinds)[number] }>;

/** Query and hash, as `linkTo` writes them; null without any. */
export function keptLink(work: string): string | null {
  return readText('sessionStorage', LINK + work);
}

/** @returns Not checked: an earlier version may have written it. */
export function keptBranches(work: string): unknown {
  return readJson('sessionStorage', BRANCHES + work);
}

/** @returns Whether there was room. */
export function keepLink(work: string, link: string): boolean {
  remember(work);
  return write(work, LINK + work, link);
}

/** @returns Whether there was room. */
export function keepBranches(work: string, branches: KeptBranches): boolean {
  remember(work);
  return write(work, BRANCHES + work, JSON.stringify(branches));
}

/** Notes the address of the present entry, before it's written. */
export function noteAddress(work: string, address: string): void {
  const last = lastWork();
  const before = last?.work === work ? last.addresses.filter((each) => each !== address) : [];
  writeText(
    'sessionStorage',
    LAST,
    JSON.stringify({ work, addresses: [...before, address].slice(-ADDRESSES_MAX) }),
  );
}

/**
 * The work that was shown at this address last. Chromium can lose the state of an entry that is written while the page
 * begins to reload.
 */
export function workLastAt(address: string): string | null {
  const last = lastWork();
  return last?.addresses.includes(address) ? last.work : null;
}

function lastWork(): { readonly work: string; readonly addresses: readonly unknown[] } | null {
  const last = readJson('sessionStorage', LAST);
  if (typeof last !== 'object' || last === null) return null;
  const { work, addresses } = { work: null, addresses: null, ...last } as Record<string, unknown>;
  return typeof work === 'string' && Array.isArray(addresses) ? { work, addresses } : null;
}

function isWaitingAction(action: unknown): action is WaitingAction {
  const { kind, node = '' } = Object(action) as Partial<Record<string, unknown>>;
  return waitingKinds.some((each) => each === kind) && typeof node === 'string';
}

export function keepWaiting(work: string, actions: readonly Action[]): void {
  const kept = actions.filter(isWaitingAction);
  if (kept.length > 0) write(work, WAITING + work, JSON.stringify(kept));
}

/** Each action is given once. */
export function takeWaiting(work: string): readonly WaitingAction[] {
  const actions = readJson('sessionStorage', WAITING + work);
  removeText('sessionStorage', WAITING + work);
  return Array.isArray(actions) ? actions.filter(isWaitingAction) : [];
}

function works(): readonly string[] {
  const names = readJson('sessionStorage', WORKS);
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

function remember(work: string): void {
  const names = works();
  if (names.at(-1) === work) return;
  writeText('sessionStorage', WORKS, JSON.stringify([...names.filter((name) => name !== work), work]));
}

/** If there's no room, the works that weren't seen for longest make room for the present one. */
function write(work: string, key: string, value: string): boolean {
  while (!writeText('sessionStorage', key, value)) {
    const [oldest, ...others] = works().filter((name) => name !== work);
    if (oldest === undefined) return false;
    for (const prefix of [LINK, BRANCHES, WAITING]) removeText('sessionStorage', prefix + oldest);
    if (!writeText('sessionStorage', WORKS, JSON.stringify([...others, work]))) return false;
  }
  return true;
}
