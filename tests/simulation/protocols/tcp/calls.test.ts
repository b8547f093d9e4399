/** The calls of RFC 9293 §3.10 and its timeouts, where there is no connection, or only a listener. */
import { describe, expect, it } from 'vitest';
import { abort, close, listen, send, timeout } from '../../../../src/simulation/protocols/tcp/calls.ts';
import { CLOSED, standardSettings, type Tcb } from '../../../../src/simulation/protocols/tcp/tcb.ts';

const listening = listen(80, standardSettings);
const noConnection = [{ kind: 'call-failed', error: 'connection-does-not-exist' }];

describe('without a connection', () => {
  it.each([
    ['SEND', (tcb: Tcb) => send(tcb, 'text', 0)],
    ['CLOSE', (tcb: Tcb) => close(tcb, 0)],
    ['ABORT', (tcb: Tcb) => abort(tcb, 0)],
  ])('%s is an error', (_, call) => {
    expect(call(CLOSED)).toEqual({ tcb: CLOSED, effects: noConnection });
  });

  it.each(['retransmission', 'user-timeout', 'time-wait'] as const)(
    'an old %s timer changes nothing',
    (timer) => {
      expect(timeout(CLOSED, timer, 0)).toEqual({ tcb: CLOSED, effects: [] });
      expect(timeout(listening, timer, 0)).toEqual({ tcb: listening, effects: [] });
    },
  );
});

describe('a listener', () => {
  it('has nobody to send to, and is closed or aborted in silence', () => {
    expect(send(listening, 'text', 0)).toEqual({
      tcb: listening,
      effects: [{ kind: 'call-failed', error: 'remote-socket-unspecified' }],
    });
    expect(close(listening, 0)).toEqual({ tcb: CLOSED, effects: [] });
    expect(abort(listening, 0)).toEqual({ tcb: CLOSED, effects: [] });
  });
});
