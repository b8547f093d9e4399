/**
 * Every message is produced by some facts. A message that no facts produce is dead, and one without words is missing.
 */
import { describe, expect, it } from 'vitest';
import { catalogue as english } from '../../src/locales/en/diagram/index.ts';
import { catalogue as korean } from '../../src/locales/ko/diagram/index.ts';
import { phrasebookIn } from '../../src/sequence/messages/formatter.ts';
import type { Catalogue } from '../../src/sequence/messages/message.ts';
import type { MemoryRemark, NoteFacts, Phrasebook, WhyFacts } from '../../src/sequence/phrasebook.ts';
import type { SessionFacts } from '../../src/sequence/step-facts.ts';
import { AFFINITY_COOKIE, balancingPolicies } from '../../src/simulation/actors/balancing.ts';
import type { MemoryItem } from '../../src/simulation/memory.ts';

import { everyFacts, everyIntent, everyMeaning, everyNodeCommand } from '../support/every-facts.ts';
import { connecting, speaking } from '../support/scripts.ts';

const node = { role: 'server', ordinal: 1 } as const;

const everyRemark: readonly MemoryRemark[] = [
  ...balancingPolicies.map((policy) => ({ kind: 'policy', policy }) as const),
  ...(
    [
      'empty',
      'memory-lost',
      'down',
      'not-here-yet',
      'gone',
      'draining',
      'dark',
      'frozen',
      'unknown-session',
      'needs-no-memory',
    ] as const
  ).map((kind) => ({ kind })),
];

const aCart: SessionFacts = { isKnown: true, conversation: { cart: ['laptop'] }, userName: null };

const everyNote: readonly NoteFacts[] = [
  ...[false, true].map(
    (isKnown) => ({ kind: 'remembered', memory: { isKnown, conversation: {}, userName: null } }) as const,
  ),
  { kind: 'forgotten' },
  { kind: 'order-saved' },
  { kind: 'charged' },
  { kind: 'unknown-session', sessionId: 'abcdef' },
  { kind: 'revived' },
  { kind: 'overwritten', lost: aCart },
  { kind: 'evicted', lost: { entry: 'session', session: aCart } },
  { kind: 'evicted', lost: { entry: 'login', session: null } },
];

const everyReason: readonly WhyFacts[] = [
  ...(['had-changed', 'wrote-over', 'had-ended', 'brought-back'] as const).map(
    (kind) => ({ kind, node, intent: { kind: 'me' } }) as const,
  ),
  ...balancingPolicies.map((policy) => ({ kind: 'policy-chose', node, policy }) as const),
  ...(['loss', 'link-cut', 'dropped', 'receiver-gone', 'receiver-down', 'receiver-dark'] as const).map(
    (why) => ({ kind: 'message-was-lost', node, why }) as const,
  ),
  ...(
    [
      'has-no-session',
      'session-was-on',
      'crash-took-it',
      'left-with-it',
      'ended-it',
      'was-renewed',
      'expired-there',
      'has-taken-over',
      'was-evicted',
      'was-not-stored',
      'crash-took-change',
      'other-data-won',
      'was-overwritten',
      'was-revived',
      'was-replaced',
      'has-older-data',
      'was-behind',
      'session-is-on',
      'copy-was-lost',
      'was-not-copied',
      'has-no-connection',
      'connection-was-on',
      'was-marked-down',
      'did-not-answer',
      'had-crashed',
      'had-gone-dark',
      'was-frozen',
      'had-a-frozen-process',
      'closed-without-a-response',
      'addresses-moved',
      'written-by-another-version',
      'nothing-was-sent',
      'system-answers',
      'died-at-work',
      'is-not-repeated',
      'is-repeated',
      'sender-waits',
      'asker-waits',
      'sender-retransmits',
      'is-not-acknowledged',
      'nobody-waits',
      'was-never-there',
      'session-expired',
      'token-expired',
      'token-was-revoked',
      'nothing-was-shown',
      'no-password-was-shown',
      'has-no-right',
      'is-always-checked',
      'was-instructed',
      'token-was-changed',
      'has-no-key',
      'was-away',
      'was-emptied',
      'closed-while-idle',
      ...(['key-never-received', 'key-was-removed', 'key-is-on', 'was-down-then', 'was-not-told'] as const),
      ...(['keys-are-own', 'keys-were-read-before', 'clock-is-ahead', 'clock-is-behind'] as const),
      ...(['clock-was-ahead', 'clock-was-behind', 'used-own-copy', 'copy-had-expired'] as const),
      ...(['key-was-on', 'never-got-the-key'] as const),
      ...(['lost-the-keys', 'deleted-the-keys', 'got-other-keys'] as const),
      ...(['darkness-took-it', 'restart-took-it', 'restarted-at-work'] as const),
      ...(['token-is-from-the-future', 'seal-is-broken', 'cookie-was-too-large'] as const),
      ...(['was-on-its-way'] as const),
      ...(['had-left', 'no-check-had-failed', 'too-few-checks-had-failed', 'no-checks-are-made'] as const),
      ...(['is-tried-although-down', 'is-not-replaced-yet', 'gives-up', 'has-no-servers'] as const),
      ...(['has-no-other-server', 'result-is-unknown', 'broke-off', 'was-sent-again'] as const),
      ...(['has-the-same-key', 'is-not-recognized', 'had-not-answered', 'had-a-full-queue'] as const),
      ...(['was-not-said', 'had-no-room', 'is-still-loading', 'is-only-a-replica'] as const),
      ...([
        'kept-changing',
        'is-locked',
        'holds-the-lock',
        'crashed-with-the-lock',
        'was-frozen-waiting',
      ] as const),
      ...(['credentials-are-wrong', 'has-no-login', 'has-no-such-page', 'is-unreadable'] as const),
      ...([
        'no-refresh-tokens',
        'shows-no-refresh-token',
        'has-no-login-entry',
        'has-older-login',
        'logout-had-ended-login',
      ] as const),
      ...(['reuse-had-ended-login', 'was-used-before', 'another-was-faster', 'reuse-ends-login'] as const),
      ...(['dropped-its-tokens', 'has-public-half-only', 'has-not-read-a-key', 'was-closed'] as const),
      ...(['was-closed-to-newcomers', 'was-draining', 'lost-its-table', 'is-bound-to'] as const),
      ...(['old-one-is-gone'] as const),
      ...(['had-it-on-deny-list', 'deny-list-has-another', 'listed-nothing'] as const),
      ...(['logout-found-nothing', 'logout-could-not-use-it', 'never-got-the-logout'] as const),
      ...(['has-change-but-is-down', 'came-back-without-it', 'never-got-it'] as const),
      ...(['keeps-the-old-cookie', 'had-logged-out', 'no-server-remembers-it'] as const),
    ] as const
  ).map((kind) => ({ kind, node })),
];

const session = { id: 'abcdef', createdUs: 65_000_000, lastSeenUs: 100_000_000, version: 1 };
const user = { userId: 'mina', name: 'Mina', role: 'user' } as const;
const connection = { localPort: 1_000, remotePort: 80, sndNxt: 5, rcvNxt: 9 };

/** All inputs of chips. */
const everyItem = [
  { kind: 'session', session: { ...session, data: { user, conversation: { quantity: 2 } } } },
  { kind: 'session', session: { ...session, data: {} } },
  { kind: 'session', session: { ...session, data: { note: 'Thank you!' } } },
  { kind: 'ended-session', ended: session },
  ...['login:abcdef', 'revoked:abcdef', 'key-ring', 'other'].map((key) => ({
    kind: 'store-entry',
    entry: { key },
  })),
  { kind: 'session-lock', sessionId: 'abcdef' },
  { kind: 'local-copy', value: JSON.stringify({ ...session, data: { user } }), untilUs: 65_000_000 },
  ...['primary', 'replica'].map((role) => ({ kind: 'store-role', role })),
  ...[AFFINITY_COOKIE, 'sid'].map((name) => ({ kind: 'cookie', name, value: 'server-2' })),
  { kind: 'cookie', name: 'session', value: 'a..b.c.d' },
  ...[60_000_000, -60_000_000].map((offsetUs) => ({ kind: 'clock', offsetUs })),
  { kind: 'conversation', conversation: { product: 'laptop', quantity: 2, payment: 'card' } },
  { kind: 'credentials', userId: 'mina', password: 'secret' },
  { kind: 'access-token', token: 'a.b.c' },
  { kind: 'refresh-token', token: 'abc' },
  { kind: 'key-ring', ring: { verification: [{ kid: '1' }] } },
  { kind: 'server-down', server: 'server-2' },
  { kind: 'server-draining', server: 'server-2' },
  { kind: 'server-closed', server: 'server-2', to: 'newcomers' },
  { kind: 'server-closed', server: 'server-2', to: 'everybody' },
  { kind: 'binding', address: '198.51.100.7', server: 'server-2' },
  { kind: 'code-version', version: 2 },
  { kind: 'account', identity: user },
  { kind: 'order', orderNumber: 1 },
  { kind: 'charge', chargeNumber: 1 },
  {
    kind: 'tcp-connection',
    connection: { ...connection, state: 'SYN-SENT', retransmissionQueue: [], held: [] },
  },
  {
    kind: 'tcp-connection',
    connection: {
      ...connection,
      state: 'ESTABLISHED',
      retransmissionQueue: [{ segment: { data: 'hello' } }],
      held: [{ data: 'late' }],
    },
  },
  { kind: 'tcp-listener', port: 80 },
  { kind: 'tcp-stream', text: 'hello' },
  { kind: 'udp-request', number: 2, attempts: 3 },
  { kind: 'udp-request-counter', latest: 4 },
  ...[null, 'OK'].map((reply) => ({ kind: 'udp-latest', number: 3, reply })),
] as unknown as readonly MemoryItem[];

/** All texts that a phrasebook can produce. */
function everythingIn(phrasebook: Phrasebook): string[] {
  const { imported } = phrasebook;
  const diagram = everyFacts().flatMap((facts) => [
    phrasebook.label(facts),
    // Messages have no detail.
    phrasebook.detail(facts) || '–',
    phrasebook
      .caption(facts)
      .map(({ text }) => text)
      .join(''),
    phrasebook.sentence(facts),
  ]);
  const chips = everyItem.flatMap((item) =>
    [speaking('sticky', 'shop'), connecting('tcp')].flatMap((scenario) => phrasebook.chips(item, scenario)),
  );
  return [
    ...diagram,
    ...chips,
    ...everyRemark.map(phrasebook.remark),
    ...everyNote.map(phrasebook.note),
    ...everyReason.map(phrasebook.why),
    ...everyIntent.map(phrasebook.said),
    ...everyMeaning.map(phrasebook.answered),
    ...everyNodeCommand.map(phrasebook.order),
    phrasebook.idleServers(3),
    phrasebook.cutOffChip(node),
    phrasebook.moreChips(3),
    imported.message('A', 'B', ''),
    imported.message('A', 'B', 'text'),
    imported.created('A'),
    imported.destroyed('A'),
    imported.note(['A', 'B'], 'text'),
    imported.frameBegins('loop', ''),
    imported.frameBegins('loop', 'text'),
    imported.folded('loop', 'text', 3),
    imported.framesEnd(['loop']),
    imported.link({ label: 'A', target: 'B' }),
    ...(['boundary', 'control', 'entity', 'database', 'collections', 'queue'] as const).map(imported.shape),
  ];
}

describe.each([
  ['en', english],
  ['ko', korean],
])('in %s', (language, catalogue) => {
  it('every message is produced by some facts, and contributes to a text', () => {
    const said = new Set<string>();
    const recording = new Proxy(catalogue, {
      get(words, id) {
        said.add(String(id));
        return words[id as keyof Catalogue];
      },
    });
    const texts = everythingIn(phrasebookIn({ language, space: ' ', catalogue: recording }));
    expect(Object.keys(catalogue).filter((id) => !said.has(id))).toEqual([]);
    expect(texts.filter((text) => !/\S/.test(text) || /undefined|NaN|\[object| {2}/.test(text))).toEqual([]);
  });
});
