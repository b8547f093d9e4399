/**
 * Keeps the entries of the browser's history in sync with the screen. Opening something else adds an entry, so Back
 * returns to the reader's own run, and so does Undo while nothing else was done. Back and Forward show what the entry
 * says; an entry of the same work, such as a page of the guide, gets what is shown.
 */
import type { PlayerStore } from '../player/player.ts';
import type { Action, PlayerState } from '../player/state.ts';
import { bringReadersChoices } from './address.ts';
import { back, nameEntry, onArrive, presentEntry, pushWork } from './history-entries.ts';
import type { Middleware } from './lazy-player.ts';
import { followAddress, type PresentWork } from './sync-address.ts';

/** Further works open anew from what the browser keeps of them. */
const STATES_MAX = 20;

interface Entries {
  readonly player: PlayerStore;
  /** Sets what sees each action before the player does. */
  readonly setMiddleware: (middleware: Middleware) => void;
  /** The branch with which the page's own work was opened in place of other work, before a reload. */
  readonly opened: number | null;
  readonly onNotKept: () => void;
  /** The state that the address at the start describes. */
  readonly written: PlayerState;
}

/** @returns Stops. */
export function followEntries({ player, setMiddleware, opened, onNotKept, written }: Entries): () => void {
  let present: PresentWork = { name: nameEntry().work, opened };
  const states = new Map<string, PlayerState>();
  const address = followAddress(player, () => present, onNotKept, written);
  const rememberState = () => {
    states.delete(present.name);
    states.set(present.name, player.getState());
    const [oldest] = states.keys();
    if (states.size > STATES_MAX && oldest !== undefined) states.delete(oldest);
  };

  setMiddleware((action, apply) => {
    const state = player.getState();
    if (leadsBack(action, state, present)) {
      void back();
    } else if (action.kind === 'undo' && leftDiagram !== null && isAsArrived(state, leftDiagram)) {
      bringBack(leftDiagram.state);
    } else if (opensOther(action, state)) {
      address.write();
      rememberState();
      present = { name: pushWork().work, opened: null };
      apply(action);
      present = { ...present, opened: player.getState().history.present };
      address.write();
    } else apply(action);
  });

  /** The diagram that the reader has left last, for Undo, and the run in its place. */
  let leftDiagram: LeftDiagram | null = null;
  const bringBack = (diagram: PlayerState) => {
    address.write();
    rememberState();
    present = { name: pushWork().work, opened: null };
    leftDiagram = null;
    player.getState().dispatch({ kind: 'return-to', state: diagram });
    address.write();
  };

  const arrive = () => {
    const entry = presentEntry();
    // A link that was pasted over the address. The page opens it anew.
    if (entry === null) return;
    bringReadersChoices();
    if (entry.work === present.name) return address.write();
    const state = states.get(entry.work);
    if (state === undefined) return location.reload();
    address.flush();
    rememberState();
    present = { name: entry.work, opened: entry.isOpenedOver ? state.history.present : null };
    const left = player.getState();
    player.getState().dispatch({ kind: 'return-to', state });
    const isLeft = left.recording.imported !== null && state.recording.imported === null;
    leftDiagram = isLeft ? { state: left, recording: player.getState().recording } : null;
    address.write();
  };
  const stopArriving = onArrive(arrive);
  return () => {
    address.stop();
    setMiddleware((action, apply) => apply(action));
    stopArriving();
  };
}

interface LeftDiagram {
  readonly state: PlayerState;
  readonly recording: PlayerState['recording'];
}

/** Whether nothing was done to the run since the diagram was left. */
function isAsArrived({ recording }: PlayerState, left: LeftDiagram): boolean {
  return recording === left.recording;
}

/** Whether Undo, or closing a diagram, returns to the work in the entry before. */
function leadsBack(
  { kind }: Action,
  { recording, history, earlierViews }: PlayerState,
  { opened }: PresentWork,
): boolean {
  if (presentEntry()?.isOpenedOver !== true) return false;
  // What is shown of a diagram is undone first.
  if (kind === 'undo' && recording.imported !== null && earlierViews.length > 0) return false;
  // After a reload too: what a diagram was opened over is in the entry before.
  if (recording.imported !== null) return kind === 'undo' || kind === 'close-imported';
  return kind === 'undo' && opened !== null && history.present === opened;
}

/** Whether the action shows something else in place of the reader's run. */
function opensOther(action: Action, { lesson, recording }: PlayerState): boolean {
  const isDiagram = recording.imported !== null;
  return (
    action.kind === 'open-run' ||
    action.kind === 'open-imported' ||
    (action.kind === 'close-imported' && isDiagram) ||
    (action.kind === 'open-lesson' && (isDiagram || action.lesson !== lesson))
  );
}
