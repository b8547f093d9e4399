/** Facts of every kind, with every variant of their messages. Made by hand, because few runs show some of them. */

import type { NodeRef } from '../../src/sequence/node-ref.ts';
import type {
  EntryKind,
  ForwardFacts,
  Keeping,
  OperatorFacts,
  OverwriteFacts,
  ReplyFacts,
  RequestFacts,
  RequestIntent,
  ResponseMeaning,
  ServerEffects,
  SessionFacts,
  StepFacts,
  StoreMessage,
} from '../../src/sequence/step-facts.ts';
import type { ProductId } from '../../src/simulation/applications/shop.ts';
import { commands } from '../../src/simulation/commands/commands.ts';
import { type NodeCommand, nodeCommands } from '../../src/simulation/commands/node-commands.ts';
import type { CommandResult } from '../../src/simulation/kernel/command.ts';
import type { DatabaseAnswer, DatabaseQuery } from '../../src/simulation/protocols/database.ts';
import type { Status } from '../../src/simulation/protocols/http.ts';
import type { Check } from '../../src/simulation/validation/check.ts';
import { problemCodes } from '../../src/trace/reading.ts';
import { both, delivered, everyDatagram, everySegment, fates } from './every-packet.ts';

const client: NodeRef = { role: 'client', ordinal: 1 };
const secondClient: NodeRef = { role: 'client', ordinal: 2 };
const balancer: NodeRef = { role: 'load-balancer', ordinal: 1 };
const server: NodeRef = { role: 'server', ordinal: 1 };
const store: NodeRef = { role: 'session-store', ordinal: 1 };
const replica: NodeRef = { role: 'session-store-replica', ordinal: 1 };
const database: NodeRef = { role: 'database', ordinal: 1 };

const product: ProductId = 'laptop';
const visitor: SessionFacts = { isKnown: false, conversation: {}, userName: null };
const session: SessionFacts = {
  isKnown: true,
  conversation: { product, quantity: 2, payment: 'card', cart: [product] },
  userName: 'Mina',
};

export const everyIntent: readonly RequestIntent[] = [
  ...[
    {},
    { product },
    { quantity: 1 },
    { product, quantity: 2 },
    { payment: 'cash' },
    { product, payment: 'card' },
  ].map((said) => ({ kind: 'shop', said }) as RequestIntent),
  ...(['visit', 'me', 'admin', 'log-out', 'refresh', 'other'] as const).map((kind) => ({ kind })),
  { kind: 'add-to-cart', product },
  { kind: 'cart', items: null },
  { kind: 'cart', items: [product, 'americano', 'americano'] },
  { kind: 'log-in', userId: 'mina' },
  { kind: 'note', characters: 3_000 },
  { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: true },
];

const statuses: readonly Status[] = [200, 400, 401, 403, 404, 409, 422, 502, 503, 504];

export const everyMeaning: readonly ResponseMeaning[] = [
  { kind: 'price', product, unitPriceWon: 1_000_000 },
  { kind: 'total', product, quantity: 2, totalWon: 2_000_000 },
  { kind: 'paid', order: { product, quantity: 2, payment: 'card', totalWon: 2_000_000 } },
  { kind: 'incomplete', ask: ['quantity'], heard: {} },
  { kind: 'incomplete', ask: ['product', 'quantity'], heard: {} },
  { kind: 'incomplete', ask: ['product'], heard: {} },
  { kind: 'incomplete', ask: ['product'], heard: { quantity: 2 } },
  { kind: 'welcomed', name: null },
  { kind: 'welcomed', name: 'Mina' },
  ...(['logged-in', 'recognized', 'admitted'] as const).map((kind) => ({ kind, name: 'Mina' })),
  { kind: 'cart', items: [] },
  { kind: 'cart', items: [product, product, 'americano'] },
  { kind: 'logged-out' },
  { kind: 'refreshed' },
  { kind: 'noted', characters: 3_000 },
  ...both.map((isFirst) => ({ kind: 'charged', chargeNumber: 3, amountWon: 50_000, isFirst }) as const),
  ...statuses.map((status) => ({ kind: 'problem', status, code: null }) as const),
  ...problemCodes.map((code) => ({ kind: 'problem', status: 401, code }) as const),
];

const nodeCommandsWithVariants: readonly NodeCommand[] = [
  ...(
    [
      { kind: 'shop', said: { product } },
      { kind: 'shop', said: {} },
      { kind: 'visit' },
      { kind: 'log-in', user: 'root' },
      { kind: 'log-out' },
      { kind: 'pay', amountWon: 3_000, hasIdempotencyKey: false },
      { kind: 'pay', amountWon: 3_000, hasIdempotencyKey: true },
      { kind: 'hand-over', to: 'client-2' },
      { kind: 'add-to-cart', product },
      { kind: 'cart' },
      { kind: 'at-once', lines: [{ kind: 'me' }, { kind: 'log-out' }] },
    ] as const
  ).map((line) => ({ kind: 'say', line }) as const),
  { kind: 'say', line: { kind: 'me' }, inParallel: true },
  { kind: 'do', line: { kind: 'open' } },
  { kind: 'do', line: { kind: 'send', text: 'hello' } },
  { kind: 'do', line: { kind: 'close' } },
  { kind: 'stay-away', forUs: 130_000_000 },
  ...(
    [
      { kind: 'set-claim', claim: 'role', value: 'admin' },
      { kind: 'set-payload', payload: '{}' },
      { kind: 'set-algorithm', algorithm: 'none' },
      { kind: 'flip-signature-bit', bit: 3 },
      { kind: 'sign-with-own-key' },
      { kind: 'sign-with-leaked-key', secret: 'A'.repeat(43) },
    ] as const
  ).map((tampering) => ({ kind: 'tamper', tampering }) as const),
  ...both.map((keepsOld) => ({ kind: 'rotate-key', kid: '2', keepsOld }) as const),
  ...[300_000_000, 0, -5_000_000].map((offsetUs) => ({ kind: 'set-clock', offsetUs }) as const),
  ...(['drain', 'maint', 'ready'] as const).map(
    (state) => ({ kind: 'set-server-state', server: 'server-2', state }) as const,
  ),
];

export const everyNodeCommand: readonly NodeCommand[] = [
  ...nodeCommandsWithVariants,
  ...(samplesOfOthers(nodeCommands, nodeCommandsWithVariants) as NodeCommand[]),
];

interface Described {
  readonly kind: string;
  parameters(names: { readonly node: Check; readonly clients: number }): object;
}

/** A payload of each command that has no variants here, with values by the standard names of its parameters. */
function samplesOfOthers(
  descriptors: readonly Described[],
  withVariants: readonly { readonly kind: string }[],
): object[] {
  const kinds = new Set(withVariants.map(({ kind }) => kind));
  const samples: Readonly<Record<string, unknown>> = {
    node: server,
    nodes: [server],
    between: [balancer, server],
  };
  return descriptors
    .filter(({ kind }) => !kinds.has(kind))
    .map(({ kind, parameters }) => ({
      kind,
      ...Object.fromEntries(
        Object.keys(parameters({ node: () => {}, clients: 2 })).map((name) => [name, samples[name] ?? 2]),
      ),
    }));
}

function requests(): RequestFacts[] {
  const asks = {
    kind: 'request',
    from: client,
    to: balancer,
    saysState: false,
    continues: false,
    isResent: false,
    isAfterError: false,
  } as const;
  const shop: RequestIntent = { kind: 'shop', said: { product } };
  return [
    ...everyIntent.map((intent) => ({ ...asks, fate: delivered, intent, attempt: 1 })),
    ...fates.map((fate) => ({ ...asks, fate, intent: shop, attempt: 2 })),
    ...[false, true].map(
      (saysState) =>
        ({ ...asks, fate: delivered, intent: shop, attempt: 1, saysState, continues: true }) as const,
    ),
    { ...asks, fate: delivered, intent: shop, attempt: 2, isResent: true },
    { ...asks, fate: delivered, intent: shop, attempt: 2, isAfterError: true },
    { ...asks, from: secondClient, fate: delivered, intent: { kind: 'visit' }, attempt: 1 },
  ];
}

const everyOverwrite: readonly [OverwriteFacts, ...OverwriteFacts[]] = [
  { kind: 'overwritten', nodeId: 'session-store', victim: { kind: 'me' }, lost: session },
  { kind: 'revived', nodeId: 'session-store', victim: { kind: 'log-out' }, lost: visitor },
];

function forwards(): ForwardFacts[] {
  const none: ServerEffects = {
    remembered: null,
    forgot: false,
    unknownSession: null,
    orderSaved: false,
    charged: false,
  };
  const effects: readonly Partial<ServerEffects>[] = [
    {},
    { remembered: visitor },
    { remembered: session },
    { remembered: session, orderSaved: true },
    { forgot: true },
    { unknownSession: 'abcdef' },
    { orderSaved: true },
    { charged: true },
  ];
  const intents: readonly RequestIntent[] = [
    { kind: 'me' },
    { kind: 'log-in', userId: 'mina' },
    { kind: 'log-out' },
    { kind: 'refresh' },
  ];
  const briefs = [
    ...(['state', 'token', 'cookie', 'no-token', 'no-cookie', 'nothing'] as const).map(
      (brings) => [true, brings] as const,
    ),
    [false, 'nothing'] as const,
  ];
  return effects.flatMap((each) =>
    intents.flatMap((intent) =>
      briefs.flatMap(([is, brings]) =>
        fates.map((fate) => ({
          kind: 'forward',
          from: balancer,
          to: server,
          fate,
          intent,
          mode: is ? 'stateless' : 'stateful',
          retryAfter: intent.kind === 'me' ? 'refused' : null,
          brings,
          effects: { ...none, ...each },
          overwrite: is ? everyOverwrite[0] : null,
        })),
      ),
    ),
  );
}

const nothingUndone = { overwrite: null, evicted: null } as const;

function replies(): ReplyFacts[] {
  const answers: ReplyFacts = {
    kind: 'reply',
    from: server,
    to: balancer,
    fate: delivered,
    mode: 'stateless',
    intent: { kind: 'visit' },
    meaning: { kind: 'logged-out' },
    status: 200,
    verdict: 'answered',
    isPassedOn: false,
    isLate: false,
    keeps: 'sessions',
    unknownSession: false,
    wasOverwritten: false,
    isNewServer: false,
    overwrite: null,
  };
  return everyMeaning.flatMap((meaning) => [
    { ...answers, meaning },
    { ...answers, meaning, verdict: 'asked-again', unknownSession: true },
    { ...answers, meaning, unknownSession: true, isNewServer: true },
    { ...answers, meaning, unknownSession: true, keeps: 'shared-sessions' },
    { ...answers, meaning, isPassedOn: true },
    { ...answers, meaning, isLate: true },
    { ...answers, meaning, wasOverwritten: true },
    ...everyOverwrite.map((overwrite) => ({ ...answers, meaning, overwrite })),
    ...fates.map((fate) => ({ ...answers, meaning, fate })),
  ]);
}

const everyStoreMessage: readonly StoreMessage[] = [
  ...(['session', 'login', 'revocation', 'keys', 'lock', 'other'] satisfies readonly EntryKind[]).flatMap(
    (entry): StoreMessage[] => [
      { kind: 'get', entry, sessionId: null },
      { kind: 'get', entry, sessionId: 'abcdef' },
      { kind: 'delete', entry, sessionId: null },
      { kind: 'set', entry, session: null },
      { kind: 'set-if-unchanged', entry, session: null },
      { kind: 'found', entry, session },
      { kind: 'not-found', entry },
      { kind: 'copy-set', entry, session: null },
    ],
  ),
  ...(['LOADING', 'MASTERDOWN', 'NOMASTERLINK', 'OOM', 'READONLY'] as const).map(
    (code) => ({ kind: 'refused', code }) as const,
  ),
  ...(['lock', 'unlock', 'locked', 'changed'] as const).map((kind) => ({ kind })),
  ...(['acknowledged', 'copy-delete', 'copy-flush', 'ping', 'sync', 'dump', 'demotion'] as const).map(
    (kind) => ({ kind }),
  ),
];

const everyDatabaseMessage: readonly (DatabaseQuery | DatabaseAnswer)[] = [
  { kind: 'price-query', product },
  { kind: 'price-row', product, unitPriceWon: 1_000_000 },
  { kind: 'order-insert', order: { product, quantity: 2, payment: 'card', totalWon: 2_000_000 } },
  { kind: 'order-row', orderNumber: 4 },
  { kind: 'account-query', userId: 'mina', password: 'secret' },
  { kind: 'account-row', identity: null },
  { kind: 'account-row', identity: { userId: 'mina', name: 'Mina', role: 'user' } },
  { kind: 'charge-insert', charge: { amountWon: 3_000, idempotencyKey: null } },
  ...both.map((isFirst) => ({ kind: 'charge-row', chargeNumber: 5, amountWon: 3_000, isFirst }) as const),
] as readonly (DatabaseQuery | DatabaseAnswer)[];

function otherMessages(): StepFacts[] {
  return fates.flatMap((fate): StepFacts[] => [
    ...(['session-id', 'token', 'cookie', 'password', 'nothing'] as const).map(
      (what) => ({ kind: 'hand-over', from: client, to: secondClient, fate, what }) as const,
    ),
    ...both.map(
      (crosses) => ({ kind: 'connection-close', from: server, to: balancer, fate, crosses }) as const,
    ),
    { kind: 'health-check', from: balancer, to: server, fate },
    { kind: 'port-unreachable', from: server, to: client, fate },
    ...everyStoreMessage.map(
      (message) => ({ kind: 'store', from: store, to: replica, fate, message, ...nothingUndone }) as const,
    ),
    ...everyOverwrite.map((overwrite): StepFacts => {
      const message = { kind: 'set', entry: 'session', session } as const;
      return { kind: 'store', from: server, to: store, fate, message, ...nothingUndone, overwrite };
    }),
    {
      kind: 'store',
      from: server,
      to: store,
      fate,
      message: { kind: 'set', entry: 'session', session: visitor },
      ...nothingUndone,
      evicted: { entry: 'session', session },
    },
    ...(
      [
        { kind: 'session', session },
        { kind: 'ended' },
        { kind: 'wanted' },
        { kind: 'all', count: 3 },
      ] as const
    ).map(
      (copy) =>
        ({
          kind: 'copy',
          from: server,
          to: { role: 'server', ordinal: 2 },
          fate,
          copy,
          overwrite: null,
        }) as const,
    ),
    ...everyDatabaseMessage.map(
      (body) => ({ kind: 'database', from: server, to: database, fate, body }) as const,
    ),
  ]);
}

const results: readonly CommandResult[] = [
  'done',
  'already-down',
  'already-up',
  'already-member',
  'already-frozen',
  'not-frozen',
  'already-cut',
  'not-cut',
  'no-such-node',
];
const everyKeeping: readonly Keeping[] = ['sessions', 'shared-sessions', 'connections', 'nothing'];

function operations(): OperatorFacts[] {
  return results.flatMap((result) =>
    everyKeeping.flatMap((keeps) =>
      [0, 2].flatMap((lost): OperatorFacts[] => {
        const frame = { result, keeps, sessionsLost: lost };
        const withVariants: OperatorFacts[] = [
          ...[server, store].flatMap((node): OperatorFacts[] => [
            ...([undefined, 'process', 'machine'] as const).flatMap((how) =>
              [0, 2].map(
                (connectionsLost) => ({ kind: 'crash', node, how, connectionsLost, ...frame }) as const,
              ),
            ),
            { kind: 'crash', node, connectionsLost: 0, changesLost: 2, ...frame },
            { kind: 'crash', node, connectionsLost: 0, keysLost: true, ...frame },
            { kind: 'crash', node, connectionsLost: 0, recordsLost: true, ...frame },
            { kind: 'restart', node, isEmpty: false, makesKey: true, ...frame },
            ...both.map((isEmpty) => ({ kind: 'restart', node, isEmpty, ...frame }) as const),
            { kind: 'add', node, ...frame },
            { kind: 'drain', node, ...frame },
          ]),
          ...([{}, { retransmits: true }] as const).flatMap((network): OperatorFacts[] => [
            { kind: 'cut', between: [client, server], ...network, ...frame },
            { kind: 'partition', nodes: [server, store], ...network, ...frame },
          ]),
          ...[null, client].flatMap((from) =>
            [null, balancer].map((to) => ({ kind: 'drop', from, to, ...frame }) as const),
          ),
          ...everyNodeCommand.flatMap((instruction) =>
            [[], [server]].map(
              (notReached) =>
                ({
                  kind: 'instruct',
                  nodes: [client, secondClient],
                  notReached,
                  instruction,
                  ...frame,
                }) as const,
            ),
          ),
        ];
        const others = samplesOfOthers(commands, withVariants).map((payload) => ({ ...payload, ...frame }));
        return [...withVariants, ...(others as OperatorFacts[])];
      }),
    ),
  );
}

function occurrences(): StepFacts[] {
  const intent: RequestIntent = { kind: 'visit' };
  return [
    ...(['timed-out', 'broken-connection'] as const).map(
      (why) => ({ kind: 'gave-up', node: client, why, intent }) as const,
    ),
    ...[0, 2].map((sessionsLost) => ({ kind: 'left', node: server, sessionsLost }) as const),
    { kind: 'connection-expired', node: client },
    { kind: 'promoted', node: replica },
    { kind: 'reset', node: client, by: server },
    ...both.map((isDown) => ({ kind: 'noticed', node: balancer, server, isDown }) as const),
  ];
}

export function everyFacts(): readonly StepFacts[] {
  return [
    ...requests(),
    ...forwards(),
    ...replies(),
    ...otherMessages(),
    ...everySegment(),
    ...everyDatagram(),
    ...operations(),
    ...occurrences(),
  ];
}
