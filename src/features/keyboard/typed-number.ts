/** Digits on an imported diagram: at a frame's beginning they choose a part, elsewhere they make the number of a step. */
import { useSyncExternalStore } from 'react';
import { decisionAt } from '../../player/decision.ts';
import type { PlayerStore } from '../../player/player.ts';

/** The next digit belongs to the same number if it comes within this time. */
const PAUSE_MS = 1_200;
const DIGITS_MAX = 5;

let typed = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function setTyped(digits: string): void {
  typed = digits;
  for (const listener of listeners) listener();
}

export function typeDigit(player: PlayerStore, digit: number): void {
  const { dispatch } = player.getState();
  const decision = typed === '' ? decisionAt(player.getState()) : null;
  if (decision !== null && digit >= 1 && digit <= decision.options) {
    dispatch({ kind: 'choose-part', block: decision.block, part: digit - 1 });
    return;
  }
  clearTimeout(timer);
  setTyped((typed + digit).slice(-DIGITS_MAX));
  timer = setTimeout(() => goToTyped(player), PAUSE_MS);
}

/** @returns Whether there was a number. */
export function goToTyped(player: PlayerStore): boolean {
  if (typed === '') return false;
  clearTimeout(timer);
  const number = Number(typed);
  setTyped('');
  player.getState().dispatch({ kind: 'go-to-number', number });
  return true;
}

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
