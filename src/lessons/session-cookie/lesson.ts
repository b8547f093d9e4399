/** A session's whole life: created, ended, replayed, expired, and planted by an attacker. */
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { handOver, logIn, logInAsJun, logOut, me, SECOND_US, visit } from '../moves.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  clients: [clients([visit, logIn, me, logOut, me])],
});

/** An attacker copies the ID while it's valid, and presents it after the logout. */
const stolen = clusterScenario({
  ...scenario,
  servers: 2,
  clients: [clients([logIn, handOver('client-2'), logOut]), clients([me], { arrivesAtUs: 20 * SECOND_US })],
});

/** The attacker plants their own ID with the victim, who then logs in under it. */
function planted(renewsIdAtLogin: boolean): ClusterScenario {
  return clusterScenario({
    ...scenario,
    servers: 2,
    sessions: { ...scenario.sessions, renewsIdAtLogin },
    clients: [
      clients([visit, handOver('client-2'), me], { think: { kind: 'fixed', us: 3 * SECOND_US } }),
      clients([visit, logIn]),
    ],
  });
}

export default {
  id: 'session-cookie',
  order: 70,
  scenario,
  opensAt: { request: 'client/2', at: 'answered' },
  scenes: [
    {
      id: 'issued',
      traces: ['T12'],
      cards: [
        'stateless-may-remember',
        'httponly-stops-theft-not-xss',
        'samesite-stops-csrf',
        'tls-is-left-out',
      ],
      at: { request: 'client/2', at: 'answered' },
    },
    { id: 'logged-out', traces: ['T12'], at: { request: 'client/4', at: 'answered' } },
    {
      id: 'replayed',
      traces: ['T12'],
      cards: ['session-id-is-a-password'],
      scenario: stolen,
      at: 'end',
    },
    {
      id: 'timeouts',
      traces: ['T12'],
      scenario: clusterScenario({
        ...scenario,
        strategy: 'server-memory',
        servers: 2,
        sessions: { ...scenario.sessions, idleUs: 6 * SECOND_US, absoluteUs: 10 * SECOND_US },
        clients: [
          clients([logIn, me, me, me]),
          // Comes back after the idle session has expired.
          clients([logInAsJun, me], { think: { kind: 'fixed', us: 7 * SECOND_US } }),
        ],
      }),
      at: 'end',
    },
    {
      id: 'planted',
      traces: ['T13'],
      cards: ['how-an-id-is-planted'],
      scenario: planted(false),
      at: 'end',
    },
    {
      id: 'renewed',
      traces: ['T13'],
      cards: ['login-renews-the-id'],
      scenario: planted(true),
      at: 'end',
    },
  ],
  closing: { scenario: stolen, at: 'end', compareWith: 'signed-token' },
} as const satisfies Lesson<ClusterScenario>;
