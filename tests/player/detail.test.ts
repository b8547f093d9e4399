import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';
import { anyOperation } from '../support/runs.ts';

const full = { kind: 'set-detail', detail: 'full' } as const;
const essential = { kind: 'set-detail', detail: 'essential' } as const;

describe('the level of detail', () => {
  it('is essential by default', () => {
    const player = openPlayer();
    expect(runOfPlayer(player).detail).toBe('essential');
    act(player, 'toggle-detail');
    expect(runOfPlayer(player).detail).toBe('full');
    act(player, 'toggle-detail');
    expect(runOfPlayer(player).detail).toBe('essential');
  });

  it('keeps the position: a common step stays, and switching back returns to the start', () => {
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

  it('applies to both sides while comparing, and survives commands and undo', () => {
    const player = openPlayer();
    act(player, 'toggle-compare', full, { kind: 'crash', node: 'server-1' });
    expect(player.getState().comparison?.recording.run?.detail).toBe('full');
    expect(runOfPlayer(player).detail).toBe('full');
    act(player, 'undo');
    expect(runOfPlayer(player).detail).toBe('full');
  });

  it('does not exist for an imported diagram', () => {
    const player = openPlayer();
    const before = act(player, essential);
    expect(act(player, essential)).toEqual(before);
  });
});
