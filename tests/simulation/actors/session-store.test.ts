/** A store against a map with expiring entries: its replies, its evictions and its replica. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, SESSION_STORE, SESSION_STORE_REPLICA } from '../../../src/simulation/cluster.ts';
import type { StoreCommand, StoreReply } from '../../../src/simulation/protocols/store.ts';
import { type ReplicaConditions, replicaDefaults } from '../../../src/simulation/scenario.ts';
import {
  aloneStore,
  askStores,
  atUs,
  entriesOn,
  HOP_US,
  type Question,
  roleOn,
} from '../../support/ask-store.ts';

const SECOND_US = 1_000_000;
const replica: ReplicaConditions = {
  ...replicaDefaults,
  copyDelayUs: 5_000,
  pingIntervalUs: SECOND_US,
  pingFailuresMax: 2,
};
const pair = { ...aloneStore, replica };

function get(key: string): StoreCommand {
  return { kind: 'store-command', name: 'GET', key };
}

function del(key: string): StoreCommand {
  return { kind: 'store-command', name: 'DEL', key };
}

function set(key: string, value: string, ttlSeconds = 100, onlyIfExists = false): StoreCommand {
  return { kind: 'store-command', name: 'SET', key, value, ttlSeconds, onlyIfExists };
}

function said(reply: StoreReply | null): string | number | null | undefined {
  switch (reply?.reply) {
    case undefined:
      return undefined;
    case 'value':
      return reply.value;
    case 'count':
      return reply.count;
    case 'error':
      return reply.code;
    default:
      return reply?.reply;
  }
}

/** Each command a tenth of a second after the one before. */
function inTurn(commands: readonly StoreCommand[]): Question[] {
  return commands.map((command, index) => ({ atUs: HOP_US + index * 100_000, command }));
}

function answersTo(...commands: readonly StoreCommand[]) {
  return askStores(aloneStore, inTurn(commands)).answers.map(said);
}

describe('a store', () => {
  it("keeps a value under a key until it's deleted", () => {
    expect(answersTo(set('a', '1'), get('a'), del('a'), del('a'), get('a'))).toEqual(['ok', '1', 1, 0, null]);
  });

  it('with XX, sets only a key that exists', () => {
    expect(
      answersTo(set('a', '1', 9, true), get('a'), set('a', '2'), set('a', '3', 9, true), get('a')),
    ).toEqual([null, null, 'ok', 'ok', '3']);
  });

  it('deletes expired entries by itself', () => {
    const questions = [
      { atUs: HOP_US, command: set('a', '1', 2) },
      { atUs: 5 * SECOND_US, command: get('b') },
    ];
    const { events } = askStores(aloneStore, questions);
    expect(events.filter(({ kind }) => kind === 'forgot')).toMatchObject([
      { key: 'a', atUs: HOP_US + 2 * SECOND_US, background: true },
    ]);
  });
});

const anyKey = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const anyCommand: fc.Arbitrary<StoreCommand> = fc.oneof(
  anyKey.map(get),
  anyKey.map(del),
  fc
    .tuple(anyKey, fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 5 }), fc.boolean())
    .map((args) => set(...args)),
  fc
    .tuple(anyKey, fc.string({ maxLength: 1 }), fc.string({ maxLength: 1 }), fc.boolean())
    .map(([key, value, before, isNew]): StoreCommand => {
      const command = {
        kind: 'store-command',
        name: 'SET',
        key,
        value,
        ttlSeconds: 3,
        onlyIfExists: false,
      } as const;
      return isNew ? { ...command, onlyIfAbsent: true } : { ...command, onlyIfEqual: before };
    }),
  fc
    .tuple(anyKey, fc.string({ maxLength: 1 }))
    .map(([key, onlyIfEqual]): StoreCommand => ({ kind: 'store-command', name: 'DELEX', key, onlyIfEqual })),
);

/** Queries in order, milliseconds or seconds apart, with a last one long after. */
const anyQuestions: fc.Arbitrary<Question[]> = fc
  .array(fc.record({ pauseMs: fc.constantFrom(1, 10, 900, 1_000, 2_500), command: anyCommand }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((asked) => {
    let lastUs = 0;
    return asked.map(({ pauseMs, command }) => {
      lastUs += pauseMs * 1_000;
      return { atUs: lastUs, command };
    });
  });

/** What Redis's documentation says of GET, SET, DEL and DELEX. */
class Model {
  readonly #values = new Map<string, { value: string; endsUs: number }>();

  answer({ atUs: nowUs, command }: Question): string | number | null {
    const { key } = command;
    if (nowUs >= (this.#values.get(key)?.endsUs ?? 0)) this.#values.delete(key);
    switch (command.name) {
      case 'GET':
        return this.#values.get(key)?.value ?? null;
      case 'DEL':
        return this.#values.delete(key) ? 1 : 0;
      case 'DELEX':
        return this.#values.get(key)?.value === command.onlyIfEqual && this.#values.delete(key) ? 1 : 0;
      case 'SET':
        if (!this.#maySet(command)) return null;
        this.#values.set(key, {
          value: command.value,
          endsUs: nowUs + (command.ttlSeconds ?? Number.POSITIVE_INFINITY) * SECOND_US,
        });
        return 'ok';
      default:
        throw new Error(`Unknown command ${command satisfies never}`);
    }
  }

  #maySet(command: Extract<StoreCommand, { name: 'SET' }>): boolean {
    const { key, onlyIfExists, onlyIfAbsent, onlyIfEqual } = command;
    const before = this.#values.get(key)?.value;
    if (onlyIfEqual !== undefined) return before === onlyIfEqual;
    return onlyIfAbsent ? before === undefined : !onlyIfExists || before !== undefined;
  }

  clear(): void {
    this.#values.clear();
  }
}

describe('any store', () => {
  it('replies like a map with expiring entries', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const model = new Model();
        const { answers } = askStores(aloneStore, questions);
        expect(answers.map(said)).toEqual(questions.map((question) => model.answer(question)));
      }),
    );
  });

  it("keeps everything across a restart if it's persistent, and nothing otherwise", () => {
    fc.assert(
      fc.property(anyQuestions, fc.nat(), fc.boolean(), (questions, at, isPersistent) => {
        const before = questions[at % questions.length]?.atUs ?? 0;
        const commands: Command[] = ['crash', 'restart'].map((kind) => {
          // Just after the reply to this query.
          return { kind: kind as 'crash' | 'restart', node: SESSION_STORE, moment: atUs(before) };
        });
        const { answers } = askStores({ ...aloneStore, isPersistent }, questions, commands);
        const model = new Model();
        const expected = questions.map((question) => {
          const answer = model.answer(question);
          if (question.atUs === before && !isPersistent) model.clear();
          return answer;
        });
        expect(answers.map(said)).toEqual(expected);
      }),
    );
  });

  it("evicts the least recently used entry when it's full", () => {
    const lasting = fc.array(
      fc.oneof(
        anyKey.map(get),
        anyKey.map((key) => set(key, 'x')),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(lasting, fc.integer({ min: 1, max: 4 }), (commands, entriesMax) => {
        const used: string[] = [];
        for (const { name, key } of commands) {
          if (name === 'GET' && !used.includes(key)) continue;
          if (used.includes(key)) used.splice(used.indexOf(key), 1);
          used.push(key);
          if (used.length > entriesMax) used.shift();
        }
        const { events } = askStores({ ...aloneStore, entriesMax }, inTurn(commands));
        expect(entriesOn(SESSION_STORE, events).map(({ key }) => key)).toEqual(used.sort());
      }),
    );
  });
});

describe('a primary and its replica', () => {
  const both = [SESSION_STORE, SESSION_STORE_REPLICA] as const;
  /** Long enough after all other messages that nothing is in flight. */
  const last = { atUs: 120 * SECOND_US, command: get('a') };

  it('keep the same entries, even when entries expire or are evicted', () => {
    fc.assert(
      fc.property(anyQuestions, fc.constantFrom(null, 1, 2, 3), (questions, entriesMax) => {
        const { events } = askStores({ ...pair, entriesMax }, [...questions, last]);
        const [one, other] = both.map((node) => entriesOn(node, events));
        expect(other).toEqual(one);
      }),
    );
  });

  it("are one that replies and one that refuses until it's promoted", () => {
    const ask = (seconds: number, command: StoreCommand): Question => {
      return { atUs: seconds * SECOND_US, store: SESSION_STORE_REPLICA, command };
    };
    const { answers, events } = askStores(
      pair,
      [
        { atUs: HOP_US, command: set('a', '1') },
        ask(1, get('a')),
        ask(1, set('a', '2')),
        ask(6, get('a')),
        ask(6, set('a', '2')),
      ],
      [{ kind: 'crash', node: SESSION_STORE, moment: atUs(2 * SECOND_US) }],
    );
    expect(answers.map(said)).toEqual(['ok', 'MASTERDOWN', 'READONLY', '1', 'ok']);
    // By then two pings have failed, not just one.
    const promotion = events.findLast(
      (event) =>
        event.kind === 'remembered' &&
        event.node === SESSION_STORE_REPLICA &&
        event.item.kind === 'store-role',
    );
    expect(promotion?.atUs).toBeGreaterThan(3 * SECOND_US);
    expect(promotion?.atUs).toBeLessThanOrEqual(4 * SECOND_US + 2 * HOP_US);
  });

  it('resynchronize fully after the replica was away', () => {
    const { events } = askStores(
      pair,
      [
        { atUs: HOP_US, command: set('a', '1') },
        { atUs: SECOND_US, command: set('b', '2') },
        { atUs: 9 * SECOND_US, command: get('a') },
      ],
      [
        { kind: 'crash', node: SESSION_STORE_REPLICA, moment: atUs(SECOND_US / 2) },
        { kind: 'restart', node: SESSION_STORE_REPLICA, moment: atUs(2 * SECOND_US) },
      ],
    );
    expect(entriesOn(SESSION_STORE_REPLICA, events).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(roleOn(SESSION_STORE_REPLICA, events)).toBe('replica');
  });

  it('become two primaries when cut apart; the promoted one wins, and the other’s writes are lost', () => {
    const { events, answers } = askStores(
      pair,
      [
        { atUs: HOP_US, command: set('a', '1') },
        { atUs: 6 * SECOND_US, command: set('b', 'while apart') },
        { atUs: 7 * SECOND_US, store: SESSION_STORE_REPLICA, command: set('c', 'while apart') },
        { atUs: 30 * SECOND_US, store: SESSION_STORE_REPLICA, command: get('a') },
      ],
      [
        { kind: 'cut', between: both, moment: atUs(SECOND_US) },
        { kind: 'heal', between: both, moment: atUs(10 * SECOND_US) },
      ],
    );
    expect(answers.map(said)).toEqual(['ok', 'ok', 'ok', '1']);
    expect(both.map((node) => roleOn(node, events))).toEqual(['replica', 'primary']);
    for (const node of both) expect(entriesOn(node, events).map(({ key }) => key)).toEqual(['a', 'c']);
  });

  const anyMoment = fc.integer({ min: 0, max: 20_000 }).map((milliseconds) => atUs(milliseconds * 1_000));
  const anyFault: fc.Arbitrary<Command> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('crash', 'restart'),
      node: fc.constantFrom(...both),
      moment: anyMoment,
    }),
    fc.record({ kind: fc.constantFrom('cut', 'heal'), between: fc.constant(both), moment: anyMoment }),
  );
  const anyLoss: fc.Arbitrary<Command> = fc.record({
    kind: fc.constant('drop'),
    from: fc.constantFrom(...both),
    to: fc.constant(null),
    moment: anyMoment,
  });
  const repaired: Command[] = [
    { kind: 'heal-all', moment: atUs(60 * SECOND_US) },
    ...both.map((node): Command => ({ kind: 'restart', node, moment: atUs(60 * SECOND_US) })),
  ];

  it('end with a single primary after any history', () => {
    fc.assert(
      fc.property(
        anyQuestions,
        fc.array(fc.oneof(anyFault, anyLoss), { maxLength: 10 }),
        fc.boolean(),
        (questions, faults, isPersistent) => {
          const asked = [...questions, last];
          const { events } = askStores({ ...pair, isPersistent }, asked, [...faults, ...repaired]);
          expect(both.map((node) => roleOn(node, events)).sort()).toEqual(['primary', 'replica']);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('resynchronize after a short outage that lost a copy but no ping', () => {
    const { events } = askStores(
      pair,
      [
        { atUs: HOP_US, command: set('a', '1') },
        // Its copy is sent at 2.505 s. Pings arrive at 2.001 s and at 3.001 s.
        { atUs: 2_500_000, command: set('b', '2') },
        { atUs: 9 * SECOND_US, command: get('a') },
      ],
      [
        { kind: 'cut', between: both, moment: atUs(2_400_000) },
        { kind: 'heal', between: both, moment: atUs(2_600_000) },
      ],
    );
    expect(entriesOn(SESSION_STORE_REPLICA, events)).toEqual(entriesOn(SESSION_STORE, events));
    expect(entriesOn(SESSION_STORE_REPLICA, events).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('apply no copy after a lost one before they have resynchronized', () => {
    const { events } = askStores(
      pair,
      [
        { atUs: 2_100_000, command: set('a', '1') },
        { atUs: 2_200_000, command: del('a') },
        { atUs: 2_300_000, command: set('b', '2') },
        { atUs: 9 * SECOND_US, command: get('b') },
      ],
      [
        { kind: 'drop', from: SESSION_STORE, to: SESSION_STORE_REPLICA, moment: atUs(2_150_000) },
        // A dead primary: the replica has exactly what it had before the lost copy.
        { kind: 'crash', node: SESSION_STORE, moment: atUs(2_400_000) },
      ],
    );
    expect(roleOn(SESSION_STORE_REPLICA, events)).toBe('primary');
    expect(entriesOn(SESSION_STORE_REPLICA, events).map(({ key }) => key)).toEqual(['a']);
  });

  const anyLasting = anyQuestions.map((questions) =>
    questions.map(({ atUs, command }) => {
      return { atUs, command: command.name === 'SET' ? { ...command, ttlSeconds: 1_000 } : command };
    }),
  );

  function agreeInTheEnd(fault: fc.Arbitrary<Command>, parameters: { numRuns: number; seed?: number }): void {
    fc.assert(
      fc.property(
        anyLasting,
        fc.array(fault, { maxLength: 10 }),
        fc.boolean(),
        (questions, faults, isPersistent) => {
          const asked = [...questions, last];
          const { events } = askStores({ ...pair, isPersistent }, asked, [...faults, ...repaired]);
          const [one, other] = both.map((node) => entriesOn(node, events));
          expect(other).toEqual(one);
        },
      ),
      parameters,
    );
  }

  it('agree in the end after any history', () => {
    agreeInTheEnd(fc.oneof(anyFault, anyLoss), { numRuns: 300 });
  });

  it('agree in the end after a history that once lost a write', () => {
    agreeInTheEnd(anyFault, { numRuns: 300, seed: 1_514_584_730 });
  });
});

describe('a full store', () => {
  const refusing = { ...aloneStore, entriesMax: 2, whenFull: 'refuse' } as const;
  const evicting = { ...refusing, whenFull: 'evict' } as const;
  const from = (conditions: typeof refusing | typeof evicting, ...commands: readonly StoreCommand[]) =>
    askStores(conditions, inTurn(commands)).answers.map(said);

  it('that refuses takes no write, not even over a key that it has, and still reads (Redis noeviction)', () => {
    expect(
      from(
        refusing,
        set('a', '1'),
        set('b', '2'),
        set('c', '3'),
        set('a', '4'),
        get('a'),
        get('c'),
        get('b'),
      ),
    ).toEqual(['ok', 'ok', 'OOM', 'OOM', '1', null, '2']);
  });

  it('that refuses takes a new key for one that was deleted or has expired', () => {
    expect(from(refusing, set('a', '1'), set('b', '2'), del('a'), set('c', '3'), get('c'))).toEqual([
      'ok',
      'ok',
      1,
      'ok',
      '3',
    ]);
    // Eleven commands take a second, and then the first key has expired.
    const meanwhile = Array.from({ length: 10 }, () => get('b'));
    const answers = from(
      refusing,
      set('a', '1', 1),
      set('b', '2'),
      ...meanwhile,
      set('c', '3'),
      get('a'),
      get('c'),
    );
    expect(answers.slice(-3)).toEqual(['ok', null, '3']);
  });

  it('that evicts gives up the key that was used least recently: reading and writing are uses', () => {
    expect(
      from(evicting, set('a', '1'), set('b', '2'), get('a'), set('c', '3'), get('a'), get('b'), get('c')),
    ).toEqual(['ok', 'ok', '1', 'ok', '1', null, '3']);
    expect(
      from(evicting, set('a', '1'), set('b', '2'), set('a', '3'), set('c', '4'), get('a'), get('b')),
    ).toEqual(['ok', 'ok', 'ok', 'ok', '3', null]);
  });
});
