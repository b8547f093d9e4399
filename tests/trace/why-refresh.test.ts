/** What ended a login with refresh tokens, in words that hold for a thief and for the same client. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { reasonsAt, whyAt } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { scenario, whenAnswered } from '../support/scenario.ts';
import { instruct, logIn, SECOND_US, tokens } from '../support/token-runs.ts';

const refresh: Line = { kind: 'refresh' };

describe('a refresh token that its owner uses, and then a thief', () => {
  const owner: Line[] = [logIn, { kind: 'hand-over', to: 'client-2' }, refresh];
  const given = scenario({
    strategy: 'signed-token',
    tokens: tokens({ refreshLifetimeUs: 600 * SECOND_US }),
    clients: [clients(owner), clients([refresh], { arrivesAtUs: 30 * SECOND_US })],
  });
  const again = instruct(['client'], { kind: 'say', line: refresh }, whenAnswered('client-2/1', 1_000));
  const run = runOf(given, [again]);

  it('was used once by each of them, so none has used it twice', () => {
    const key = run.steps.findLast((step) => step.key.endsWith('answer 1'))?.key ?? '';
    expect(reasonsAt(run, key)).toEqual([
      'has-no-login-entry session-store',
      'reuse-had-ended-login client-2',
    ]);
    expect(whyAt(run, key)).toContain(
      'Client 2 had sent a refresh token that was used before. That ended the login.',
    );
  });
});
