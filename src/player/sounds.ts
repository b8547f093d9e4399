/** What a step sounds like. A sound only repeats what is seen: nothing is told by it alone. */
import { timelineIndex, timelineStep } from './comparison.ts';
import type { PlayerState } from './state.ts';

/**
 * `tick`: a message has arrived. `break`: something was lost, a memory or a message. `settled`: a request was answered
 * as its client wished; `refused`: it was answered otherwise.
 */
export type Sound = 'tick' | 'break' | 'settled' | 'refused';

/**
 * What is to be heard when the player has come from one state to another: each step once, when it has arrived. Going
 * back is silent, and so is a leap.
 */
export function soundBetween(before: PlayerState, after: PlayerState): Sound | null {
  // On its way it is silent.
  if (after.isMoving) return null;
  const isSameRun = after.recording === before.recording;
  const moved = timelineIndex(after) - timelineIndex(before);
  const hasArrived = isSameRun && before.isMoving && moved === 0;
  const hasStepped = isSameRun && moved === 1;
  return hasArrived || hasStepped || isCommanded(before, after) ? soundOf(after) : null;
}

/** Whether the present step is a command that was given just now. */
function isCommanded(before: PlayerState, after: PlayerState): boolean {
  const commands = (state: PlayerState) => state.recording.run?.commands.length ?? 0;
  const present = after.recording.run?.steps[after.step];
  return commands(after) > commands(before) && present?.kind === 'command';
}

function soundOf(state: PlayerState): Sound | null {
  const step = timelineStep(state, timelineIndex(state));
  if (step === undefined) return null;
  if (step.mark === 'crash' || losesMemory(state)) return 'break';
  const { row } = step;
  switch (row.kind) {
    case 'message': {
      if (!row.arrives) return 'break';
      if (row.line === 'solid' || !isClient(state, row.to)) return 'tick';
      return row.tone === 'failure' ? 'refused' : 'settled';
    }
    case 'band':
    case 'note':
      return 'tick';
    case 'frame':
      return null;
    default:
      throw new Error(`Unknown row ${row satisfies never}`);
  }
}

/** Whether somebody has lost something with the present step that was not lost before. */
function losesMemory({ recording: { diagram }, step }: PlayerState): boolean {
  if (step === 0) return false;
  const lostAt = (index: number) =>
    diagram.headsAt(index).flatMap(({ chips }) => chips.filter(({ kind }) => kind === 'lost'));
  return lostAt(step).length > lostAt(step - 1).length;
}

function isClient({ recording }: PlayerState, id: string): boolean {
  return recording.diagram.participants.some((each) => each.id === id && each.role === 'client');
}

/** Faster than this, ticks would become one noise. */
const TICKS_APART_MS = 80;

/** Whether a sound is made so soon after the one before it. What was lost is always heard. */
export function mayFollow(sound: Sound, sinceMs: number): boolean {
  return sound === 'break' || sinceMs >= TICKS_APART_MS;
}
