/** Carry it yourself, signed: what a token does without memory, and where it still needs memory. */
import type { Command } from '../../simulation/cluster.ts';
import type { NodeCommand } from '../../simulation/commands/node-commands.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import type { Moment } from '../../simulation/kernel/command.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, handOver, logIn, logInAsJun, logOut, me, SECOND_US, whenAnswered } from '../moves.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  balancing: 'round-robin',
  clients: [clients([logIn, me, me])],
});
const { tokens } = scenario;

/** What Server 1 signs with in this run, as if someone had copied its memory. A test compares the two. */
const LEAKED = 'lPy7LcgloIp-95AjRSKTHhlH7B5oagp_pIXyVxfN3nU';

function instruct(nodes: readonly NodeId[], instruction: NodeCommand, moment: Moment): Command {
  return { kind: 'instruct', nodes, instruction, moment };
}

/** Mina's token is stolen, then she logs out. The thief uses it before and after that. */
const theft = clusterScenario({
  ...scenario,
  servers: 2,
  clients: [clients([logIn, handOver('client-2'), logOut]), clients([])],
});
const thiefAsks = (moment: Moment) => instruct(['client-2'], { kind: 'say', line: me }, moment);

const replaced = (kid: string, keepsOld: boolean, moment: Moment) =>
  instruct(['server-1', 'server-2'], { kind: 'rotate-key', kid, keepsOld }, moment);

export default {
  id: 'token',
  order: 80,
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    {
      id: 'any-server',
      traces: ['T14', 'T15'],
      cards: ['token-replaces-the-session-only', 'ticket-and-wristband', 'token-or-cookie-are-two-questions'],
      scenario: clusterScenario({ ...scenario, servers: 2 }),
      commands: [
        { kind: 'add', node: 'server-3', moment: whenAnswered('client/1') },
        instruct(['server-3'], { kind: 'remove-keys' }, whenAnswered('client/1')),
        crash('server-1', whenAnswered('client/1')),
      ],
      at: 'end',
    },
    {
      id: 'tampered',
      traces: ['T16'],
      cards: ['signed-is-readable', 'checking-a-token-is-more', 'shared-secret-or-public-key'],
      scenario: clusterScenario({
        ...scenario,
        clients: [clients([logIn, ...Array.from({ length: 4 }, () => ({ kind: 'admin' }) as const)])],
      }),
      commands: [
        instruct(
          ['client'],
          { kind: 'tamper', tampering: { kind: 'set-claim', claim: 'role', value: 'admin' } },
          whenAnswered('client/2'),
        ),
        instruct(
          ['client'],
          { kind: 'tamper', tampering: { kind: 'set-algorithm', algorithm: 'none' } },
          whenAnswered('client/3'),
        ),
        instruct(
          ['client'],
          { kind: 'tamper', tampering: { kind: 'set-algorithm', algorithm: 'HS256' } },
          whenAnswered('client/4'),
        ),
        instruct(
          ['client'],
          { kind: 'tamper', tampering: { kind: 'sign-with-leaked-key', secret: LEAKED } },
          whenAnswered('client/4', 1),
        ),
      ],
      at: 'end',
    },
    {
      id: 'expired',
      traces: ['T17'],
      scenario: clusterScenario({
        ...scenario,
        tokens: { ...tokens, lifetimeUs: 6 * SECOND_US, refreshLifetimeUs: 60 * SECOND_US },
      }),
      at: 'end',
    },
    {
      id: 'stolen',
      traces: ['T18'],
      cards: ['stateless-has-its-price', 'where-a-browser-keeps-a-token'],
      scenario: clusterScenario({ ...theft, tokens: { ...tokens, lifetimeUs: 14 * SECOND_US } }),
      commands: [
        thiefAsks(whenAnswered('client/3', SECOND_US)),
        thiefAsks(whenAnswered('client/3', 8 * SECOND_US)),
      ],
      // The first answer to the thief. The second is a few steps on.
      at: { request: 'client-2/1+1', at: 'answered' },
    },
    {
      id: 'deny-list',
      traces: ['T18'],
      scenario: clusterScenario({ ...theft, tokens: { ...tokens, hasDenyList: true } }),
      commands: [thiefAsks(whenAnswered('client/3', SECOND_US))],
      at: 'end',
    },
    {
      id: 'key-replaced',
      traces: ['T18'],
      scenario: clusterScenario({
        ...scenario,
        servers: 2,
        clients: [clients([logIn, me, me]), clients([logInAsJun, me, me])],
      }),
      commands: [
        replaced('2', true, whenAnswered('client/1', SECOND_US)),
        replaced('3', false, whenAnswered('client/2', SECOND_US)),
      ],
      at: 'end',
    },
  ],
  closing: {
    commands: [crash('server-1', whenAnswered('client/1'))],
    at: { request: 'client/2', at: 'answered' },
    compareWith: 'server-memory',
  },
} as const satisfies Lesson<ClusterScenario>;
