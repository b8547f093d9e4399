/** What happens at a store beside what it's asked for: it evicts a session, and a replica takes over. */
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { SESSION_STORE, SESSION_STORE_REPLICA } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { runOf } from '../support/run-of.ts';
import { crash, restart, scenario, whenAnswered } from '../support/scenario.ts';

const logIn = { kind: 'log-in', user: 'mina' } as const;

describe('a full store', () => {
  const given = scenario({
    strategy: 'shared-store',
    store: { entriesMax: 1 },
    clients: [clients([logIn]), clients([{ kind: 'log-in', user: 'jun' }], { arrivesAtUs: 1_000_000 })],
  });

  it('shows the session that it evicts, and marks the step', () => {
    const { steps } = describeRun(runOf(given, []), english);
    const marked = steps.filter(({ mark }) => mark === 'failure');
    expect(marked).toHaveLength(1);
    expect(marked[0]?.row).toMatchObject({
      to: SESSION_STORE,
      notes: [{ participant: SESSION_STORE, text: 'Mina · evicted', tone: 'failure' }],
    });
    expect(JSON.stringify(marked[0]?.caption)).toContain('evicts another entry: Mina');
  });

  it('shows a login that it evicts, which has no session to name', () => {
    const { steps } = describeRun(
      runOf(
        { ...given, strategy: 'signed-token', tokens: { ...given.tokens, refreshLifetimeUs: 60_000_000 } },
        [],
      ),
      english,
    );
    const marked = steps.filter(({ mark }) => mark === 'failure');
    expect(marked).toHaveLength(1);
    expect(marked[0]?.row).toMatchObject({
      notes: [{ participant: SESSION_STORE, text: 'a login · evicted', tone: 'failure' }],
    });
    expect(JSON.stringify(marked[0]?.caption)).toContain('evicts another entry: a login');
  });

  it('marks nothing while there is room', () => {
    const { steps } = describeRun(runOf({ ...given, store: { ...given.store, entriesMax: 2 } }, []), english);
    expect(steps.filter(({ mark }) => mark !== null)).toEqual([]);
  });
});

describe('a replica', () => {
  const given = scenario({
    strategy: 'shared-store',
    store: { replica: { copyDelayUs: 1_000 } },
    clients: [clients([logIn, { kind: 'me' }])],
  });
  const promotions = (commands: Parameters<typeof runOf>[1]) =>
    runOf(given, commands).steps.flatMap((step) =>
      step.kind === 'occurrence' && step.occurrence.kind === 'promoted' ? [step.occurrence.node] : [],
    );
  const crashed = crash(SESSION_STORE, whenAnswered('client/1'));

  it('takes over in a step of its own', () => {
    expect(promotions([crashed])).toEqual([SESSION_STORE_REPLICA]);
    const row = describeRun(runOf(given, [crashed]), english).steps.find(
      ({ row }) => row.kind === 'band' && row.icon === 'notice',
    )?.row;
    expect(row).toMatchObject({ kind: 'band', participant: SESSION_STORE_REPLICA, tone: 'reply' });
  });

  it("doesn't take over from a primary that answers, or that it doesn't miss", () => {
    expect(promotions([])).toEqual([]);
    expect(promotions([crashed, restart(SESSION_STORE, whenAnswered('client/1', 1_000))])).toEqual([]);
  });
});
