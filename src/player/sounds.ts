/** Sounds of steps. A sound only repeats what is visible. */
import { timelineIndex, timelineStep } from './comparison.ts';
import type { PlayerState } from './state.ts';

/**
 * `tick`: a message has arrived. `break`: a memory or a message was lost. `settled`: a request succeeded; `refused`: it
 * failed.
 */
export type Sound = 'tick' | 'break' | 'settled' | 'refused';

/** The sound for a change of the player's state: one per step, on arrival. Going back and jumping are silent. */
export function soundBetween(before: PlayerState, after: PlayerState): Sound | null {
  // Silent while the message travels.
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
  return commands(after) > commands(before) && after.recording.run?.steps[after.step]?.kind === 'command';
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

/** Whether the present step loses an item that wasn't lost before. */
function losesMemory({ recording: { diagram }, step }: PlayerState): boolean {
  if (step === 0) return false;
  const lostAt = (index: number) =>
    diagram.headsAt(index).flatMap(({ chips }) => chips.filter(({ kind }) => kind === 'lost'));
  return lostAt(step).length > lostAt(step - 1).length;
}

function isClient({ recording }: PlayerState, id: string): boolean {
  return recording.diagram.participants.some((each) => each.id === id && each.role === 'client');
}

/** Closer ticks would merge into noise. */
const TICKS_APART_MS = 80;

/** Whether a sound can follow the previous one so soon. A loss always sounds. */
export function mayFollow(sound: Sound, sinceMs: number): boolean {
  return sound === 'break' || sinceMs >= TICKS_APART_MS;
}
