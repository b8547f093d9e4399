import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';
import { anyOperation } from '../support/runs.ts';

const full = { kind: 'set-detail', detail: 'full' } as const;
const essential = { kind: 'set-detail', detail: 'essential' } as const;

describe('the detail', () => {
  it('of a run is the essential until somebody wants all of it', () => {
    const player = openPlayer();
    expect(runOfPlayer(player).detail).toBe('essential');
    act(player, 'toggle-detail');
    expect(runOfPlayer(player).detail).toBe('full');
    act(player, 'toggle-detail');
    expect(runOfPlayer(player).detail).toBe('essential');
  });

  it('leaves the place as it is: a step that both show is shown in both, and there and back is where it began', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...strategyIds),
        fc.nat({ max: 20 }),
        fc.array(anyOperation, { maxLength: 3 }),
        (variant, step, operations) => {
          const player = openPlayer();
          act(player, { kind: 'choose-variant', variant });
          for (const { at, kind, node } of operations) {
            act(player, { kind: 'go-to', step: at }, { kind, node });
          }
          act(player, { kind: 'go-to', step });
          const before = player.getState().step;
          const key = runOfPlayer(player).steps[before]?.key;
          act(player, full);
          const shown = runOfPlayer(player).steps[player.getState().step]?.key;
          if (runOfPlayer(player).steps.some((each) => each.key === key)) expect(shown).toBe(key);
          act(player, essential);
          expect(player.getState().step).toBe(before);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is that of both sides while comparing, and outlasts commands and what is taken back', () => {
    const player = openPlayer();
    act(player, 'toggle-compare', full, { kind: 'crash', node: 'server-1' });
    expect(player.getState().comparison?.recording.run?.detail).toBe('full');
    expect(runOfPlayer(player).detail).toBe('full');
    act(player, 'undo');
    expect(runOfPlayer(player).detail).toBe('full');
  });

  it('is nothing that a imported has', () => {
    const player = openPlayer();
    const before = act(player, essential);
    expect(act(player, essential)).toEqual(before);
  });
});
