/** Keys that are lost with a server or with the store: what the captions say, and what Why says of the tokens. */
import { describe, expect, it } from 'vitest';
import { type Command, SESSION_STORE } from '../../src/simulation/cluster.ts';
import type { Run } from '../../src/trace/run.ts';
import { captionsOf, reasonsAt, runWith } from '../support/explanations.ts';
import { crash, restart, whenAnswered } from '../support/scenario.ts';
import { instruct, logIn, me, SECOND_US } from '../support/token-runs.ts';

const answer = 'client/2 answer 1';
const signed = { strategy: 'signed-token', servers: 1 } as const;
const moment = (place: number) => whenAnswered('client/1', 50_000 * place);

/** English captions of the commands. */
function captionsIn(run: Run): string[] {
  return run.steps.flatMap((step, index) =>
    step.kind === 'command' ? captionsOf(run, index).slice(0, 1) : [],
  );
}

describe('a server’s own key', () => {
  const commands = [crash('server-1', moment(1)), restart('server-1', moment(2))];

  it('is lost with its memory', () => {
    const run = runWith([logIn, me], { ...signed, keys: { kind: 'own' } }, commands);
    expect(captionsIn(run)).toEqual([
      'Server 1 crashes. Its key is gone, so what it signed or sealed is worth nothing now.',
      'Server 1 is back, and makes a new key.',
    ]);
    expect(reasonsAt(run, answer)).toEqual(['crash-took-it server-1', 'keys-are-own server-1']);
  });

  it('is kept where it’s on a disk', () => {
    const run = runWith([logIn, me], { ...signed, keys: { kind: 'shared' } }, commands);
    expect(captionsIn(run)).toEqual(['Server 1 crashes. It had nothing to lose.', 'Server 1 is back.']);
    expect(reasonsAt(run, answer)).toEqual([]);
  });
});

describe('keys in the store', () => {
  const keys = { kind: 'in-store', refreshUs: SECOND_US } as const;
  const store = [crash(SESSION_STORE, moment(1)), restart(SESSION_STORE, moment(2))];
  const server = [crash('server-1', moment(3)), restart('server-1', moment(4))];

  it('are lost with it, which a server notices that starts again', () => {
    const run = runWith([logIn, me], { ...signed, keys }, [...store, ...server]);
    expect(captionsIn(run)[0]).toBe('Session store crashes. The servers’ keys are gone with its memory.');
    expect(reasonsAt(run, answer)).toEqual(['crash-took-it server-1', 'lost-the-keys session-store']);
  });

  it('can be deleted by a command, and replaced by another server’s', () => {
    const seldom = { kind: 'in-store', refreshUs: 600 * SECOND_US } as const;
    const reasons = (command: Command, servers: number) =>
      reasonsAt(runWith([logIn, me], { ...signed, servers, keys: seldom }, [command, ...server]), answer);
    expect(reasons(instruct([SESSION_STORE], { kind: 'flush' }, moment(1)), 1)).toEqual([
      'crash-took-it server-1',
      'deleted-the-keys session-store',
    ]);
    const rotate = { kind: 'rotate-key', kid: '2', keepsOld: false } as const;
    expect(reasons(instruct(['server-2'], rotate, moment(1)), 2)).toEqual([
      'crash-took-it server-1',
      'got-other-keys session-store',
    ]);
  });

  it('aren’t lost with a server, which reads them again', () => {
    const run = runWith([logIn, me], { ...signed, keys }, server);
    expect(captionsIn(run)).toEqual(['Server 1 crashes. It had nothing to lose.', 'Server 1 is back.']);
    expect(reasonsAt(run, answer)).toEqual([]);
  });

  it('that were lost before a server first read them aren’t called newer than its reading', () => {
    const pause = { kind: 'wait', us: 5 * SECOND_US } as const;
    // Server 2 starts without keys, finds none in the store, and makes one. Server 1 still has the lost one.
    const seldom = { kind: 'in-store', refreshUs: 600 * SECOND_US } as const;
    const changes = { ...signed, servers: 1, balancing: 'round-robin', keys: seldom } as const;
    const joins = { kind: 'add', node: 'server-2', moment: moment(3) } as const;
    const run = runWith([logIn, pause, me, me], changes, [...store, joins]);
    const unknown = run.steps.find(
      (step) => step.kind === 'message' && step.from === 'server-2' && step.key.endsWith(' answer 1'),
    );
    expect(reasonsAt(run, unknown?.key ?? '')).toEqual([
      'key-never-received server-2',
      'key-is-on server-1',
      'lost-the-keys session-store',
    ]);
  });

  it('that never reached the store are on their server only', () => {
    const pause = { kind: 'wait', us: 5 * SECOND_US } as const;
    const changes = { ...signed, servers: 2, balancing: 'round-robin', keys } as const;
    // Server 1 makes a key for itself while the store is down.
    const down = crash(SESSION_STORE, whenAnswered('client/1', 10));
    const own = instruct(['server-1'], { kind: 'rotate-key', kid: '2', keepsOld: true }, moment(1));
    const run = runWith([me, me, pause, logIn, me], changes, [down, own]);
    const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'))?.key ?? '';
    expect(reasonsAt(run, last)).toEqual([
      'key-never-received server-2',
      'key-is-on server-1',
      'never-got-the-key session-store',
    ]);
  });

  it('that a restarted server could not read again aren’t called public halves', () => {
    const down = [
      crash(SESSION_STORE, moment(1)),
      crash('server-1', moment(2)),
      restart('server-1', moment(3)),
    ];
    const run = runWith([logIn, logIn], { ...signed, keys }, down);
    expect(reasonsAt(run, answer)).toEqual(['has-not-read-a-key server-1']);
  });

  it('that were lost are replaced on a server that reads them next', () => {
    const pause = { kind: 'wait', us: 5 * SECOND_US } as const;
    const changes = { ...signed, servers: 2, balancing: 'round-robin', keys } as const;
    const restarted = [crash('server-2', moment(3)), restart('server-2', moment(4))];
    // Server 2 finds no keys and makes one. Server 1 takes it over.
    const run = runWith([logIn, pause, me, me], changes, [...store, ...restarted]);
    const answers = run.steps.filter(({ key }) => key.endsWith(' answer 1')).map(({ key }) => key);
    expect(reasonsAt(run, answers[1] ?? '')).toEqual([
      'crash-took-it server-2',
      'lost-the-keys session-store',
    ]);
    expect(reasonsAt(run, answers[2] ?? '')).toEqual([
      'key-was-removed server-1',
      'lost-the-keys session-store',
    ]);
  });
});
