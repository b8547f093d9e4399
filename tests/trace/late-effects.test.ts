/** What a frozen server does once it continues is said where its answer comes too late, at the essential detail. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { captionsOf, reasonsAt, runWith, whyAt } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { scenario, whenAnswered, whenArrived } from '../support/scenario.ts';
import { logIn, me, SECOND_US } from '../support/token-runs.ts';

const freeze: Command = { kind: 'freeze', node: 'server-1', moment: whenArrived('client/1', 1) };
const thaw: Command = { kind: 'thaw', node: 'server-1', moment: { atUs: 60 * SECOND_US } };

/** The English captions of a payment with one retry, whose only server is frozen until both attempts were given up. */
function captionsOfPaying(hasIdempotencyKey: boolean): string[] {
  const pay: Line = { kind: 'pay', amountWon: 50_000, hasIdempotencyKey };
  const given = scenario({
    strategy: 'signed-token',
    servers: 1,
    clients: [clients([pay], { retries: 1 })],
  });
  const run = runOf(given, [freeze, thaw]);
  return run.steps.map((_, index) => captionsOf(run, index)[0] ?? '');
}

describe('a payment at a server that continues too late', () => {
  const charged = (captions: readonly string[]) => captions.filter((each) => each.includes('were charged'));

  it('is charged twice without an idempotency key', () => {
    expect(charged(captionsOfPaying(false))).toEqual([
      'Server 1 answers too late. 50,000 won were charged anyway: payment 1.',
      'Server 1 answers too late. 50,000 won were charged anyway: payment 2.',
    ]);
  });

  it('is charged once with one', () => {
    const captions = captionsOfPaying(true);
    expect(charged(captions)).toHaveLength(1);
    expect(captions).toContain(
      'Server 1 answers too late. It charged nothing again: payment 1 was made before.',
    );
  });
});

describe('a server that health checks have found frozen', () => {
  const changes = { strategy: 'server-memory', servers: 2, balancing: 'first' } as const;
  const frozen: Command = { kind: 'freeze', node: 'server-1', moment: whenAnswered('client/1', 1_000) };
  const pause: Line = { kind: 'wait', us: 30 * SECOND_US };

  it('is said to be frozen where another one is asked', () => {
    const run = runWith([logIn, pause, me], changes, [frozen]);
    const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'))?.key ?? '';
    expect(reasonsAt(run, last)).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      'was-marked-down server-1',
      'had-a-frozen-process server-1',
    ]);
  });

  it('is said to be frozen where there’s no other one', () => {
    const run = runWith([logIn, pause, me], { ...changes, servers: 1 }, [frozen]);
    const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'))?.key ?? '';
    expect(reasonsAt(run, last)).toEqual(['was-marked-down server-1', 'had-a-frozen-process server-1']);
  });

  it('isn’t said to be frozen where its link is cut', () => {
    const cut: Command = {
      kind: 'cut',
      between: ['load-balancer', 'server-1'],
      moment: whenAnswered('client/1', 1_000),
    };
    const run = runWith([logIn, pause, me], changes, [cut]);
    const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'))?.key ?? '';
    expect(whyAt(run, last)).toContain('the link is cut');
  });
});
