/** Handles the whole page's keys, except while typing and in the platform's own controls. */
import { useEffect } from 'react';
import { fullRunStep } from '../../player/full-run-step.ts';
import { isPending } from '../../player/pending-run.ts';
import type { Player, PlayerStore } from '../../player/player.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { serverId } from '../../simulation/node-names.ts';
import { TEXT_CONTROL } from '../../ui/text-control.ts';
import { usePlayerStore } from '../player-context.ts';
import {
  actionOf,
  bindingOf,
  isPageAction,
  type KeyBinding,
  type KeySituation,
  type PageAction,
} from './key-table.ts';
import type { TypedNumbers } from './typed-number.ts';

export interface KeyOptions {
  /** Whether character keys act. */
  readonly characterKeysOn: boolean;
  readonly onPageAction: (action: PageAction) => void;
  /** What digits do on an imported diagram; null until that has loaded. */
  readonly typedNumbers: () => TypedNumbers | null;
}

export function useKeys({ characterKeysOn, onPageAction, typedNumbers }: KeyOptions): void {
  const player = usePlayerStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.code === 'Enter' && typedNumbers()?.goToTyped(player)) return event.preventDefault();
      const binding = bindingOf(event, situationOf(player));
      if (binding === undefined || event.defaultPrevented) return;
      if (binding.isCharacter && !characterKeysOn) return;
      closeForClicker(event);
      if (!mayAct(binding, event)) return;
      event.preventDefault();
      if (event.repeat && binding.repeats !== true) return;
      if (binding.action === 'go-to-digit') typedNumbers()?.typeDigit(player, Number(event.code.at(-1)));
      else if (isPageAction(binding.action)) onPageAction(binding.action);
      else {
        const action = actionOf(binding.action, event.code);
        const state = player.getState();
        if (action.kind !== 'toggle-power' || exists(action.node, state)) state.dispatch(action);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [player, characterKeysOn, onPageAction, typedNumbers]);
}

/** Whether the run has the node at the present step. */
function exists(node: NodeId, state: Player): boolean {
  const { run, step } = fullRunStep(state);
  if (run === null) return false;
  if (!isPending(state)) return run.states[step]?.snapshot.get(node) !== undefined;
  const { scenario } = run;
  // Without commands, a run has the servers of its scenario.
  const count = scenario.kind === 'cluster' ? scenario.servers : 0;
  return Array.from({ length: count }, (_, index) => serverId(index + 1)).includes(node);
}

function situationOf(player: PlayerStore): KeySituation {
  const { prediction, recording } = player.getState();
  if (recording.imported !== null) return 'diagram';
  if (prediction === null) return 'free';
  return prediction.asked === null ? 'predicting' : 'question';
}

/** What a clicker sends. While presenting it's in the lecturer's hand, and what is open is in its way. */
const CLICKER = /^(Page(Up|Down)|KeyB|Period)$/;

function closeForClicker({ code, target }: KeyboardEvent): void {
  if (!CLICKER.test(code) || !document.documentElement.hasAttribute('data-present')) return;
  if (target instanceof HTMLElement && isTypedIn(target)) return;
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
    // What is being made in it, such as a film, would be lost.
    if (dialog.querySelector('progress') === null) dialog.close();
  }
}

/** They also act on pages with the whole window, and on the guide while it's presented. */
const PRESENTING = /^(present|blank|laser)$/;

/**
 * No key acts while the reader types, reads the guide, or has a dialog open. A control keeps the keys that it needs
 * itself.
 */
function mayAct(binding: KeyBinding, { target }: KeyboardEvent): boolean {
  const { action, always = false, isCharacter, codes } = binding;
  const page = PRESENTING.test(action) ? ':root:not([data-present]) [data-guide=true]' : '[data-guide]';
  if (document.querySelector(`dialog[open], ${page}`) !== null) return false;
  if (!(target instanceof HTMLElement)) return true;
  if (isTypedIn(target)) return false;
  if (always) return true;
  if (target.matches('select')) return false;
  if (target.matches('input[type=radio], input[type=range]')) return isCharacter || codes.includes('Space');
  return !(codes.includes('Space') && target.matches('button, a, summary, input'));
}

function isTypedIn(target: HTMLElement): boolean {
  return target.isContentEditable || target.matches(TEXT_CONTROL);
}
