/** Logins with refresh tokens that a store loses: once the access token expires, the user has to log in again. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import { type Command, SESSION_STORE, SESSION_STORE_REPLICA } from '../../../src/simulation/cluster.ts';
import { isLoss } from '../../../src/simulation/losses/loss.ts';
import { LossCounter } from '../../../src/simulation/losses/loss-counter.ts';
import { LossReader } from '../../../src/simulation/losses/loss-reader.ts';
import { type ClientGroup, clients, clusterScenario } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import type { TokenPolicy } from '../../../src/simulation/token-policy.ts';
import { evidenceFor } from '../../../src/trace/why.ts';
import { runOf } from '../../support/run-of.ts';
import { crash, restart, whenAnswered, whenSent } from '../../support/scenario.ts';
import { fatesOf, instruct, logIn, logOut, SECOND_US, tokens } from '../../support/token-runs.ts';

type Store = NonNullable<Parameters<typeof clusterScenario>[0]['store']>;

const refresh: Line = { kind: 'refresh' };
const replica = { copyDelayUs: 100_000, pingIntervalUs: SECOND_US, pingFailuresMax: 2 };

function scenarioWith(
  script: readonly Line[],
  store: Store,
  { others = [], policy = {} }: { others?: readonly ClientGroup[]; policy?: Partial<TokenPolicy> } = {},
) {
  return clusterScenario({
    strategy: 'signed-token',
    servers: 1,
    clients: [clients(script), ...others],
    tokens: tokens({ refreshLifetimeUs: 3_600 * SECOND_US, ...policy }),
    store,
  });
}

/** The losses of a run, how many logins they concern, and the results of its requests. */
function outcomeOf(scenario: ReturnType<typeof scenarioWith>, commands: readonly Command[]) {
  const losses: string[] = [];
  const reader = new LossReader(({ cause, node }) => {
    if (isLoss(cause)) losses.push(`${cause} ${node}`);
  });
  const counter = new LossCounter();
  const events = record(scenario, commands);
  for (const event of events) {
    reader.follow(event);
    counter.follow(event);
  }
  return { losses, lost: counter.sessionsLost, last: fatesOf(events).at(-1) };
}

function whyRefused(scenario: ReturnType<typeof scenarioWith>, commands: readonly Command[], key: string) {
  const run = runOf(scenario, commands);
  const index = run.steps.findIndex((step) => step.key === key);
  return evidenceFor(run, index).map(({ reason: { kind, node } }) => `${kind} ${node}`);
}

const refused = 'client/2 server-1: 400 invalid_grant';

describe('a login with a refresh token', () => {
  it('isn’t lost in a run without a fault, nor by a logout', () => {
    for (const script of [
      [logIn, refresh, refresh],
      [logIn, refresh, logOut],
    ]) {
      expect(outcomeOf(scenarioWith(script, {}), [])).toMatchObject({ losses: [], lost: 0 });
    }
  });

  it('is lost with the memory of its store', () => {
    const commands = [
      crash(SESSION_STORE, whenAnswered('client/1', SECOND_US)),
      restart(SESSION_STORE, whenAnswered('client/1', SECOND_US + 10)),
    ];
    expect(outcomeOf(scenarioWith([logIn, refresh], {}), commands)).toEqual({
      losses: [`crashed ${SESSION_STORE}`],
      lost: 1,
      last: refused,
    });
    // On disk, it's still there.
    const onDisk = outcomeOf(scenarioWith([logIn, refresh], { isPersistent: true }), commands);
    expect(onDisk).toMatchObject({ losses: [], lost: 0, last: 'client/2 server-1: 200' });
  });

  it('is evicted by a full store', () => {
    const others = [clients([logIn], { arrivesAtUs: SECOND_US })];
    const { losses, lost } = outcomeOf(scenarioWith([logIn, refresh], { entriesMax: 1 }, { others }), []);
    expect(losses).toEqual([`evicted ${SESSION_STORE}`]);
    expect(lost).toBe(1);
  });

  it('is deleted by a command that empties the store', () => {
    const flush = instruct([SESSION_STORE], { kind: 'flush' }, whenAnswered('client/1', SECOND_US));
    expect(outcomeOf(scenarioWith([logIn, refresh], {}), [flush])).toEqual({
      losses: [`flushed ${SESSION_STORE}`],
      lost: 1,
      last: refused,
    });
  });

  it('survives on the replica, which takes over', () => {
    const commands = [crash(SESSION_STORE, whenAnswered('client/1', SECOND_US))];
    const script: Line[] = [logIn, { kind: 'wait', us: 60 * SECOND_US }, refresh];
    const { losses, last } = outcomeOf(scenarioWith(script, { replica }), commands);
    expect(losses).toEqual([]);
    expect(last).toContain(': 200');
  });

  describe('whose rotation only the crashed store had', () => {
    const slow = { ...replica, copyDelayUs: 2 * SECOND_US };
    const wait: Line = { kind: 'wait', us: 60 * SECOND_US };
    // The login is copied in the first pause, and the rotation isn't.
    const rotated = [crash(SESSION_STORE, whenAnswered('client/3', SECOND_US))];
    const script = [logIn, wait, refresh, wait, refresh];

    it.each(['revoke', 'refuse', 'grace'] as const)(
      'is lost, because the replica has a former token: %s',
      (refreshReuse) => {
        const scenario = scenarioWith(script, { replica: slow }, { policy: { refreshReuse } });
        expect(outcomeOf(scenario, rotated)).toEqual({
          losses: [`change-crashed ${SESSION_STORE}`],
          lost: 1,
          last: 'client/5 server-1: 400 invalid_grant',
        });
        expect(whyRefused(scenario, rotated, 'client/5 answer 1')).toEqual([
          `has-older-login ${SESSION_STORE_REPLICA}`,
          `crash-took-change ${SESSION_STORE}`,
        ]);
      },
    );

    it('isn’t lost if its client was never told of the rotation', () => {
      // The store has carried it out, and its reply never arrives.
      const untold: Command[] = [
        { kind: 'drop', from: SESSION_STORE, to: 'server-1', moment: whenSent('client/3') },
      ];
      const { losses, last } = outcomeOf(scenarioWith(script, { replica: slow }), [...untold, ...rotated]);
      expect(last).toBeDefined();
      expect(losses.length === 0).toBe(last?.includes(': 200') === true);
    });
  });

  it('is refused by a replica that hasn’t got it yet', () => {
    const late = { ...replica, copyDelayUs: 60 * SECOND_US, readsFrom: 'replica' } as const;
    const scenario = scenarioWith([logIn, refresh], { replica: late });
    expect(outcomeOf(scenario, [])).toEqual({
      losses: [`stale ${SESSION_STORE_REPLICA}`],
      lost: 1,
      last: refused,
    });
    expect(whyRefused(scenario, [], 'client/2 answer 1')).toEqual([
      `has-no-login-entry ${SESSION_STORE_REPLICA}`,
      `was-behind ${SESSION_STORE_REPLICA}`,
    ]);
  });

  it('isn’t lost any more once its time is over', () => {
    const brief = { refreshLifetimeUs: 10 * SECOND_US };
    const commands = [crash(SESSION_STORE, whenAnswered('client/1', 30 * SECOND_US))];
    const script: Line[] = [logIn, { kind: 'wait', us: 60 * SECOND_US }, refresh];
    expect(outcomeOf(scenarioWith(script, {}, { policy: brief }), commands).losses).toEqual([]);
  });
});
