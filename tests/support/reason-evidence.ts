/**
 * What the event behind a reason has to be, by kind of reason. It follows from what the reason says: a crash that took a
 * session is a crash of that node, and the node that lacks a session has looked for it.
 */
import { type ClusterEvent, isServer, isStore, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { TraceEventKind } from '../../src/simulation/kernel/trace-event.ts';
import type { MemoryItem } from '../../src/simulation/memory.ts';
import { isSessionKey } from '../../src/simulation/session.ts';
import { isLoginKey } from '../../src/simulation/store-keys.ts';
import type { Evidence, Reason } from '../../src/trace/reasons.ts';

type EventOf<Kind extends TraceEventKind> = ClusterEvent & { readonly kind: Kind };

/** Whether this event can be behind a reason about this node. */
type Test = (event: ClusterEvent, reason: Reason, events: readonly ClusterEvent[]) => boolean;

function on<Kind extends TraceEventKind>(
  kind: Kind,
  isIt: (event: EventOf<Kind>, events: readonly ClusterEvent[]) => boolean = () => true,
): Test {
  return (event, { node }, events) =>
    event.kind === kind && 'node' in event && event.node === node && isIt(event as EventOf<Kind>, events);
}

type MessageKind =
  | 'message-sent'
  | 'message-delivered'
  | 'message-refused'
  | 'message-lost'
  | 'connection-reset';
type Body = EventOf<MessageKind>['message']['body']['kind'];

/** A message of this kind, which the node has sent or was meant to get. */
function message(kind: MessageKind, end: 'from' | 'to' | null, ...bodies: readonly Body[]): Test {
  return (event, { node }) =>
    event.kind === kind &&
    'message' in event &&
    (end === null || event.message[end] === node) &&
    (bodies.length === 0 || bodies.includes(event.message.body.kind));
}

/** The response that the explained request gets. */
const response = message('message-delivered', null, 'http-response');

function wrote(...kinds: readonly MemoryItem['kind'][]): Test {
  return on('remembered', ({ item }) => kinds.includes(item.kind));
}

function either(...tests: readonly Test[]): Test {
  return (event, reason, events) => tests.some((test) => test(event, reason, events));
}

function crashed(how: 'process' | 'machine' | 'deploy' | 'in any way'): Test {
  return on('node-crashed', (event, events) => {
    const command = events[event.cause ?? -1];
    const isDeploy = command?.kind === 'command-taken' && command.command.kind === 'deploy';
    const own = isDeploy ? 'deploy' : event.how === 'machine' ? 'machine' : 'process';
    return how === 'in any way' || how === own;
  });
}

/** An operator's command for a node, or about a server. */
const commanded: Test = (event, { node }) =>
  event.kind === 'command-taken' &&
  event.result === 'done' &&
  event.command.kind === 'instruct' &&
  event.command.nodes.includes(node);

const closed: Test = (event, { node }) =>
  event.kind === 'command-taken' &&
  event.command.kind === 'instruct' &&
  event.command.instruction.kind === 'set-server-state' &&
  event.command.instruction.server === node;

const session: Test = on(
  'remembered',
  ({ item }) => item.kind === 'session' || (item.kind === 'store-entry' && isSessionKey(item.entry.key)),
);
const credential = wrote('cookie', 'access-token');
const sessionCopy = (kind: 'message-lost' | 'message-delivered') => message(kind, 'to', 'session-copy');
const asked = (isIt: (event: EventOf<'recalled'>) => boolean) => on('recalled', isIt);
const storeError = (...codes: readonly string[]): Test => {
  return (event, { node }) =>
    event.kind === 'message-delivered' &&
    event.message.from === node &&
    event.message.body.kind === 'store-reply' &&
    event.message.body.reply === 'error' &&
    codes.includes(event.message.body.code);
};
const failedCheck = either(message('message-refused', 'to'), message('message-lost', 'to'));

/** No event: the reason lasts, or tells what did not happen. */
const none: Test = () => false;

const tests: Readonly<Record<Reason['kind'], { readonly test: Test; readonly mayLack?: true }>> = {
  // Sessions.
  'has-no-session': { test: asked(({ found }) => !found) },
  'session-was-on': { test: session },
  'session-is-on': {
    test: either(
      session,
      asked(({ found }) => found),
    ),
  },
  'crash-took-it': { test: crashed('process') },
  'darkness-took-it': { test: crashed('machine') },
  'restart-took-it': { test: crashed('deploy') },
  'left-with-it': { test: on('node-left') },
  // Another server can have asked for it.
  'ended-it': { test: (event) => event.kind === 'forgot' },
  // It names the server, also where the entry was in a store.
  'was-renewed': { test: (event) => event.kind === 'forgot' },
  // What is left of it then can go in any way.
  'expired-there': { test: () => true },
  'was-evicted': { test: on('forgot') },
  'was-not-stored': {
    test: either(
      message('message-sent', null, 'http-response'),
      message('message-delivered', null, 'http-response'),
    ),
  },
  'crash-took-change': { test: either(crashed('in any way'), on('node-left')) },
  'other-data-won': { test: either(wrote('store-entry'), on('forgot')) },
  'was-overwritten': { test: either(session, credential) },
  'was-revived': { test: either(session, credential) },
  'was-replaced': { test: (event) => event.kind === 'remembered' && event.item.kind === 'cookie' },
  'old-one-is-gone': { test: credential },
  'has-older-data': { test: asked(({ found }) => found) },
  'was-behind': { test: asked(() => true), mayLack: true },
  'has-change-but-is-down': { test: crashed('in any way') },
  'came-back-without-it': { test: asked(() => true) },
  'never-got-it': { test: asked(() => true) },
  'used-own-copy': { test: asked(({ found }) => found) },
  'copy-was-lost': { test: sessionCopy('message-lost') },
  'copy-had-expired': { test: sessionCopy('message-delivered') },
  'was-not-copied': { test: none },
  'was-never-there': { test: none },
  'was-not-said': { test: none },
  // Connections.
  'has-no-connection': { test: asked(({ found, key }) => !found && key.startsWith('tcp ')) },
  'connection-was-on': { test: wrote('tcp-connection') },
  // The load balancer's choice.
  'was-marked-down': { test: none },
  'did-not-answer': { test: either(message('message-refused', 'to'), message('connection-reset', 'to')) },
  'addresses-moved': { test: on('node-joined') },
  'was-closed': { test: closed },
  'was-closed-to-newcomers': { test: closed },
  'was-draining': { test: none },
  'lost-its-table': { test: crashed('in any way') },
  'is-bound-to': {
    test: (event, { node }) =>
      event.kind === 'remembered' &&
      event.node === LOAD_BALANCER &&
      event.item.kind === 'binding' &&
      event.item.server === node,
  },
  'policy-chose': { test: message('message-delivered', null, 'http-request'), mayLack: true },
  'gives-up': { test: none },
  'has-no-servers': { test: none },
  // Nodes that are down, and messages that don't arrive.
  'had-crashed': { test: either(crashed('process'), crashed('deploy')) },
  'had-gone-dark': { test: crashed('machine') },
  'had-left': { test: on('node-left') },
  'nothing-was-sent': { test: none },
  'system-answers': { test: none },
  'no-check-had-failed': { test: none },
  'too-few-checks-had-failed': { test: (event, ...rest) => event.background && failedCheck(event, ...rest) },
  'no-checks-are-made': { test: none },
  'is-tried-although-down': { test: none },
  'is-not-replaced-yet': { test: none },
  'has-taken-over': {
    test: on('remembered', ({ item }) => item.kind === 'store-role' && item.role === 'primary'),
  },
  'message-was-lost': {
    test: (event, reason) =>
      event.kind === 'message-lost' &&
      reason.kind === 'message-was-lost' &&
      event.message.to === reason.node &&
      event.why === reason.why,
  },
  'sender-waits': { test: none },
  'asker-waits': { test: none },
  'sender-retransmits': { test: none },
  'is-not-acknowledged': { test: none },
  'nobody-waits': { test: none },
  'closed-without-a-response': { test: message('connection-reset', 'to') },
  'died-at-work': { test: either(crashed('process'), crashed('machine')) },
  'restarted-at-work': { test: crashed('deploy') },
  'closed-while-idle': { test: message('message-delivered', 'to') },
  'broke-off': { test: () => true, mayLack: true },
  'was-frozen': { test: on('node-frozen') },
  'had-a-frozen-process': { test: on('node-frozen') },
  'had-not-answered': { test: none },
  'was-on-its-way': { test: none },
  // Repeated requests.
  'is-not-repeated': { test: none },
  'has-no-other-server': { test: none },
  'is-repeated': { test: message('message-sent', 'to', 'http-request') },
  'result-is-unknown': { test: none },
  'was-sent-again': { test: message('message-sent', 'from', 'http-request') },
  'has-the-same-key': { test: none },
  'is-not-recognized': { test: none },
  // Refusals of servers and stores.
  'had-a-full-queue': { test: response },
  'had-no-room': { test: none },
  'is-still-loading': { test: storeError('LOADING') },
  'is-only-a-replica': { test: storeError('MASTERDOWN', 'READONLY') },
  'kept-changing': { test: none },
  'is-locked': { test: none },
  'holds-the-lock': { test: either(message('message-delivered', 'from', 'store-command'), on('remembered')) },
  'crashed-with-the-lock': { test: crashed('in any way') },
  'was-frozen-waiting': { test: on('node-frozen') },
  'session-expired': { test: response },
  'written-by-another-version': { test: response },
  'nothing-was-shown': { test: response },
  'no-password-was-shown': { test: response },
  'credentials-are-wrong': { test: response },
  'has-no-right': { test: response },
  'has-no-login': { test: response },
  'has-no-such-page': { test: none },
  'is-unreadable': { test: response },
  'is-always-checked': { test: none },
  // Tokens and keys.
  'token-expired': { test: response },
  'token-was-revoked': { test: response },
  'token-is-from-the-future': { test: response },
  'token-was-changed': { test: response, mayLack: true },
  'seal-is-broken': { test: response },
  'no-refresh-tokens': { test: none },
  'shows-no-refresh-token': { test: none },
  'has-no-login-entry': { test: asked(({ found, key }) => !found && isLoginKey(key)) },
  'has-older-login': { test: asked(({ found, key }) => found && isLoginKey(key)) },
  'logout-had-ended-login': { test: (event) => event.kind === 'forgot' },
  'reuse-had-ended-login': { test: (event) => event.kind === 'forgot' && isLoginKey(event.key) },
  'was-used-before': {
    test: (event, reason, events) =>
      message('message-delivered', null, 'http-request')(event, reason, events) &&
      'message' in event &&
      isServer(event.message.to) &&
      event.message.request?.startsWith(`${reason.node}/`) === true,
  },
  'another-was-faster': { test: message('message-delivered', 'to', 'http-request') },
  'reuse-ends-login': { test: none },
  'dropped-its-tokens': { test: message('message-delivered', 'to', 'http-response') },
  'was-instructed': { test: commanded },
  'has-no-key': { test: none },
  'has-public-half-only': { test: wrote('key-ring') },
  'has-not-read-a-key': { test: none },
  'was-away': { test: none },
  'was-emptied': { test: on('forgot') },
  'key-never-received': { test: response },
  'key-was-removed': { test: wrote('key-ring') },
  'lost-the-keys': { test: crashed('in any way') },
  'deleted-the-keys': { test: on('forgot') },
  'got-other-keys': { test: wrote('store-entry') },
  'never-got-the-key': { test: none },
  'key-is-on': { test: wrote('key-ring') },
  'key-was-on': { test: wrote('key-ring') },
  'was-down-then': { test: commanded },
  'was-not-told': { test: (event) => event.kind === 'command-taken', mayLack: true },
  'keys-are-own': { test: none },
  'keys-were-read-before': { test: none },
  'clock-is-ahead': { test: wrote('clock') },
  'clock-is-behind': { test: wrote('clock') },
  'clock-was-ahead': { test: wrote('clock') },
  'clock-was-behind': { test: wrote('clock') },
  'cookie-was-too-large': { test: message('message-delivered', 'to', 'http-response') },
  'keeps-the-old-cookie': { test: none },
  // Logouts.
  'had-logged-out': { test: message('message-delivered', 'to', 'http-response') },
  'no-server-remembers-it': { test: none },
  'had-it-on-deny-list': { test: wrote('store-entry') },
  'deny-list-has-another': { test: none },
  'listed-nothing': { test: none },
  'logout-found-nothing': { test: asked(({ found }) => !found) },
  'logout-could-not-use-it': { test: message('message-delivered', null, 'http-response') },
  'never-got-the-logout': {
    test: (event, reason, events) =>
      isStore(reason.node) && message('message-sent', 'to', 'store-command')(event, reason, events),
  },
  // Lost updates.
  'had-changed': { test: either(session, credential) },
  'had-ended': { test: (event) => event.kind === 'forgot' },
  'wrote-over': { test: either(session, credential) },
  'brought-back': { test: either(session, credential) },
};

/** What is wrong with the event that a reason names, or with its lack of one. */
export function evidenceProblems({ reason, event }: Evidence, events: readonly ClusterEvent[]): string[] {
  const { test, mayLack = false } = tests[reason.kind];
  if (event === null) return test === none || mayLack ? [] : [`${reason.kind} names no event`];
  const named = events[event];
  if (named === undefined) return [`${reason.kind} names event ${event}, which is still to come`];
  return test(named, reason, events) ? [] : [`${reason.kind} names ${JSON.stringify(named)}`];
}
