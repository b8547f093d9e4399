// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { timelineIndex, timelineLength } from '../../src/player/comparison.ts';
import { decisionAt } from '../../src/player/decision.ts';
import { openingState } from '../../src/player/opening-state.ts';
import { recordingOf } from '../../src/player/record.ts';
import { reduce } from '../../src/player/reduce.ts';
import type { Action, PlayerState } from '../../src/player/state.ts';
import { importedFrom } from '../support/diagram-fixtures.ts';
import '../support/css-colours.ts';

const fork = `sequenceDiagram
autonumber 10 10
A->>B: ask
Note over B: n
alt yes
B->>A: fine
else no
B->>A: sorry
B->>A: really
end
A->>B: bye`;

async function opened(
  text = fork,
  walk?: Extract<Action, { kind: 'open-imported' }>['walk'],
): Promise<PlayerState> {
  const recording = recordingOf({ scenario: clerk.scenario, commands: [] }, phrasebook);
  const below = openingState({ lesson: clerk, phrasebook, recording, allowsMotion: false });
  const imported = await importedFrom(text);
  return reduce(below, { kind: 'open-imported', imported, code: '1x', ...(walk !== undefined && { walk }) });
}

function applied(state: PlayerState, ...actions: readonly Action[]): PlayerState {
  return actions.reduce(reduce, state);
}

const captionOf = ({ recording, step }: PlayerState) =>
  (recording.diagram.steps[step]?.caption ?? []).map(({ text }) => text).join('');

describe('an imported diagram on the stage', () => {
  it.each([
    'next-scene',
    'previous-scene',
    'other-mode',
    'toggle-compare',
    'add-server',
    'redo',
    'next-branch',
    'remove-branch',
    'inspect-earlier',
    'toggle-causes',
  ] as const)('is not lost, or changed, by %s', async (kind) => {
    const state = await opened();
    expect(reduce(state, { kind })).toBe(state);
  });

  it('is not lost by a command, a prediction or a selection', async () => {
    const state = await opened();
    const actions: readonly Action[] = [
      { kind: 'crash', node: 'server-1' },
      { kind: 'toggle-power', node: 'server-1' },
      { kind: 'predict', isOn: true },
      { kind: 'select', selection: { side: 'own', kind: 'step', step: 0 } },
      { kind: 'change-scenario', scenario: clerk.scenario },
    ];
    for (const action of actions) expect(reduce(state, action)).toBe(state);
  });

  it('counts thoughts, and every row if the reader asks for it', async () => {
    const state = await opened();
    expect(timelineLength(state)).toBe(3);
    const full = applied(state, { kind: 'last-step' }, { kind: 'toggle-detail' });
    expect({ length: timelineLength(full), caption: captionOf(full) }).toEqual({
      length: 5,
      caption: captionOf(applied(state, { kind: 'last-step' })),
    });
    expect(applied(full, { kind: 'toggle-detail' }).step).toBe(applied(state, { kind: 'last-step' }).step);
  });

  it('goes to the message that the diagram numbers so, or else to the step of this number', async () => {
    const state = await opened();
    expect(captionOf(applied(state, { kind: 'go-to-number', number: 50 }))).toContain('50.\u00a0bye');
    expect(captionOf(applied(state, { kind: 'go-to-number', number: 2 }))).toContain('fine');
    expect(timelineIndex(applied(state, { kind: 'go-to-number', number: 999 }))).toBe(2);
  });

  it('does not number the steps of a run', async () => {
    const run = applied(await opened(), { kind: 'close-imported' });
    expect(reduce(run, { kind: 'go-to-number', number: 2 })).toBe(run);
  });

  it('asks at the beginning of a frame only, and takes the chosen part', async () => {
    const state = await opened();
    expect(decisionAt(state)).toBeNull();
    const there = applied(state, { kind: 'next-step' });
    expect(decisionAt(there)).toEqual({ block: 0, options: 2 });
    const other = applied(there, { kind: 'choose-part', block: null, part: 1 });
    expect(captionOf(other)).toContain('sorry');
    expect(timelineLength(other)).toBe(4);
  });

  it('comes back exactly, by steps and by the choice', async () => {
    const state = await opened();
    const there = applied(state, { kind: 'next-step' });
    const chosen = applied(there, { kind: 'choose-part', block: 0, part: 1 });
    const walkedBack = applied(chosen, { kind: 'next-step' }, { kind: 'previous-step' });
    expect(walkedBack.step).toBe(chosen.step);
    const back = applied(chosen, { kind: 'choose-part', block: 0, part: 0 });
    expect(back.step).toBe(there.step);
    expect(back.recording.diagram.imported?.walk.stops).toEqual(there.recording.diagram.imported?.walk.stops);
  });

  it('ignores a part that a frame does not have', async () => {
    const there = applied(await opened(), { kind: 'next-step' });
    expect(reduce(there, { kind: 'choose-part', block: 0, part: 7 })).toBe(there);
    expect(reduce(there, { kind: 'choose-part', block: 9, part: 0 })).toBe(there);
  });

  it('keeps its way and its address in another language', async () => {
    const state = await opened(fork, { isFull: true, choices: { 0: 1 } });
    const again = reduce(state, { kind: 'set-messages', phrasebook: { ...phrasebook } });
    expect(again.recording.diagramCode).toBe('1x');
    expect(again.recording.diagram.imported?.walk.options).toEqual({ isFull: true, choices: { 0: 1 } });
  });

  it('shows another window’s place and way', async () => {
    const state = await opened();
    const imported = state.recording.imported;
    if (imported === null) throw new Error('There is no diagram.');
    const walk = { isFull: false, choices: { 0: 1 } };
    const synced = reduce(state, {
      kind: 'sync-diagram',
      imported,
      code: '1x',
      walk,
      timelineIndex: 2,
      transit: null,
    });
    expect(captionOf(synced)).toContain('really');
  });

  it('gives the run back when it is closed', async () => {
    const state = await opened();
    const closed = reduce(state, { kind: 'close-imported' });
    expect(closed.recording).toBe(state.suspendedRun?.recording);
  });
});
