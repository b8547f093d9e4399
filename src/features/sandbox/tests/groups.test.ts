import { describe, expect, it } from 'vitest';
import { runOf } from '../../../../tests/support/run-of.ts';
import { balancingPolicies } from '../../../simulation/actors/balancing.ts';
import type { Line } from '../../../simulation/applications/line.ts';
import { clients, clusterScenario } from '../../../simulation/scenario.ts';
import { strategyIds } from '../../../simulation/strategies/strategies.ts';
import { withoutGroup } from '../groups.ts';
import { sameRunAs } from '../same-run.ts';

const handOver = (to: string): Line => ({ kind: 'hand-over', to });

describe('the removal of a group', () => {
  it('takes the lines that give something to it, and names them', () => {
    const { clients: kept, handOvers } = withoutGroup(
      [clients([{ kind: 'me' }, handOver('client-2')]), clients([{ kind: 'me' }])],
      1,
    );
    expect(handOvers).toEqual([{ group: 1, line: 2, to: 2 }]);
    expect(kept.map(({ script }) => script)).toEqual([[{ kind: 'me' }]]);
  });

  it('renumbers the clients after it, and leaves those before it', () => {
    const { clients: kept, handOvers } = withoutGroup(
      [
        clients([handOver('client-4')]),
        clients([{ kind: 'me' }], { count: 2 }),
        clients([handOver('client')]),
      ],
      1,
    );
    expect(handOvers).toEqual([]);
    expect(kept.map(({ script }) => script)).toEqual([[handOver('client-2')], [handOver('client')]]);
  });
});

describe('the same run under another name', () => {
  const script: Line[] = [
    { kind: 'log-in', user: 'mina' },
    { kind: 'me' },
    { kind: 'pay', amountWon: 5, hasIdempotencyKey: true },
  ];
  /** Everything that happens. */
  const traceOf = (choice: NonNullable<ReturnType<typeof sameRunAs>>) => {
    return runOf(clusterScenario({ ...choice, clients: [clients(script, { count: 3 })] }), []).events;
  };

  it('is known for sticky sessions, in three ways', () => {
    expect(sameRunAs({ strategy: 'sticky', balancing: 'cookie' })).not.toBeNull();
    expect(sameRunAs({ strategy: 'sticky', balancing: 'round-robin' })).not.toBeNull();
    expect(sameRunAs({ strategy: 'server-memory', balancing: 'cookie' })).not.toBeNull();
    expect(sameRunAs({ strategy: 'server-memory', balancing: 'round-robin' })).toBeNull();
    expect(sameRunAs({ strategy: 'signed-token', balancing: 'cookie' })).toBeNull();
  });

  it.each(strategyIds.flatMap((strategy) => balancingPolicies.map((balancing) => ({ strategy, balancing }))))(
    'is the same, event by event: $strategy, $balancing',
    (choice) => {
      const same = sameRunAs(choice);
      if (same !== null) expect(traceOf(choice)).toEqual(traceOf(same));
    },
  );
});
