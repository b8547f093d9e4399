/** Explanations that name one cause, where another one would be as likely: who failed, who repeated, and what a command did. */
import { describe, expect, it } from 'vitest';
import { incidentById } from '../../src/incidents/incidents.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import { balancerProfiles } from '../../src/simulation/balancer.ts';
import { type Command, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import type { Run } from '../../src/trace/run.ts';
import { whyOf } from '../../src/trace/why.ts';
import { captionsAt, reasonsAt, runWith } from '../support/explanations.ts';
import { runOf } from '../support/run-of.ts';
import {
  crash,
  restart,
  type ScenarioChanges,
  scenario,
  whenAnswered,
  whenArrived,
} from '../support/scenario.ts';
import { instruct, logIn, me, SECOND_US, tokens } from '../support/token-runs.ts';

const visit: Line = { kind: 'visit' };
const refresh: Line = { kind: 'refresh' };
const pay = (hasIdempotencyKey: boolean): Line => ({ kind: 'pay', amountWon: 1_000, hasIdempotencyKey });

function incident(id: string, side: 'before' | 'fixed' = 'before'): Run {
  const found = incidentById(id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return runOf(side === 'fixed' ? found.fixed : found.scenario, found.commands);
}

describe('a payment that is sent twice', () => {
  const given = scenario({ clients: [clients([pay(false)], { retries: 1 })] });
  const withKey = { ...given, clients: [clients([pay(true)], { retries: 1 })] };
  const commands = [crash('server-1', whenArrived('client/1', 2_600))];

  it('is repeated by its client, and isn’t called safe to repeat', () => {
    const run = runOf(given, commands);
    const again = ['died-at-work server-1', 'was-sent-again client', 'is-not-recognized client'];
    expect(reasonsAt(run, 'client/1 client>load-balancer 2')).toEqual(again);
    expect(reasonsAt(run, 'client/1 answer 2')).toEqual(again);
    expect(run.steps.flatMap((_, index) => whyOf(run, index)).map(({ kind }) => kind)).not.toContain(
      'is-repeated',
    );
  });

  it('is recognized by its idempotency key', () => {
    expect(reasonsAt(runOf(withKey, commands), 'client/1 answer 2')).toEqual([
      'died-at-work server-1',
      'was-sent-again client',
      'has-the-same-key client',
    ]);
  });

  it('follows an error that its client got, or no answer at all', () => {
    const afterError = captionsAt(incident('charged-twice'), 'client/2 client>load-balancer 2');
    expect(afterError[0]).toContain('The customer got an error and retries.');
    expect(afterError[1]).toContain('오류 응답을 받아서 손님이 재시도해요.');
    const drop: Command = {
      kind: 'drop',
      from: 'load-balancer',
      to: 'client',
      moment: whenArrived('client/1'),
    };
    expect(captionsAt(runOf(given, [drop]), 'client/1 client>load-balancer 2')[0]).toContain('got no answer');
  });

  it('by a browser shows up in the answer, too', () => {
    expect(reasonsAt(incident('post-sent-twice'), 'client/2 answer 1')).toEqual([
      'closed-without-a-response load-balancer',
      'died-at-work server-1',
      'was-sent-again client',
      'is-not-recognized client',
    ]);
  });
});

describe('a request that only the load balancer repeats', () => {
  const inFlight = [crash('server-1', whenArrived('client/1', 500))];

  it('is safe to repeat', () => {
    expect(reasonsAt(runWith([visit], {}, inFlight), 'client/1 answer 1')).toEqual([
      'died-at-work server-1',
      'is-repeated server-2',
    ]);
  });

  it('would be, if there were another server', () => {
    expect(reasonsAt(runWith([visit], { servers: 1 }, inFlight), 'client/1 answer 1')).toEqual([
      'died-at-work server-1',
      'has-no-other-server server-1',
    ]);
  });

  it('isn’t repeated when the load balancer itself crashes', () => {
    const run = runWith([visit], {}, [crash(LOAD_BALANCER, whenArrived('client/1', 500))]);
    expect(reasonsAt(run, 'client/1 gave-up 1')).toEqual([
      'died-at-work load-balancer',
      'result-is-unknown load-balancer',
    ]);
  });
});

describe('a deny list and logins in the store', () => {
  const granted = tokens({ refreshLifetimeUs: 60 * SECOND_US });

  it('explain nothing about a token that isn’t on the list', () => {
    const run = runWith([logIn, me], { strategy: 'signed-token', tokens: tokens({ hasDenyList: true }) });
    expect(run.steps.flatMap((_, index) => whyOf(run, index))).toEqual([]);
  });

  it('explain how a login was lost', () => {
    const lost = [
      crash('session-store', whenAnswered('client/1')),
      restart('session-store', whenAnswered('client/1', 10)),
    ];
    const changes = { strategy: 'signed-token', tokens: granted } as const;
    expect(reasonsAt(runWith([logIn, refresh], changes, lost), 'client/2 answer 1')).toEqual([
      'has-no-login-entry session-store',
      'crash-took-it session-store',
    ]);
    const two = [clients([logIn, refresh]), clients([logIn], { arrivesAtUs: SECOND_US })];
    const evicted = runWith([], { ...changes, clients: two, store: { entriesMax: 1 } });
    expect(reasonsAt(evicted, 'client/2 answer 1')).toEqual([
      'has-no-login-entry session-store',
      'was-evicted session-store',
    ]);
  });

  it('name the earlier use of a refresh token, and why its client has no token afterwards', () => {
    const run = incident('two-tabs-one-token');
    expect(reasonsAt(run, 'client/2+1 answer 1')).toEqual([
      'was-used-before client',
      expect.stringMatching(/^reuse-ends-login server-/),
    ]);
    expect(reasonsAt(run, 'client/3 answer 1')).toEqual([
      expect.stringMatching(/^nothing-was-shown server-/),
      'dropped-its-tokens client',
    ]);
  });

  it('say that no refresh tokens are issued', () => {
    const run = runWith([logIn, refresh], { strategy: 'server-memory' });
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual(['no-refresh-tokens server-1']);
  });
});

describe('a connection that closes without an answer', () => {
  it('isn’t called a crash where nothing crashed', () => {
    for (const caption of captionsAt(incident('keep-alive-race'), 'client/2 answer 1')) {
      expect(caption).not.toMatch(/crash|장애/);
    }
  });
});

describe('a server that can’t be reached', () => {
  it('is one server, and not all of them', () => {
    const run = incident('drained-pod');
    const [inEnglish, inKorean] = captionsAt(run, 'client/3 answer 1');
    expect(inEnglish).toContain('The load balancer can’t connect to the server, and gives up.');
    expect(inKorean).toContain('로드 밸런서가 서버에 접속하지 못해서 포기해요.');
  });

  it('has been found down by health checks, or not yet', () => {
    const run = incident('drained-pod');
    const checks = [1, 2, 3, 4].map((attempt) =>
      reasonsAt(run, `client/3 load-balancer>server ${attempt}`).at(2),
    );
    expect(checks).toEqual([
      'too-few-checks-had-failed server-1',
      'too-few-checks-had-failed server-1',
      'is-tried-although-down server-1',
      'is-tried-although-down server-1',
    ]);
    const hasty = { think: { kind: 'fixed', us: 100_000 } } as const;
    const early = [crash('server-1', whenAnswered('client/1'))];
    const script = clients([logIn, me], hasty);
    const reasons = (changes: ScenarioChanges) =>
      reasonsAt(runWith([], { clients: [script], ...changes }, early), 'client/2 load-balancer>server 1');
    expect(reasons({})).toContain('no-check-had-failed server-1');
    expect(reasons({ balancer: balancerProfiles.nginx })).toContain('no-checks-are-made load-balancer');
  });

  it('is a store, a database or the load balancer, which have no health checks', () => {
    const lost = (node: string) => [crash(node, whenAnswered('client/1'))];
    const inStore = runWith([logIn, me], { strategy: 'shared-store' }, lost('session-store'));
    expect(reasonsAt(inStore, 'client/2 answer 1')).toEqual([
      'did-not-answer session-store',
      'had-crashed session-store',
      'nothing-was-sent session-store',
    ]);
    const shop: Line = { kind: 'shop', said: { product: 'laptop' } };
    expect(reasonsAt(runWith([shop, shop], {}, lost('database')), 'client/2 answer 1')).toEqual([
      'did-not-answer database',
      'had-crashed database',
      'nothing-was-sent database',
    ]);
    const refused = runWith([logIn, me], {}, lost(LOAD_BALANCER));
    expect(whyOf(refused, refused.steps.length - 1).map(({ kind }) => kind)).toEqual([
      'did-not-answer',
      'had-crashed',
      'nothing-was-sent',
    ]);
  });
});

describe('an earlier command', () => {
  const rotate = (nodes: readonly string[], keepsOld: boolean) =>
    instruct(nodes, { kind: 'rotate-key', kid: '2', keepsOld }, whenAnswered('client/1'));
  const admin: Line = { kind: 'admin' };
  const both = [clients([logIn, admin]), clients([me], { arrivesAtUs: 6 * SECOND_US })];
  const given = { strategy: 'signed-token', servers: 1, clients: both } as const;

  it('isn’t blamed for an error that it can’t lead to', () => {
    const run = runWith([], given, [rotate(['server-1'], true)]);
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual([
      'has-no-right server-1',
      'is-always-checked server-1',
    ]);
    expect(reasonsAt(run, 'client-2/1 answer 1')).toEqual(['nothing-was-shown server-1']);
  });

  it('is named with the node that it changed', () => {
    const run = runWith([], given, [rotate(['server-1'], false)]);
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual([
      'key-was-removed server-1',
      'was-instructed server-1',
    ]);
  });
});

describe('a server without what it needs', () => {
  it('has only the public half of the key', () => {
    const run = runWith([logIn, logIn], {
      strategy: 'signed-token',
      balancing: 'round-robin',
      tokens: tokens({ signature: 'public-key' }),
    });
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual(['has-public-half-only server-2']);
    expect(captionsAt(run, 'client/2 answer 1')[0]).toContain('Server 2 has no key to sign a token with.');
    expect(captionsAt(run, 'client/2 answer 1')[1]).toContain('서버 2에는 토큰에 서명할 키가 없어요.');
  });

  it('has a store that is full', () => {
    const two = [clients([logIn]), clients([logIn], { arrivesAtUs: SECOND_US })];
    const store = { entriesMax: 1, whenFull: 'refuse' } as const;
    const run = runWith([], { strategy: 'shared-store', clients: two, store });
    expect(reasonsAt(run, 'client-2/1 answer 1')).toEqual(['had-no-room session-store']);
    expect(captionsAt(run, 'client-2/1 answer 1')[0]).toContain('The session store is full');
  });

  it('is out of room in its queue', () => {
    expect(reasonsAt(incident('ip-hash-behind-proxy'), 'client-6/1 answer 1')).toEqual([
      'had-a-full-queue server-1',
      'policy-chose server-1',
    ]);
  });

  it('waits for a lock whose holder has crashed', () => {
    const run = runWith(
      [logIn, me, me],
      {
        strategy: 'shared-store',
        sessions: { writes: 'lock', lock: { ttlUs: 30 * SECOND_US, pollUs: 50_000, timeoutUs: SECOND_US } },
        timing: { serverTimeoutUs: 10 * SECOND_US, clientTimeoutUs: 20 * SECOND_US },
      },
      [crash('server-1', whenArrived('client/2', 2_500))],
    );
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual([
      'holds-the-lock server-1',
      'crashed-with-the-lock server-1',
    ]);
  });

  it('was just slow', () => {
    const run = runWith([logIn], {
      timing: { service: { kind: 'fixed', us: 2 * SECOND_US }, serverTimeoutUs: SECOND_US },
    });
    expect(reasonsAt(run, 'client/1 answer 1')).toEqual(['had-not-answered server-1']);
  });

  it('is behind for every lookup', () => {
    const run = incident('reads-from-replica');
    for (const request of ['client/2', 'client/3']) {
      expect(reasonsAt(run, `${request} answer 1`)).toContain('was-behind session-store-replica');
    }
  });
});

describe('why another server was chosen', () => {
  it('is that an operator closed the one that the cookie names', () => {
    const close = instruct(
      [LOAD_BALANCER],
      { kind: 'set-server-state', server: 'server-1', state: 'maint' },
      whenAnswered('client/1'),
    );
    const run = runWith([logIn, me], { balancing: 'cookie' }, [close]);
    expect(reasonsAt(run, 'client/2 answer 1')).toEqual([
      'has-no-session server-2',
      'session-is-on server-1',
      'was-closed server-1',
    ]);
  });
});

describe('what a request brings', () => {
  it('is nothing before the login', () => {
    const captions = (changes: ScenarioChanges, script: readonly Line[], key: string) =>
      captionsAt(runWith(script, changes), key);
    const token = captions({ strategy: 'signed-token' }, [me], 'client/1 load-balancer>server 1');
    expect(token[0]).toContain('The request doesn’t say who is asking.');
    expect(token[1]).toContain('누구의 요청인지 적혀 있지 않아요.');
    const cookie = captions({ strategy: 'sealed-cookie' }, [logIn, me], 'client/2 load-balancer>server 1');
    expect(cookie[0]).toContain('The state is in a sealed cookie.');
    const state = captions({ strategy: 'client-state' }, [logIn, me], 'client/2 load-balancer>server 1');
    expect(state[0]).toContain('The request brings all of the state.');
  });

  it('is all of the state only where the client itself carries it', () => {
    const second = 'client/2 client>load-balancer 1';
    const captions = (strategy: StrategyId) => captionsAt(runOf(scenario({ strategy }), []), second);
    for (const strategy of ['server-memory', 'signed-token', 'sealed-cookie'] as const) {
      expect(captions(strategy)[0]).toContain('The customer only says what’s new.');
      expect(captions(strategy)[1]).toContain('손님은 달라진 것만 말해요.');
    }
    expect(captions('client-state')[0]).toContain('The customer says everything, every time.');
  });

  it('is called a missing token or cookie where no login is needed', () => {
    const first = 'client/1 load-balancer>server 1';
    const captions = (strategy: StrategyId) => captionsAt(runOf(scenario({ strategy }), []), first);
    expect(captions('signed-token')[0]).toContain('The request brings no token.');
    expect(captions('sealed-cookie')[0]).toContain('The request brings no sealed cookie.');
    expect(captions('signed-token')[1]).toContain('요청에 토큰이 없어요.');
  });
});
