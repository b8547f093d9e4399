/** What is said of facts, told by the IDs of messages and in no language. */
import { describe, expect, it } from 'vitest';
import { captionOf } from '../../src/sequence/messages/captions.ts';
import { phrasebookIn } from '../../src/sequence/messages/formatter.ts';
import { detailOf, labelOf } from '../../src/sequence/messages/labels.ts';
import { type Catalogue, type Message, message } from '../../src/sequence/messages/message.ts';
import { sentencesOf } from '../../src/sequence/messages/sentences.ts';
import type { ForwardFacts, OperatorFacts, RequestFacts, StepFacts } from '../../src/sequence/step-facts.ts';

const client = { role: 'client', ordinal: 1 } as const;
const balancer = { role: 'load-balancer', ordinal: 1 } as const;
const server = { role: 'server', ordinal: 2 } as const;

const request: RequestFacts = {
  kind: 'request',
  from: client,
  to: balancer,
  fate: { kind: 'delivered' },
  intent: { kind: 'shop', said: { quantity: 2 } },
  saysState: false,
  continues: true,
  attempt: 1,
  isResent: false,
  isAfterError: false,
};

const forward: ForwardFacts = {
  kind: 'forward',
  from: balancer,
  to: server,
  fate: { kind: 'delivered' },
  intent: { kind: 'me' },
  mode: 'stateful',
  retryAfter: null,
  overwrite: null,
  brings: 'state',
  effects: { remembered: null, forgot: false, unknownSession: null, orderSaved: false, charged: false },
};

const crash: OperatorFacts = {
  kind: 'crash',
  node: server,
  result: 'done',
  keeps: 'sessions',
  sessionsLost: 0,
  connectionsLost: 0,
};

/** `failure caption.lost`: the tone and the ID of each part. */
function tonesOf(facts: StepFacts): string[] {
  return captionOf(facts).map(({ message: { id }, tone }) => `${tone} ${id}`);
}

function idsOf(messages: readonly Message[]): string[] {
  return messages.map(({ id }) => id);
}

describe('a caption', () => {
  it.each<[string, StepFacts, readonly string[]]>([
    ['a request that continues', request, ['plain caption.says-what-is-new', 'request quoted']],
    [
      'a request that must say everything',
      { ...request, saysState: true },
      ['plain caption.says-everything', 'request quoted'],
    ],
    ['a retry', { ...request, attempt: 2 }, ['plain caption.asks-again', 'request quoted']],
    [
      'a request that nobody accepts',
      { ...request, fate: { kind: 'refused' } },
      ['failure caption.no-answer', 'plain caption.nothing-sent'],
    ],
    [
      'a request that is lost',
      { ...request, fate: { kind: 'lost', why: 'dropped' } },
      ['failure caption.lost', 'plain caption.not-told'],
    ],
    ['a request that changes nothing', forward, ['plain caption.request-arrives']],
    [
      'an unknown session',
      { ...forward, effects: { ...forward.effects, unknownSession: 'abcdef' } },
      ['plain caption.looks-for-session', 'failure caption.has-none'],
    ],
    ['a crash without a loss', crash, ['plain caption.crash', 'plain ended']],
    ['a crash that loses sessions', { ...crash, sessionsLost: 2 }, ['plain caption.crash', 'failure ended']],
    ['a command without effect', { ...crash, result: 'already-down' }, ['plain ended']],
    [
      'a cut link',
      { kind: 'cut', between: [balancer, server], result: 'done', keeps: 'sessions', sessionsLost: 0 },
      ['plain caption.cut', 'failure ended'],
    ],
  ])('of %s', (_, facts, expected) => {
    expect(tonesOf(facts)).toEqual(expected);
  });
});

it('a label has the typed parameters of its message', () => {
  expect(labelOf(request)).toEqual(
    message('say.please', { goods: message('goods.quantity', { quantity: 2 }) }),
  );
  expect(labelOf(crash)).toEqual(message('title.crash.done', { node: server }));
  expect(labelOf({ ...crash, result: 'already-down' })).toEqual(message('title.crash', { node: server }));
});

it('a crash tells what is lost with it by what the servers keep', () => {
  const details = (['sessions', 'shared-sessions', 'connections', 'nothing'] as const).map((keeps) =>
    [0, 3].map((connectionsLost) => detailOf({ ...crash, keeps, connectionsLost })?.id),
  );
  expect(details).toEqual([
    ['detail.lost.sessions', 'detail.lost.sessions'],
    ['detail.lost.shared-sessions', 'detail.sessionless-connections-lost'],
    ['detail.no-connection', 'detail.lost.connections'],
    ['detail.lost.nothing', 'detail.sessionless-connections-lost'],
  ]);
});

it('a sentence tells everything that a request changes', () => {
  const effects = { ...forward.effects, unknownSession: 'abcdef', orderSaved: true, charged: true };
  expect(idsOf(sentencesOf({ ...forward, mode: 'stateless', effects }))).toEqual([
    'sentence.forward',
    'sentence.has-no-session',
    'sentence.order-saved',
    'sentence.payment-saved',
    'sentence.remembers-nothing',
  ]);
});

describe('the formatter', () => {
  /** Says the ID, and what it is given. */
  const catalogue = new Proxy({} as Catalogue, {
    get: (_, id) => (parameters: object) =>
      Object.keys(parameters).length === 0 ? String(id) : `${String(id)}${JSON.stringify(parameters)}`,
  });
  const phrasebook = phrasebookIn({ language: 'en', space: '_', catalogue });

  it('gives the words of nodes and messages to the message around them', () => {
    expect(phrasebook.label(forward)).toBe('label.forward{"to":"server{\\"ordinal\\":2}"}');
  });

  it('leaves the decisive part of a caption without a space', () => {
    const lost = { ...request, fate: { kind: 'lost', why: 'link-cut' } } as const;
    const texts = [crash, lost].map((facts) => phrasebook.caption(facts).map(({ text }) => text));
    expect(texts.map(([first, second]) => [first?.at(-1), second?.at(0)])).toEqual([
      ['_', 'e'],
      ['}', '_'],
    ]);
  });

  it('says which message has no words', () => {
    const wordless = { language: 'en', space: ' ', catalogue: {} as Catalogue };
    expect(() => phrasebookIn(wordless)).toThrow('No words for imported.crossed.');
  });
});
