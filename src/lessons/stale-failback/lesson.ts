/** The old note comes back. Opens where Server 1 has the customer, and Server 2 a copy. */
import type { Line } from '../../simulation/applications/line.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { AFTER_COPIES_US, crash, whenAnswered } from '../moves.ts';

/** Two laptops, no: three. */
const script: readonly Line[] = [
  { kind: 'shop', said: { product: 'laptop' } },
  { kind: 'shop', said: { quantity: 2 } },
  { kind: 'shop', said: { quantity: 3 } },
  { kind: 'shop', said: { payment: 'card' } },
];

const scenario = clusterScenario({
  strategy: 'replicated',
  balancing: 'cookie',
  servers: 2,
  clients: [clients(script)],
});

const faults = [
  crash('server-1', whenAnswered('client/1', AFTER_COPIES_US)),
  { kind: 'restart', node: 'server-1', moment: whenAnswered('client/2', AFTER_COPIES_US) },
  // The cookie names Server 2 by now: only when that is away as well does the customer come back to Server 1.
  crash('server-2', whenAnswered('client/2', 2 * AFTER_COPIES_US)),
  { kind: 'restart', node: 'server-2', moment: whenAnswered('client/2', 3_950_000) },
  { kind: 'drop', from: 'server-1', to: 'server-2', moment: whenAnswered('client/3') },
  crash('server-1', whenAnswered('client/3', AFTER_COPIES_US)),
] as const;

export default {
  id: 'stale-failback',
  order: 140,
  scenario,
  opensAt: { request: 'client/1', at: 'answered', stepsOn: 1 },
  scenes: [
    {
      id: 'copy-serves',
      traces: ['T27'],
      commands: faults,
      at: { request: 'client/2', at: 'answered' },
    },
    {
      id: 'back-and-updated',
      traces: ['T27'],
      commands: faults,
      at: { request: 'client/3', at: 'answered' },
    },
    { id: 'copy-lost', traces: ['T27'], commands: faults, at: { command: 4, stepsOn: 1 } },
    {
      id: 'old-answer',
      traces: ['T27'],
      commands: faults,
      at: { request: 'client/4', at: 'answered' },
    },
  ],
  closing: { commands: faults, at: { request: 'client/4', at: 'answered' }, compareWith: 'shared-store' },
} as const satisfies Lesson<ClusterScenario>;
