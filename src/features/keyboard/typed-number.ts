/** Digits on an imported diagram: at a frame's beginning they choose a part, elsewhere they make the number of a step. */
import { useSyncExternalStore } from 'react';
import { decisionAt } from '../../player/decision.ts';
import type { PlayerStore } from '../../player/player.ts';

/** The next digit belongs to the same number if it comes within this time. */
const PAUSE_MS = 1_200;
const DIGITS_MAX = 5;

let typed = '';
let timer: ReturnType<typeof setTimeout> | undefined;
let stopWatching = () => {};
const listeners = new Set<() => void>();

function setTyped(digits: string): void {
  typed = digits;
  for (const listener of listeners) listener();
}

function forget(): void {
  clearTimeout(timer);
  stopWatching();
  setTyped('');
}

function typeDigit(player: PlayerStore, digit: number): void {
  const { dispatch, recording } = player.getState();
  const decision = typed === '' ? decisionAt(player.getState()) : null;
  if (decision !== null && digit >= 1 && digit <= decision.options) {
    dispatch({ kind: 'choose-part', block: decision.block, part: digit - 1 });
    return;
  }
  const digits = (typed + digit).slice(-DIGITS_MAX);
  forget();
  setTyped(digits);
  timer = setTimeout(() => goToTyped(player), PAUSE_MS);
  // Another diagram has other numbers, and a run has none.
  stopWatching = player.subscribe((now) => {
    if (now.recording.imported !== recording.imported) forget();
  });
}

/** @returns Whether there was a number. */
function goToTyped(player: PlayerStore): boolean {
  if (typed === '') return false;
  const number = Number(typed);
  forget();
  player.getState().dispatch({ kind: 'go-to-number', number });
  return true;
}

export const typedNumbers = { typeDigit, goToTyped };

export type TypedNumbers = typeof typedNumbers;

/** The digits so far; empty while nothing is typed. */
export function useTypedNumber(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => typed,
    () => '',
  );
}
