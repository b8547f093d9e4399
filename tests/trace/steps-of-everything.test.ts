import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario, arrowsOf } from '../support/runs.ts';
import { crash, restart, scenario, whenAnswered, whenArrived, whenSent } from '../support/scenario.ts';
import { connecting, operations, scriptNames, speaking } from '../support/scripts.ts';

const me: readonly Line[] = [{ kind: 'visit' }, { kind: 'me' }];

function stepsOf(script: readonly Line[], commands: readonly Command[], given = {}): string[] {
  return arrowsOf(runOf(scenario({ clients: [clients(script, given)] }), commands));
}

describe('a message that never arrives', () => {
  it('is a step, and so is the client’s timeout', () => {
    const lost: Command = {
      kind: 'drop',
      from: 'client',
      to: 'load-balancer',
      moment: whenAnswered('client/1'),
    };
    expect(stepsOf(me, [lost]).slice(3)).toEqual([
      'drop: done',
      'client/2 client -x load-balancer',
      'gave-up client',
    ]);
  });

  it('is sent again by a client that retries', () => {
    const lost: Command = {
      kind: 'drop',
      from: 'client',
      to: 'load-balancer',
      moment: whenAnswered('client/1'),
    };
    expect(stepsOf(me, [lost], { retries: 1 }).slice(3)).toEqual([
      'drop: done',
      'client/2 client -x load-balancer',
      'client/2 client -> load-balancer',
      'client/2 load-balancer -> server-1',
      'client/2 server-1 --> client',
    ]);
  });

  it('can be a reply: then the load balancer responds with a 504', () => {
    const lost: Command = {
      kind: 'drop',
      from: 'server-1',
      to: 'load-balancer',
      moment: whenAnswered('client/1'),
    };
    expect(stepsOf(me, [lost]).slice(3)).toEqual([
      'drop: done',
      'client/2 client -> load-balancer',
      'client/2 load-balancer -> server-1',
      'client/2 server-1 --x load-balancer',
      'client/2 load-balancer --> client',
    ]);
  });

  it('can be lost on a reply’s last hop, which is drawn from the server', () => {
    const lost: Command = {
      kind: 'drop',
      from: 'load-balancer',
      to: 'client',
      moment: whenAnswered('client/1'),
    };
    expect(stepsOf(me, [lost])).toContain('client/2 server-1 --x client');
  });
});

describe('a late reply', () => {
  it('is a step of its own, after the load balancer’s 504', () => {
    const slow = { kind: 'fixed', us: 1_500_000 } as const;
    const given = scenario({ clients: [clients(me.slice(0, 1))] });
    const run = runOf({ ...given, timing: { ...given.timing, service: slow } }, []);
    expect(arrowsOf(run)).toEqual([
      'client/1 client -> load-balancer',
      'client/1 load-balancer -> server-1',
      'client/1 load-balancer --> client',
      'client/1 server-1 --> load-balancer (late)',
    ]);
    const patient = { ...given.timing, service: slow, clientTimeoutUs: 900_000 };
    expect(arrowsOf(runOf({ ...given, timing: patient }, [])).slice(2)).toEqual([
      'gave-up client',
      'client/1 load-balancer --> client (late)',
      'client/1 server-1 --> load-balancer (late)',
    ]);
  });
});

describe('a load balancer that crashes', () => {
  it('refuses the next request, which is a step', () => {
    expect(stepsOf(me, [crash('load-balancer', whenAnswered('client/1'))]).slice(3)).toEqual([
      'crash load-balancer: done',
      'client/2 client -x load-balancer',
    ]);
  });

  it('resets the connection of the client whose request it has', () => {
    expect(stepsOf(me, [crash('load-balancer', whenArrived('client/2', 1))])).toContain('gave-up client');
  });
});

describe('a draining server', () => {
  it('leaves at once when it has no work', () => {
    const drain: Command = { kind: 'drain', node: 'server-1', moment: whenAnswered('client/1') };
    const run = runOf(scenario({ clients: [clients(me)] }), [drain]);
    const step = arrowsOf(run).indexOf('drain server-1: done');
    expect(run.states[step]?.snapshot.get('server-1')).toMatchObject({ isUp: false, membership: 'absent' });
    expect(arrowsOf(run)).not.toContain('left server-1');
  });

  it('leaves after its work, which is a step, and takes its sessions along', () => {
    const drain: Command = { kind: 'drain', node: 'server-1', moment: whenArrived('client/2', 1) };
    const run = runOf(scenario({ clients: [clients([...me, { kind: 'me' }])] }), [drain]);
    const arrows = arrowsOf(run);
    const [drained, left] = ['drain server-1: done', 'left server-1'].map((each) => arrows.indexOf(each));
    expect(left).toBeGreaterThan(drained ?? 0);
    const memberships = [drained, left].map(
      (step) => run.states[step ?? 0]?.snapshot.get('server-1')?.membership,
    );
    expect(memberships).toEqual(['draining', 'absent']);
    expect(run.scores[left ?? 0]?.sessionsLost).toBe(1);
  });
});

describe('an added server', () => {
  it('is absent before, and a member afterwards', () => {
    const add: Command = { kind: 'add', node: 'server-4', moment: whenAnswered('client/1') };
    const run = runOf(scenario(), [add]);
    const step = arrowsOf(run).indexOf('add server-4: done');
    expect(run.states[step - 1]?.snapshot.get('server-4')).toBeUndefined();
    expect(run.states[step]?.snapshot.get('server-4')).toMatchObject({ isUp: true, membership: 'member' });
  });
});

describe('a client that hands over its credentials', () => {
  it('is a step between the two clients, even before the first request', () => {
    const given = scenario({
      clients: [
        clients([{ kind: 'hand-over', to: 'client-2' }, ...me]),
        clients(me, { think: { kind: 'fixed', us: 9_000_000 } }),
      ],
    });
    expect(arrowsOf(runOf(given, []))).toContain('- client -> client-2');
  });
});

describe('a cut link', () => {
  it('is in each snapshot until it is healed', () => {
    const cut: Command = {
      kind: 'cut',
      between: ['load-balancer', 'server-1'],
      moment: whenAnswered('client/1'),
    };
    const heal: Command = { kind: 'heal-all', moment: whenAnswered('client/2') };
    const run = runOf(scenario(), [cut, heal]);
    const cuts = run.states.map(({ cuts }) => cuts.length);
    const arrows = arrowsOf(run);
    const [from, to] = ['cut: done', 'heal-all: done'].map((each) => arrows.indexOf(each));
    expect(cuts).toEqual(cuts.map((_, step) => (step >= (from ?? 0) && step < (to ?? 0) ? 1 : 0)));
  });
});

describe('a replica that takes over', () => {
  const inStore = { strategy: 'shared-store', store: { replica: {} } } as const;
  const replica = 'session-store-replica';
  const stepsAfter = (commands: readonly Command[]) =>
    arrowsOf(runOf(scenario({ clients: [clients([...me, { kind: 'me' }])], ...inStore }), commands));
  const primaryCrashes = crash('session-store', whenAnswered('client/2'));

  it('is a step', () => {
    expect(stepsAfter([primaryCrashes])).toContain(`promoted ${replica}`);
  });

  it('is a step also if its process was frozen before', () => {
    const spell: Command[] = [
      { kind: 'freeze', node: replica, moment: whenAnswered('client/1') },
      { kind: 'thaw', node: replica, moment: whenAnswered('client/1', 100_000) },
    ];
    expect(stepsAfter([...spell, primaryCrashes])).toContain(`promoted ${replica}`);
  });

  it('is none where it only becomes a replica again', () => {
    const commands = [
      crash(replica, whenAnswered('client/1')),
      restart(replica, whenAnswered('client/1', 10)),
    ];
    expect(stepsAfter(commands)).not.toContain(`promoted ${replica}`);
  });
});

describe('an idle connection that is closed', () => {
  const closesIn = (detail: 'essential' | 'full') => {
    const given = scenario({ keepAlive: { idleUs: 1_000_000 }, clients: [clients([...me, { kind: 'me' }])] });
    return runOf(given, [], detail).steps.filter(
      (step) => step.kind === 'message' && step.message.body.kind === 'connection-close',
    );
  };

  it('is a step in full detail only, as no request is on its way over it', () => {
    expect(closesIn('essential')).toEqual([]);
    const closes = closesIn('full');
    expect(closes.length).toBeGreaterThan(1);
    expect(closes.filter((step) => 'crosses' in step)).toEqual([]);
  });
});

describe('in full detail', () => {
  const commands = [crash('server-1', whenAnswered('client/1'))];

  it('a request shows the database and both hops of its reply', () => {
    const run = runOf(scenario(), [], 'full');
    expect(arrowsOf(run).slice(0, 6)).toEqual([
      'client/1 client -> load-balancer',
      'client/1 load-balancer -> server-1',
      'client/1 server-1 -> database',
      'client/1 database --> server-1',
      'client/1 server-1 --> load-balancer',
      'client/1 load-balancer --> client',
    ]);
  });

  it('a crash shows the failing health checks and the load balancer marking the server down', () => {
    const arrows = arrowsOf(runOf(scenario(), commands, 'full'));
    const crashed = arrows.indexOf('crash server-1: done');
    expect(arrows.slice(crashed, crashed + 4)).toEqual([
      'crash server-1: done',
      '- load-balancer -x server-1',
      '- load-balancer -x server-1',
      'noticed load-balancer',
    ]);
  });

  it('every essential step exists under the same key, with any operator command', () => {
    for (const script of scriptNames) {
      for (const commands of operations) {
        const given = speaking('server-memory', script);
        const keys = new Set(runOf(given, commands, 'full').steps.map(({ key }) => key));
        const missing = runOf(given, commands).steps.filter(({ key }) => !keys.has(key));
        expect(missing.map(({ key }) => key)).toEqual([]);
      }
    }
  });
});

describe('the steps of any run', () => {
  it.each(strategyIds)(
    'have unique keys and end in chronological order, with any operator command, under %s',
    (strategy) => {
      for (const script of scriptNames) {
        for (const commands of operations) {
          const { steps } = runOf(speaking(strategy, script), commands);
          const ends = steps.map(({ lastEvent }) => lastEvent);
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
        }
      }
    },
  );

  it('show every foreground message that arrived or was lost exactly once in full detail', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { events, steps } = runOf(random, commands, 'full');
        const fates = new Set(['message-delivered', 'message-refused', 'message-lost']);
        const happened = events.flatMap(({ kind, background, id }) =>
          fates.has(kind) && !background ? id : [],
        );
        const shown = steps.flatMap((step) =>
          step.kind === 'message' && events[step.event]?.background === false ? step.event : [],
        );
        expect(shown).toEqual(happened);
      }),
    );
  });

  it.each(['tcp', 'udp'] as const)('over %s are its individual segments and datagrams', (transport) => {
    const run = runOf(connecting(transport), []);
    const messages = run.events.filter(({ kind }) => kind === 'message-delivered' || kind === 'message-lost');
    // Additionally, a client that closed first deletes the connection much later.
    const expired = run.events.filter(({ kind, cause }) => {
      return kind === 'forgot' && cause !== null && run.events[cause]?.kind === 'timer-fired';
    });
    expect(run.steps.map(({ event }) => run.events[event])).toEqual([...messages, ...expired]);
    expect(expired).toHaveLength(transport === 'tcp' ? 1 : 0);
    expect(messages.length).toBeGreaterThan(2);
  });

  it('of a run without any request can be given a command before the first one', () => {
    const idle = scenario({ clients: [clients([{ kind: 'wait', us: 1_000 }])] });
    const run = runOf(idle, [{ kind: 'crash', node: 'server-1', moment: { atUs: 0 } }]);
    expect(run.steps.map(({ moment }) => moment)).toEqual([whenSent('client/1')]);
  });

  it('without commands before the first request can still be given one', () => {
    const given = scenario({
      clients: [
        clients([{ kind: 'hand-over', to: 'client-2' }, ...me]),
        clients(me, { arrivesAtUs: 1_000_000 }),
      ],
    });
    expect(runOf(given, []).steps[0]?.moment).toEqual(whenSent('client-2/1'));
  });
});
