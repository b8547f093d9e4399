/** Changes every recording on the stage. */
import type { Recording } from './recording.ts';
import type { PlayerState } from './state.ts';

/**
 * Recordings come from many places, so a choice of how all of them are drawn is applied at the end.
 *
 * @param change Returns the recording itself where nothing changes.
 * @returns The state itself where nothing changes.
 */
export function mapRecordings(state: PlayerState, change: (recording: Recording) => Recording): PlayerState {
  const { comparison } = state;
  const recording = change(state.recording);
  const compared = comparison === null ? null : change(comparison.recording);
  if (recording === state.recording && compared === (comparison?.recording ?? null)) return state;
  return {
    ...state,
    recording,
    comparison: comparison === null || compared === null ? null : { ...comparison, recording: compared },
  };
}
