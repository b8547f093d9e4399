/** Explanations where clients carry their state: there's neither a session nor a store. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { DATABASE } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { captionsAt, captionsOf, reasonsAt, runWith, whyAt } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../support/scenario.ts';
import { logIn, logOut, me, SECOND_US } from '../support/token-runs.ts';

const clientState = { strategy: 'client-state' } as const;

describe('a database that doesn’t answer', () => {
  const run = runWith([logIn, me], clientState, [crash(DATABASE, whenAnswered('client/1'))]);
  const answer = 'client/2 answer 1';

  it('is named, as no session store exists', () => {
    const [english, korean] = captionsAt(run, answer);
    expect(english).toContain('can’t reach the database.');
    expect(english).toContain('503 Database unreachable');
    expect(korean).toContain('데이터베이스');
    expect(korean).not.toContain('세션');
  });

  it('is the reason, and not a server that took too long', () => {
    expect(reasonsAt(run, answer)).toEqual([
      'did-not-answer database',
      'had-crashed database',
      'nothing-was-sent database',
    ]);
  });
});

describe('a request without name and password', () => {
  it.each([[[me]], [[logIn, logOut, me]]])('has no session that could lack a login: %j', (script) => {
    const run = runWith(script, clientState);
    const last = run.steps.findLast(({ key }) => key.endsWith(' answer 1'))?.key ?? '';
    expect(reasonsAt(run, last)).toHaveLength(1);
    expect(reasonsAt(run, last)[0]).toMatch(/^no-password-was-shown /);
    expect(whyAt(run, last)).not.toContain('session');
  });
});

describe('a thief with a copy of what the client keeps', () => {
  const theft: Line = { kind: 'hand-over', to: 'client-2' };
  const thief = clients([me], { arrivesAtUs: 20 * SECOND_US });
  const handedOver = (strategy: StrategyId, script: readonly Line[]) => {
    const run = runOf(scenario({ strategy, clients: [clients(script), thief] }), []);
    const step = run.steps.findIndex(
      (each) => each.kind === 'message' && each.message.body.kind === 'hand-over',
    );
    return { run, captions: captionsOf(run, step) };
  };

  it('has the name and password, which work even after the logout', () => {
    const { run, captions } = handedOver('client-state', [logIn, theft, logOut]);
    expect(captions).toEqual([
      'Client 2 now has Client’s name and password.',
      '이제 클라이언트 2도 클라이언트의 이름과 비밀번호를 갖게 됐어요.',
    ]);
    expect(captionsAt(run, 'client-2/1 answer 1')[0]).toContain('You’re Mina.');
  });

  it.each([
    ['server-memory', 'session ID'],
    ['signed-token', 'token'],
    ['sealed-cookie', 'sealed cookie'],
  ] as const)('has what the strategy gives a client: %s', (strategy, what) => {
    expect(handedOver(strategy, [logIn, theft]).captions[0]).toBe(`Client 2 now has Client’s ${what}.`);
  });

  it('has nothing before the login', () => {
    expect(handedOver('client-state', [me, theft]).captions[0]).toBe(
      'Client has nothing yet that says who it is, so Client 2 gets nothing.',
    );
  });
});
