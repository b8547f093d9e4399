/** Broken kernels, by the invariant that must detect them. */
import { CLIENT, isServer, LOAD_BALANCER } from '../../../src/simulation/cluster.ts';
import type { Domain, NodeId } from '../../../src/simulation/kernel/actor.ts';
import type {
  MessageBus as MessageBusOf,
  MessageBusOptions,
} from '../../../src/simulation/kernel/message-bus.ts';
import { Link, Network } from '../../../src/simulation/kernel/network.ts';
import type { Node } from '../../../src/simulation/kernel/node.ts';
import type { kernelInvariants } from '../invariants/kernel-invariants.ts';
import { crash, restart, scenario, whenAnswered, whenArrived } from '../scenario.ts';
import type { Breakage } from './breakage.ts';

class NetworkThatOvertakes extends Network {
  override link(from: NodeId, to: NodeId): Link {
    const link = super.link(from, to);
    link.arrivalUs = (_, nowUs) => Link.prototype.arrivalUs.call(link, 'datagram', nowUs);
    return link;
  }
}

class NetworkThatLeaks extends Network {
  override cut(): boolean {
    return true;
  }
}

/** Many concurrent clients, on links with high jitter. */
const crowded = scenario({
  network: {
    internet: { minUs: 0, maxUs: 90_000 },
    cluster: { minUs: 0, maxUs: 9_000 },
    lossPerMillion: 0,
    cutLinks: 'lose',
  },
});

export const kernelBreakages: Readonly<Record<keyof typeof kernelInvariants, Breakage>> = {
  'event order': {
    description: 'a server’s timer fires before it was set',
    scenario: scenario(),
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'set-timer' ? { ...effect, delayUs: -10 } : effect,
        ),
    },
  },
  'end of the run': {
    description: 'a server never becomes idle',
    scenario: scenario(),
    node: {
      is: (node) => node === 'server-1',
      react: (react, input, context) =>
        input.kind === 'started' || input.kind === 'timer'
          ? [...react(input, context), { kind: 'set-timer', timer: 'restless', delayUs: 10_000 }]
          : react(input, context),
    },
  },
  causes: {
    description: 'the load balancer settles a request, which only its client can',
    scenario: scenario(),
    node: {
      is: (node) => node === LOAD_BALANCER,
      react: (react, input, context) =>
        react(input, context).flatMap((effect) =>
          effect.kind === 'reply' && effect.to.request !== null
            ? [effect, { kind: 'settle', request: effect.to.request, outcome: 'answered' }]
            : [effect],
        ),
    },
  },
  deliveries: {
    description: 'messages are delivered to crashed nodes',
    scenario: scenario(),
    commands: [crash('server-2', whenAnswered('client/1'))],
    kernel: {
      module: 'post',
      replace: ({ MessageBus }) => ({
        MessageBus: class<D extends Domain> extends MessageBus<D> {
          constructor(options: MessageBusOptions<D>) {
            super({ ...options, nodeOf: (id) => asIfUp(options.nodeOf(id)) });
          }
        },
      }),
    },
  },
  'no messages in flight at the end': {
    description: 'one message in ten disappears',
    scenario: scenario(),
    kernel: {
      module: 'post',
      replace: ({ MessageBus }) => ({
        MessageBus: class<D extends Domain> extends MessageBus<D> {
          override deliver(scheduled: Parameters<MessageBusOf<D>['deliver']>[0]): void {
            if (scheduled.content.id % 10 !== 0) super.deliver(scheduled);
          }
        },
      }),
    },
  },
  'link order': {
    description: 'messages overtake each other',
    scenario: { ...crowded, clients: crowded.clients.map((group) => ({ ...group, count: 20 })) },
    network: NetworkThatOvertakes,
  },
  'cut links': {
    description: 'a cut link delivers every message',
    scenario: scenario(),
    commands: [{ kind: 'cut', between: [CLIENT, LOAD_BALANCER], moment: whenAnswered('client/1') }],
    network: NetworkThatLeaks,
  },
  drops: {
    description: 'two messages are dropped after a command to drop one',
    scenario: scenario(),
    commands: [{ kind: 'drop', from: CLIENT, to: null, moment: whenAnswered('client/1') }],
    kernel: {
      module: 'post',
      replace: ({ MessageBus }) => ({
        MessageBus: class<D extends Domain> extends MessageBus<D> {
          override drop(which: Parameters<MessageBusOf<D>['drop']>[0]): void {
            super.drop(which);
            super.drop(which);
          }
        },
      }),
    },
  },
  'replies to live requesters': {
    description: 'a reply reaches a load balancer that has restarted since its request',
    scenario: scenario(),
    commands: [
      crash(LOAD_BALANCER, whenArrived('client/1', 100)),
      restart(LOAD_BALANCER, whenArrived('client/1', 200)),
    ],
    kernel: {
      module: 'post',
      replace: ({ MessageBus }) => ({
        MessageBus: class<D extends Domain> extends MessageBus<D> {
          constructor(options: MessageBusOptions<D>) {
            super({ ...options, nodeOf: (id) => asIfInItsFirstLife(options.nodeOf(id)) });
          }
        },
      }),
    },
  },
  'no activity on down nodes': {
    description: 'the timers of a crashed node still fire',
    scenario: scenario(),
    commands: [crash('server-1', whenAnswered('client/1'))],
    node: {
      is: isServer,
      // A meaningless timer that fires while the server has no other work.
      react: (react, input, context) =>
        input.kind === 'timer' && input.timer === 'late'
          ? []
          : [...react(input, context), { kind: 'set-timer', timer: 'late', delayUs: 300_000 }],
    },
    kernel: {
      module: 'node',
      replace: ({ createNode }) => ({
        createNode: (spec, seed) => ({ ...createNode(spec, seed), timers: new UncancelledTimers() }),
      }),
    },
  },
  'dark machines': {
    description: 'a dark machine resets its connections',
    scenario: scenario(),
    commands: [{ kind: 'crash', node: 'server-1', how: 'machine', moment: whenArrived('client/2', 100) }],
    kernel: {
      module: 'node',
      replace: ({ createNode }) => ({
        createNode: (spec, seed) => Object.defineProperty(createNode(spec, seed), 'isDark', never),
      }),
    },
  },
  'frozen processes': {
    description: 'a frozen process goes on',
    scenario: scenario(),
    commands: [{ kind: 'freeze', node: 'server-1', moment: whenArrived('client/2', 100) }],
    kernel: {
      module: 'node',
      replace: ({ createNode }) => ({
        createNode: (spec, seed) => Object.defineProperty(createNode(spec, seed), 'isFrozen', never),
      }),
    },
  },
};

/** A property that stays false. */
const never: PropertyDescriptor = { get: () => false, set: () => {} };

/** A node whose crash the message bus doesn't see. */
function asIfUp<D extends Domain>(node: Node<D>): Node<D> {
  return { ...node, isUp: true, state: node.state ?? node.actor.start() };
}

function asIfInItsFirstLife<D extends Domain>(node: Node<D>): Node<D> {
  return new Proxy(node, { get: (its, key) => (key === 'epoch' ? 1 : Reflect.get(its, key)) });
}

/** Hides its entries from code that cancels all timers. */
class UncancelledTimers<Key, Value> extends Map<Key, Value> {
  override *values(): MapIterator<Value> {}
}
