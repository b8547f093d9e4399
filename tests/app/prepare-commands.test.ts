import { afterEach, describe, expect, it, vi } from 'vitest';
import { prepareCommands } from '../../src/app/prepare-commands.ts';
import { preparedRun } from '../../src/player/spare-run.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';
import { linesOf, purchase, scenario } from '../support/scenario.ts';

const long = scenario({ clients: [clients(linesOf(purchase('laptop')), { repeats: 60 })] });

/** The page's idle time, in the test's hand. */
function idleTime() {
  const waiting = new Map<number, () => void>();
  let next = 1;
  vi.stubGlobal('requestIdleCallback', (then: () => void) => {
    waiting.set(next, then);
    return next++;
  });
  vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle));
  return {
    get isAwaited() {
      return waiting.size > 0;
    },
    pass() {
      for (let slices = 0; waiting.size > 0; slices += 1) {
        expect(slices).toBeLessThan(1_000);
        const [handle, then] = [...waiting][0] ?? [0, () => {}];
        waiting.delete(handle);
        then();
      }
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the page’s idle time', () => {
  it('prepares a command at the present step of a long run, and again where the cursor goes', () => {
    const idle = idleTime();
    const player = openPlayer({ scenario: long, step: 300 });
    prepareCommands(player);
    idle.pass();
    const run = runOfPlayer(player);
    const crashAt = (step: number) =>
      preparedRun(run, [{ kind: 'crash', node: 'server-1', moment: run.steps[step]?.moment ?? { atUs: 1 } }]);
    expect(crashAt(100)).toBeNull();
    expect(crashAt(300)?.steps.length).toBeGreaterThan(300);
    act(player, { kind: 'go-to', step: 100 });
    idle.pass();
    expect(crashAt(100)?.steps.length).toBeGreaterThan(100);
  });

  it('is left alone by a short run, and after the end', () => {
    const idle = idleTime();
    const short = openPlayer();
    prepareCommands(short);
    act(short, 'next-step');
    expect(idle.isAwaited).toBe(false);
    const player = openPlayer({ scenario: long, step: 300 });
    const stop = prepareCommands(player);
    expect(idle.isAwaited).toBe(true);
    stop();
    act(player, 'previous-step');
    expect(idle.isAwaited).toBe(false);
  });
});
