/**
 * Keeps the entries of the browser's history in sync with the screen. Opening something else adds an entry, so Back
 * returns to the reader's own run, and so does Undo while nothing else was done. Back and Forward show what the entry
 * says; an entry of the same work, such as a page of the guide, gets what is shown.
 */
import type { OpenedOver } from '../player/history.ts';
import type { PlayerStore } from '../player/player.ts';
import type { Action, PlayerState } from '../player/state.ts';
import { bringReadersChoices } from './address.ts';
import { back, nameEntry, onArrive, presentEntry, pushWork } from './history-entries.ts';
import type { Middleware } from './lazy-player.ts';
import { followAddress } from './sync-address.ts';

/** Further works open anew from what the browser keeps of them. */
const STATES_MAX = 20;

interface Entries {
  readonly player: PlayerStore;
  /** Sets what sees each action before the player does. */
  readonly setMiddleware: (middleware: Middleware) => void;
  /** How the page's own work was opened in place of other work, before a reload. */
  readonly openedOver: OpenedOver | null;
  readonly onNotKept: () => void;
  /** The state that the address at the start describes. */
  readonly written: PlayerState;
}

/** @returns Stops. */
export function followEntries(entries: Entries): () => void {
  const { player, setMiddleware, openedOver, onNotKept, written } = entries;
  player.setState({ openedOver });
  /** The name of the work that the player shows. */
  let present = nameEntry().work;
  const states = new Map<string, PlayerState>();
  const address = followAddress(player, () => present, onNotKept, written);
  const rememberState = () => {
    states.delete(present);
    states.set(present, player.getState());
    const [oldest] = states.keys();
    if (states.size > STATES_MAX && oldest !== undefined) states.delete(oldest);
  };

  const openOver = (open: () => void) => {
    address.write();
    rememberState();
    const before = player.getState();
    present = pushWork().work;
    open();
    const { lesson, recording, history } = player.getState();
    const isRun = before.recording.run !== null && recording.run !== null;
    const isChange = isRun && lesson === before.lesson;
    // Where no entry could be added, there's none to go back to.
    const isAdded = presentEntry()?.work === present;
    player.setState({
      openedOver: isAdded ? { branch: history.present, isChange } : null,
      // What was removed before is brought back in the entry before.
      history: isAdded && history.removed.length > 0 ? { ...history, removed: [] } : history,
    });
    address.write();
  };

  setMiddleware((action, apply) => {
    const state = player.getState();
    if (leadsBack(action, state)) {
      void back();
    } else if (action.kind === 'undo' && leftDiagram !== null && isAsArrived(state, leftDiagram)) {
      bringBack(leftDiagram.state);
    } else if (opensOther(action, state)) {
      openOver(() => apply(action));
    } else apply(action);
  });

  /** The diagram that the reader has left last, for Undo, and the run in its place. */
  let leftDiagram: LeftDiagram | null = null;
  const bringBack = (diagram: PlayerState) => {
    leftDiagram = null;
    openOver(() => player.getState().dispatch({ kind: 'return-to', state: diagram }));
  };

  const arrive = () => {
    const entry = presentEntry();
    // A link that was pasted over the address. The page opens it anew.
    if (entry === null) return;
    bringReadersChoices();
    if (entry.work === present) return address.write();
    const state = states.get(entry.work);
    if (state === undefined) return location.reload();
    address.flush();
    rememberState();
    present = entry.work;
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
function leadsBack({ kind }: Action, { recording, history, openedOver, earlierViews }: PlayerState): boolean {
  if (presentEntry()?.isOpenedOver !== true) return false;
  // What is shown of a diagram is undone first.
  if (kind === 'undo' && recording.imported !== null && earlierViews.length > 0) return false;
  // After a reload too: what a diagram was opened over is in the entry before.
  if (recording.imported !== null) return kind === 'undo' || kind === 'close-imported';
  return kind === 'undo' && history.present === openedOver?.branch && history.removed.length === 0;
}

/** Whether the action shows something else in place of the reader's run, or changes that run's scenario for good. */
function opensOther(action: Action, { lesson, recording }: PlayerState): boolean {
  const isDiagram = recording.imported !== null;
  return (
    action.kind === 'open-run' ||
    (action.kind === 'change-scenario' && action.isUndoable === true) ||
    action.kind === 'open-imported' ||
    (action.kind === 'close-imported' && isDiagram) ||
    (action.kind === 'open-lesson' && (isDiagram || action.lesson !== lesson))
  );
}
