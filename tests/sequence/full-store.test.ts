/** What a full store refuses is a session, a login, or an entry of the deny list. The caption holds for each of them. */
import { expect, it } from 'vitest';
import { clients } from '../../src/simulation/scenario.ts';
import { captionsOf } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import { type ScenarioChanges, scenario } from '../support/scenario.ts';
import { logIn, logOut, SECOND_US, tokens } from '../support/token-runs.ts';

const full = { entriesMax: 1, whenFull: 'refuse' } as const;

it.each<[name: string, changes: ScenarioChanges]>([
  ['a session', { strategy: 'shared-store' }],
  ['a login', { strategy: 'signed-token', tokens: tokens({ refreshLifetimeUs: 60 * SECOND_US }) }],
  ['an entry of the deny list', { strategy: 'signed-token', tokens: tokens({ hasDenyList: true }) }],
])('says the same where %s has no room', (_, changes) => {
  const logsOut = changes.tokens?.hasDenyList === true;
  const script = logsOut ? [logIn, logOut] : [logIn];
  const run = runOf(
    scenario({
      ...changes,
      store: full,
      clients: [clients(script), clients(script, { arrivesAtUs: 20 * SECOND_US })],
    }),
    [],
  );
  const refused = run.steps.findLastIndex(
    ({ key }) => key.startsWith('client-2/') && key.endsWith('answer 1'),
  );
  const [english, korean] = captionsOf(run, refused);
  expect(english).toContain('The session store is full, so it refuses what Server 1 saves.');
  expect(korean).toContain('세션 저장소가 가득 차서, 서버 1이 거기에 저장할 것을 받지 않아요.');
});
