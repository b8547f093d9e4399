/** Broken actors, by the invariant that must detect them. */
import type { Line } from '../../../src/simulation/applications/line.ts';
import {
  type ClusterContext,
  type ClusterEffect,
  type ClusterInput,
  type Command,
  DATABASE,
  isClient,
  isServer,
  LOAD_BALANCER,
  SESSION_STORE,
} from '../../../src/simulation/cluster.ts';
import type { NodeCommand } from '../../../src/simulation/commands/node-commands.ts';
import type { MemoryItem } from '../../../src/simulation/memory.ts';
import { cookiesSetBy } from '../../../src/simulation/protocols/cookies.ts';
import { plainRetries } from '../../../src/simulation/retry-policy.ts';
import { clients } from '../../../src/simulation/scenario.ts';
import type { SessionWrites } from '../../../src/simulation/session.ts';
import type { InvariantName } from '../invariants/invariants.ts';
import type { kernelInvariants } from '../invariants/kernel-invariants.ts';
import { crash, restart, scenario, scripted, whenAnswered, whenArrived } from '../scenario.ts';
import { sessionOf } from '../sessions.ts';
import type { Breakage } from './breakage.ts';

const logIn: Line = { kind: 'log-in', user: 'mina' };
const me: Line = { kind: 'me' };
const pay: Line = { kind: 'pay', amountWon: 1_000, hasIdempotencyKey: true };
const loggedIn = scripted([logIn, me, me]);
const SECOND_US = 1_000_000;

const fullStore = scenario({
  strategy: 'shared-store',
  clients: [clients([logIn]), clients([logIn], { arrivesAtUs: SECOND_US })],
  store: { entriesMax: 1, whenFull: 'refuse' },
});
const dropOldKey: Command = {
  kind: 'instruct',
  nodes: ['server-1'],
  instruction: { kind: 'rotate-key', kid: '2', keepsOld: false },
  moment: whenAnswered('client/1'),
};
/** Two tabs that put something into one cart at the same moment. */
function twoTabs(writes: SessionWrites) {
  const lines = [
    { kind: 'add-to-cart', product: 'laptop' },
    { kind: 'add-to-cart', product: 'americano' },
  ] as const;
  const { sessions, network } = loggedIn;
  return scripted([logIn, { kind: 'at-once', lines }], {
    strategy: 'shared-store',
    balancing: 'round-robin',
    sessions: { ...sessions, writes },
    network: { ...network, internet: { minUs: 20_000, maxUs: 20_000 } },
  });
}

/** A store that executes a conditional write whether its condition holds or not. */
function withoutConditions(input: ClusterInput): ClusterInput {
  if (input.kind !== 'message' || input.message.body.kind !== 'store-command') return input;
  const {
    onlyIfAbsent: _,
    onlyIfEqual: __,
    ...body
  } = { onlyIfAbsent: true, onlyIfEqual: '', ...input.message.body };
  return { ...input, message: { ...input.message, body: body as typeof input.message.body } };
}

type OfClusters = Exclude<InvariantName, keyof typeof kernelInvariants>;

export const actorBreakages: Readonly<Record<OfClusters, Breakage>> = {
  settlements: {
    description: 'a client settles each request twice',
    scenario: scenario(),
    node: {
      is: isClient,
      react: (react, input, context) =>
        react(input, context).flatMap((effect): ClusterEffect[] =>
          effect.kind === 'settle' ? [effect, effect] : [effect],
        ),
    },
  },
  'session formats': {
    description: 'a server changes the format of a session that another version wrote',
    scenario: { ...loggedIn, versions: [2, 2, 2] },
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect) => {
          if (effect.kind !== 'remember' || effect.item.kind !== 'session') return effect;
          const { session } = effect.item;
          if (session.version === 1) return effect;
          return {
            ...effect,
            item: { kind: 'session', session: { ...session, data: { ...session.data, format: 3 } } },
          };
        }),
    },
  },
  'no lost update': {
    description: 'the store overwrites a session that has changed',
    scenario: twoTabs('if-unchanged'),
    node: {
      is: (node) => node === SESSION_STORE,
      react: (react, input, context) => react(withoutConditions(input), context),
    },
  },
  'one holder per lock': {
    description: 'the store gives one lock to two requests',
    scenario: twoTabs('lock'),
    node: {
      is: (node) => node === SESSION_STORE,
      react: (react, input, context) => react(withoutConditions(input), context),
    },
  },
  outcomes: {
    description: 'a client reports every failure as a response',
    scenario: scenario(),
    commands: [crash('server-1', whenArrived('client/2', 100))],
    node: {
      is: isClient,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'settle' ? { ...effect, outcome: 'answered' } : effect,
        ),
    },
  },
  refusals: {
    description: 'a client reports a reset connection as refused',
    scenario: scenario(),
    commands: [crash(LOAD_BALANCER, whenArrived('client/2', 100))],
    node: {
      is: isClient,
      react: (react, input, context) =>
        react(input.kind === 'reset' ? { ...input, kind: 'refused' } : input, context),
    },
  },
  'forwarded responses': {
    description: 'the load balancer invents a response',
    scenario: scenario(),
    node: {
      is: (node) => node === LOAD_BALANCER,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'reply' && effect.body.kind === 'http-response'
            ? { ...effect, body: { ...effect.body, status: 404 } }
            : effect,
        ),
    },
  },
  attempts: {
    description: 'a client waits twice as long as its timeout',
    scenario: scripted([me], {
      timing: {
        ...loggedIn.timing,
        service: { kind: 'fixed', us: 9 * SECOND_US },
        serverTimeoutUs: 60 * SECOND_US,
      },
    }),
    node: {
      is: isClient,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'set-timer' && effect.timer === 'patience'
            ? { ...effect, delayUs: 2 * effect.delayUs }
            : effect,
        ),
    },
  },
  'retry budget': {
    description: 'a client sends each request twice without a budget for it',
    scenario: scripted([me, me], {
      client: { retryPolicy: { ...plainRetries, budgetPercent: 0 } },
    }),
    node: {
      is: isClient,
      react: (react, input, context) =>
        react(input, context).flatMap((effect): ClusterEffect[] =>
          effect.kind === 'send' ? [effect, effect] : [effect],
        ),
    },
  },
  'POST at most once': {
    description: 'the load balancer repeats a payment after a reset',
    scenario: scripted([pay]),
    commands: [crash('server-1', whenArrived('client/1', 1_000))],
    node: {
      is: (node) => node === LOAD_BALANCER,
      react: (react, input, context) =>
        react(input.kind === 'reset' ? { ...input, kind: 'refused' } : input, context),
    },
  },
  'cookie jar': {
    description: 'a client keeps the cookies that a response deletes',
    scenario: scripted([logIn, { kind: 'log-out' }, me]),
    node: {
      is: isClient,
      react: (react, input, context) => react(input, context).filter(({ kind }) => kind !== 'forget'),
    },
  },
  dates: {
    description: 'the servers’ clocks are an hour fast',
    scenario: loggedIn,
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, { ...context, nowUs: context.nowUs + 3_600 * SECOND_US }),
    },
  },
  'conservation of sessions': {
    description: 'a server drops each session that it finds',
    scenario: loggedIn,
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).flatMap((effect): ClusterEffect[] =>
          effect.kind === 'recall' && effect.found ? [effect, { kind: 'forget', key: effect.key }] : [effect],
        ),
    },
  },
  'no early expiry': {
    description: 'the servers’ clocks run a thousand times too fast',
    scenario: loggedIn,
    node: {
      is: isServer,
      react: (react, input, context) => react(input, { ...context, nowUs: 1_000 * context.nowUs }),
    },
  },
  'crash detection': {
    description: 'the load balancer takes a refused health check for a success',
    scenario: scenario(),
    commands: [crash('server-1', whenAnswered('client/1'))],
    node: {
      is: (node) => node === LOAD_BALANCER,
      react: (react, input, context) => {
        const isCheck = input.kind === 'refused' && input.message.request === null;
        if (!isCheck) return react(input, context);
        const { message } = input;
        return react({ kind: 'message', message: { ...message, role: 'reply', from: message.to } }, context);
      },
    },
  },
  'workers and queue': {
    description: 'a server says that a request waited longer than it did',
    scenario: scenario(),
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'begin' ? { ...effect, queuedUs: effect.queuedUs + 1 } : effect,
        ),
    },
  },
  assignment: {
    description: 'the load balancer ignores that a server is draining',
    scenario: scripted([logIn, me, me], {
      timing: { ...loggedIn.timing, service: { kind: 'fixed', us: 900_000 } },
    }),
    commands: [{ kind: 'drain', node: 'server-1', moment: whenArrived('client/2') }],
    node: {
      is: (node) => node === LOAD_BALANCER || node === 'server-1',
      // Keep the server, so that there's a receiver.
      react: (react, input, context) =>
        input.kind === 'draining' || input.kind === 'left' ? [] : react(input, context),
    },
  },
  'session loss': {
    description: 'a server reports a lookup that failed as a hit',
    scenario: scenario(),
    commands: [crash('server-1', whenAnswered('client/1'))],
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'recall' ? { ...effect, found: true } : effect,
        ),
    },
  },
  'losses in time': {
    description: 'a server does not say until when its sessions are valid',
    scenario: { ...loggedIn, sessions: { ...loggedIn.sessions, idleUs: SECOND_US } },
    commands: [crash('server-1', whenAnswered('client/1', 3.5 * SECOND_US))],
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect) => {
          if (effect.kind !== 'remember' || effect.item.kind !== 'session') return effect;
          const { expiresAtUs: _, ...item } = effect.item;
          return { ...effect, item };
        }),
    },
  },
  'no invented sessions': {
    description: 'servers share a memory that no crash clears',
    scenario: loggedIn,
    commands: [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenAnswered('client/1', 10)),
    ],
    node: { is: isServer, react: withSecretMemory(new Map()) },
  },
  'no forgotten sessions': {
    description: 'a server never looks into its memory',
    scenario: loggedIn,
    node: { is: isServer, react: (react, input, context) => react(input, { ...context, memory: new Map() }) },
  },
  'no user state on servers': {
    description: 'a server stores a session although the client carries the state',
    scenario: scenario({ strategy: 'client-state' }),
    node: {
      is: isServer,
      react: (react, input, context) => [
        ...react(input, context),
        { kind: 'remember', key: 'secret', item: { kind: 'session', session: sessionOf('secret') } },
      ],
    },
  },
  'store capacity': {
    description: 'a full store that refuses writes takes one nevertheless',
    scenario: fullStore,
    node: {
      is: (node) => node === SESSION_STORE,
      react: (react, input, context) => {
        const effects = react(input, context);
        const isRefused = effects.some(
          (effect) =>
            effect.kind === 'reply' && effect.body.kind === 'store-reply' && effect.body.reply === 'error',
        );
        if (!isRefused || input.kind !== 'message') return effects;
        const { body } = input.message;
        if (body.kind !== 'store-command' || body.name !== 'SET') return effects;
        const { key, value } = body;
        const entry = { key, value, expiresAtUs: 100 * SECOND_US };
        return [...effects, { kind: 'remember', key, item: { kind: 'store-entry', entry } }];
      },
    },
  },
  'fresh reads': {
    description: 'a store answers a read with the value of an earlier write',
    scenario: { ...loggedIn, strategy: 'shared-store' },
    node: {
      is: (node) => node === SESSION_STORE,
      react: (react, input, context) =>
        react(input, context).map((effect) => {
          if (effect.kind !== 'reply' || effect.body.kind !== 'store-reply') return effect;
          const { body } = effect;
          if (body.reply !== 'value' || body.value === null) return effect;
          return { ...effect, body: { ...body, value: body.value.replace('"version":1', '"version":0') } };
        }),
    },
  },
  'one command at a time': {
    description: 'a server sends a command to the store while another is under way',
    scenario: {
      ...loggedIn,
      strategy: 'shared-store',
      store: { ...loggedIn.store, client: 'waits' },
    },
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).flatMap((effect): ClusterEffect[] =>
          effect.kind === 'send' && effect.to === SESSION_STORE ? [effect, effect] : [effect],
        ),
    },
  },
  'age of local copies': {
    description: 'a server keeps its copy of a session for longer than it may',
    scenario: {
      ...loggedIn,
      strategy: 'shared-store',
      store: { ...loggedIn.store, localCopyUs: SECOND_US },
    },
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect): ClusterEffect => {
          if (effect.kind !== 'remember' || effect.item.kind !== 'local-copy') return effect;
          return { ...effect, item: { ...effect.item, untilUs: 100 * SECOND_US } };
        }),
    },
  },
  'persistent stores': {
    description: 'a persistent store does not write to disk',
    scenario: { ...loggedIn, strategy: 'shared-store', store: { ...loggedIn.store, isPersistent: true } },
    commands: [
      crash(SESSION_STORE, whenAnswered('client/1')),
      restart(SESSION_STORE, whenAnswered('client/1', 10)),
    ],
    setup: { is: (node) => node === SESSION_STORE, isDurable: false },
  },
  'user identity': {
    description: 'a server confuses sessions',
    scenario: scenario({
      clients: [
        clients([logIn, me, me]),
        clients([{ kind: 'log-in', user: 'jun' }, me, me], { arrivesAtUs: SECOND_US }),
      ],
    }),
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, { ...context, memory: new ConfusedMemory(context.memory) }),
    },
  },
  'expired sessions': {
    description: 'the servers’ clocks stand still',
    scenario: { ...loggedIn, sessions: { ...loggedIn.sessions, idleUs: SECOND_US } },
    node: { is: isServer, react: (react, input, context) => react(input, { ...context, nowUs: 0 }) },
  },
  'expired tokens': {
    description: 'the servers’ clocks stand still',
    scenario: {
      ...loggedIn,
      strategy: 'signed-token',
      tokens: { ...loggedIn.tokens, lifetimeUs: SECOND_US },
    },
    node: { is: isServer, react: (react, input, context) => react(input, { ...context, nowUs: 0 }) },
  },
  'large cookies': {
    description: 'a client keeps a cookie of any size',
    scenario: scripted([{ kind: 'note', characters: 5_000 }, me], { strategy: 'sealed-cookie' }),
    node: { is: isClient, react: keepingAnyCookie },
  },
  'sealed cookies': {
    description: 'a server still opens with a key that was removed',
    scenario: scripted([logIn, me], { strategy: 'sealed-cookie' }),
    commands: [dropOldKey],
    node: { is: isServer, react: withFirstKeys(new Map()) },
  },
  'token keys': {
    description: 'a server still verifies with a key that was removed',
    scenario: scripted([logIn, me], { strategy: 'signed-token' }),
    commands: [dropOldKey],
    node: { is: isServer, react: withFirstKeys(new Map()) },
  },
  'removed keys': {
    description: 'a server keeps the former key after a rotation that removes it',
    scenario: scripted([logIn, me], { strategy: 'signed-token' }),
    commands: [dropOldKey],
    node: {
      is: isServer,
      react: (react, input, context) => {
        const isRotation = input.kind === 'node-command' && input.command.kind === 'rotate-key';
        return react(
          isRotation ? { ...input, command: { ...input.command, keepsOld: true } as NodeCommand } : input,
          context,
        );
      },
    },
  },
  'refresh tokens': {
    description: 'the store exchanges one refresh token for two tabs',
    scenario: scripted([logIn, { kind: 'at-once', lines: [{ kind: 'refresh' }, { kind: 'refresh' }] }], {
      strategy: 'signed-token',
      balancing: 'round-robin',
      tokens: { ...loggedIn.tokens, refreshLifetimeUs: 60 * SECOND_US, refreshReuse: 'refuse' },
      network: { ...loggedIn.network, internet: { minUs: 20_000, maxUs: 20_000 } },
    }),
    node: {
      is: (node) => node === SESSION_STORE,
      react: (react, input, context) => react(withoutConditions(input), context),
    },
  },
  'lost logins': {
    description: 'a store says of a login that it isn’t there',
    scenario: scripted([logIn, { kind: 'refresh' }], {
      strategy: 'signed-token',
      tokens: { ...loggedIn.tokens, refreshLifetimeUs: 60 * SECOND_US },
    }),
    node: {
      is: (node) => node === SESSION_STORE,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'reply' && effect.body.kind === 'store-reply' && effect.body.reply === 'value'
            ? { ...effect, body: { ...effect.body, value: null } }
            : effect,
        ),
    },
  },
  'revoked tokens': {
    description: 'a server puts a token on the deny list for a second only',
    scenario: {
      ...loggedIn,
      strategy: 'signed-token',
      tokens: { ...loggedIn.tokens, hasDenyList: true },
      clients: [
        clients([logIn, { kind: 'hand-over', to: 'client-2' }, { kind: 'log-out' }]),
        clients([me], { arrivesAtUs: 20 * SECOND_US }),
      ],
    },
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect) => {
          if (effect.kind !== 'send' || effect.body.kind !== 'store-command') return effect;
          const { body } = effect;
          return body.name === 'SET' && body.key.startsWith('revoked:')
            ? { ...effect, body: { ...body, ttlSeconds: 1 } }
            : effect;
        }),
    },
  },
  charges: {
    description: 'the database does not recognise an idempotency key',
    scenario: scripted([pay], { client: { retries: 1 } }),
    commands: [crash('server-1', whenArrived('client/1', 3_500))],
    node: {
      is: (node) => node === DATABASE,
      react: forgetful,
    },
  },
  'requested charges': {
    description: 'the database charges twice',
    scenario: scripted([pay]),
    node: {
      is: (node) => node === DATABASE,
      react: (react, input, context) =>
        react(input, context).flatMap((effect) =>
          effect.kind === 'remember' && effect.item.kind === 'charge'
            ? [effect, { ...effect, key: 'once more', item: { ...effect.item, chargeNumber: 99 } }]
            : [effect],
        ),
    },
  },
  orders: {
    description: 'the database confirms an order that it has not stored',
    scenario: scenario(),
    node: {
      is: (node) => node === DATABASE,
      react: (react, input, context) => react(input, context).filter(({ kind }) => kind !== 'remember'),
    },
  },
  'message sizes': {
    description: 'a server changes a body but not its Content-Length',
    scenario: scenario(),
    node: {
      is: isServer,
      react: (react, input, context) =>
        react(input, context).map((effect) =>
          effect.kind === 'reply' && effect.body.kind === 'http-response'
            ? { ...effect, body: { ...effect.body, body: `${effect.body.body} ` } }
            : effect,
        ),
    },
  },
};

type React = NonNullable<Breakage['node']>['react'];

function withSecretMemory(secret: Map<string, MemoryItem>): React {
  return (react, input, context) => {
    const effects = react(input, { ...context, memory: secret });
    for (const effect of effects) if (effect.kind === 'remember') secret.set(effect.key, effect.item);
    return effects;
  };
}

/** The first keys of each server stay in use, whatever happens to its key ring. */
function withFirstKeys(first: Map<string, MemoryItem>): React {
  return (react, input, context) => {
    const ring = first.get(context.self) ?? context.memory.get('key-ring');
    if (ring === undefined) return react(input, context);
    first.set(context.self, ring);
    return react(input, { ...context, memory: new Map(context.memory).set('key-ring', ring) });
  };
}

function keepingAnyCookie(...[react, input, context]: Parameters<React>): readonly ClusterEffect[] {
  const effects = react(input, context);
  if (input.kind !== 'message' || input.message.body.kind !== 'http-response') return effects;
  return [
    ...cookiesSetBy(input.message.body).map(({ name, value }): ClusterEffect => {
      return { kind: 'remember', key: `cookie ${name}`, item: { kind: 'cookie', name, value } };
    }),
    ...effects,
  ];
}

/** Every lookup of a session finds the latest one. */
class ConfusedMemory extends Map<string, MemoryItem> {
  constructor(memory: ClusterContext['memory']) {
    super(memory);
  }

  override get(): MemoryItem | undefined {
    return [...this.values()].at(-1);
  }
}

/** Treats each payment as one without an idempotency key, but stores the key. */
function forgetful(...[react, input, context]: Parameters<React>): readonly ClusterEffect[] {
  if (input.kind !== 'message' || input.message.body.kind !== 'charge-insert') return react(input, context);
  const { message } = input;
  const { charge } = input.message.body;
  const body = { kind: 'charge-insert', charge: { ...charge, idempotencyKey: null } } as const;
  return react({ ...input, message: { ...message, body } }, context).map((effect): ClusterEffect => {
    if (effect.kind === 'reply') return { ...effect, to: message };
    if (effect.kind !== 'remember' || effect.item.kind !== 'charge') return effect;
    return { ...effect, item: { ...effect.item, charge } };
  });
}
