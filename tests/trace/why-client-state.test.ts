/** Explanations where clients carry their state: there's neither a session nor a store. */
import { describe, expect, it } from 'vitest';
import { DATABASE } from '../../src/simulation/cluster.ts';
import { captionsAt, reasonsAt, runWith, whyAt } from '../support/explanations.ts';
import { crash, whenAnswered } from '../support/scenario.ts';
import { logIn, logOut, me } from '../support/token-runs.ts';

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
