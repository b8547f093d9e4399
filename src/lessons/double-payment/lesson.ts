/** Paid twice? Opens where the customer is logged in, and about to pay. */
import type { Line } from '../../simulation/applications/line.ts';
import { type ClusterScenario, clients, clusterScenario } from '../../simulation/scenario.ts';
import type { Lesson } from '../lesson.ts';
import { crash, logInAsJun, me, whenArrived } from '../moves.ts';

interface Paying {
  /** What the customer does after the payment. */
  readonly after?: readonly Line[];
  readonly hasIdempotencyKey: boolean;
  readonly retries: number;
  /** Whether the browser sends a request again by itself when its connection closes without an answer. */
  readonly resendsOnReset?: boolean;
}

function paying({ hasIdempotencyKey, after = [], ...client }: Paying): ClusterScenario {
  const script = [logInAsJun, { kind: 'pay', amountWon: 50_000, hasIdempotencyKey } as const, ...after];
  return clusterScenario({ strategy: 'server-memory', clients: [clients(script, client)] });
}

const scenario = paying({ hasIdempotencyKey: false, retries: 0 });
const retrying = paying({ hasIdempotencyKey: false, retries: 1 });
/** The load balancer closes the browser's connection when its server's closes, as HAProxy does. */
const resending: ClusterScenario = {
  ...paying({ hasIdempotencyKey: false, retries: 0, resendsOnReset: true }),
  balancer: { ...scenario.balancer, onServerReset: 'close' },
};
const withKey = paying({ hasIdempotencyKey: true, retries: 1 });

/** The request after the payment shows whether the session is still there. */
const asking = paying({ hasIdempotencyKey: true, retries: 1, after: [me] });

/** The database has charged and replied. The server dies with its reply in preparation. */
const crashed = crash('server-1', whenArrived('client/2', 2_750));

export default {
  id: 'double-payment',
  order: 120,
  scenario,
  opensAt: { request: 'client/1', at: 'answered' },
  scenes: [
    {
      id: 'nobody-knows',
      traces: ['T25'],
      cards: ['in-flight-is-unknown'],
      commands: [crashed],
      at: 'end',
    },
    { id: 'charged-twice', traces: ['T25'], scenario: retrying, commands: [crashed], at: 'end' },
    {
      id: 'stateless-too',
      traces: ['T25'],
      scenario: clusterScenario({ ...retrying, strategy: 'signed-token' }),
      commands: [crashed],
      at: 'end',
    },
    { id: 'idempotency-key', traces: ['T25'], scenario: withKey, commands: [crashed], at: 'end' },
    { id: 'sent-again', traces: ['T25'], scenario: resending, commands: [crashed], at: 'end' },
  ],
  closing: { scenario: asking, commands: [crashed], at: 'end', compareWith: 'signed-token' },
} as const satisfies Lesson<ClusterScenario>;
