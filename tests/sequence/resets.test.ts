/** Why a TCP sends a reset: it can know the connection very well (RFC 9293 §3.10, RFC 1122 §4.2.2.13). */
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { factsOf } from '../../src/sequence/facts.ts';
import type { ResetReason } from '../../src/sequence/reset-reasons.ts';
import type { TransportLine } from '../../src/simulation/applications/transport-line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { runOf } from '../support/run-of.ts';
import { crash, restart, whenAnswered, whenSent } from '../support/scenario.ts';

const SECOND_US = 1_000_000;
const open: TransportLine = { kind: 'open' };
const request: TransportLine = { kind: 'request', text: 'hello' };
const send: TransportLine = { kind: 'send', text: 'again' };
const processDies = { kind: 'crash', node: 'server-1', how: 'process' } as const;
const freezes: Command = { kind: 'freeze', node: 'server-1', moment: whenAnswered('client/1', SECOND_US) };

/** The resets of a run: their reasons, and their captions in both languages. */
function resetsIn(script: readonly TransportLine[], commands: readonly Command[], patienceUs?: number) {
  const run = runOf(transportScenario({ script, ...(patienceUs !== undefined && { patienceUs }) }), commands);
  return factsOf(run).flatMap((facts) => {
    if (facts.kind !== 'segment' || facts.reset === null) return [];
    const captions = [english, korean].map((book) =>
      book
        .caption(facts)
        .map(({ text }) => text)
        .join(' '),
    );
    return [{ reason: facts.reset, captions }];
  });
}

describe('a reset', () => {
  const reasonsOf = (...given: Parameters<typeof resetsIn>): ResetReason[] =>
    resetsIn(...given).map(({ reason }) => reason);

  it('answers a segment of a connection that its node doesn’t have', () => {
    const [reset] = resetsIn(
      [open, request, send],
      [crash('server-1', whenAnswered('client/2')), restart('server-1', whenAnswered('client/2', 1_000))],
    );
    expect(reset?.reason).toBe('no-connection');
    expect(reset?.captions[0]).toBe('Server 1 has no such connection. Client closes it.');
  });

  it('is sent by a process that dies with data that it hasn’t read', () => {
    const commands = [freezes, { ...processDies, moment: whenSent('client/2', SECOND_US) }];
    const [reset, ...others] = resetsIn([open, request], commands);
    expect(others).toEqual([]);
    expect(reset?.reason).toBe('unread-data');
    expect(reset?.captions).toEqual([
      'Server 1’s process died with unread data. Its operating system resets the connection.',
      '서버 1의 프로세스가 데이터를 다 읽지 못하고 죽었어요. 운영체제가 RST로 연결을 끊어요.',
    ]);
  });

  it('isn’t sent by a process that dies after it has read everything', () => {
    const commands = [{ ...processDies, moment: whenAnswered('client/2', SECOND_US) }];
    expect(reasonsOf([open, request], commands)).toEqual([]);
  });

  it('answers data that arrives after the process has died', () => {
    // The segment is on its way for 20 ms.
    const commands = [{ ...processDies, moment: whenSent('client/3', 10_000) }];
    const resets = resetsIn([open, request, send], commands);
    // The client acknowledges and answers the FIN of the dead process, and the operating system has dropped the connection.
    expect(resets.map(({ reason }) => reason)).toEqual(['dead-process', 'no-connection', 'no-connection']);
    expect(resets[0]?.captions[0]).toBe(
      'Server 1 has no process any more that reads it. Its operating system resets the connection.',
    );
  });

  it('answers a SYN for a port at which no process listens any more', () => {
    const commands = [{ ...processDies, moment: whenAnswered('client/2', SECOND_US) }];
    const resets = resetsIn([open, request, send, open], commands);
    expect(resets.map(({ reason }) => reason)).toEqual(['no-listener']);
    expect(resets[0]?.captions[0]).toBe(
      'No process listens on Server 1 any more, so its operating system refuses the connection.',
    );
  });

  it('is sent by a client that has waited long enough', () => {
    const [reset] = resetsIn([open, request], [freezes], 6 * SECOND_US);
    expect(reset?.reason).toBe('given-up');
    expect(reset?.captions[0]).toBe('Client gives up the connection. Server 1 closes it, too.');
  });
});

it('an ACK that reaches a dead process is taken by its operating system, which needn’t answer', () => {
  const dies = { ...processDies, moment: whenAnswered('client/2', 100) };
  const run = runOf(transportScenario({ script: [open, request] }), [dies]);
  const refused = factsOf(run).flatMap((facts) =>
    facts.kind === 'segment' && facts.fate.kind === 'refused'
      ? [
          {
            needsAnswer: facts.segment.control.length > 0 || facts.segment.data !== '',
            caption: english
              .caption(facts)
              .map(({ text }) => text)
              .join(''),
          },
        ]
      : [],
  );
  expect(refused.some(({ needsAnswer }) => needsAnswer)).toBe(true);
  expect(refused.some(({ needsAnswer }) => !needsAnswer)).toBe(true);
  for (const { needsAnswer, caption } of refused) expect(caption.endsWith('answers.')).toBe(needsAnswer);
});
