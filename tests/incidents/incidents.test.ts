/**
 * Each incident does what its public reports say, and stops doing it after its fix. What clients were told is read from the
 * messages that reached them; the cause from what the nodes did. The expected outcomes are those of the reports.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../src/incidents/incident.ts';
import { incidentById, incidentIn, incidents } from '../../src/incidents/incidents.ts';
import { lessonById } from '../../src/lessons/lessons.ts';
import { membersOfFix, onOtherSide, onSide, sideOf } from '../../src/player/fix.ts';
import { stepAt } from '../../src/player/lesson-position.ts';
import type { ClusterEvent } from '../../src/simulation/cluster.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { answersIn, rememberedBy, statusesIn } from '../support/incident-answers.ts';
import { Watch } from '../support/invariants/checker.ts';
import { invariantsOf } from '../support/invariants/invariants.ts';
import { runOf } from '../support/run-of.ts';

const folder = join(import.meta.dirname, '../../src/incidents');
const docs = readFileSync(join(import.meta.dirname, '../../docs/incidents.md'), 'utf8');

interface Expected {
  /** All answers that clients got, by status. */
  readonly before: string;
  readonly after: string;
  /** Of the request that decides: its status, or what its body says. */
  readonly decides: readonly [before: unknown, after: unknown];
  /** What the nodes did that explains it, on each side. */
  readonly because: (events: readonly ClusterEvent[]) => unknown;
  readonly causes: readonly [before: unknown, after: unknown];
}

/** Requests that reached another server than the one that answered the client's login. */
function strayed(events: readonly ClusterEvent[]): number {
  const answers = answersIn(events);
  return [...answers].filter(([request, { server, status }]) => {
    const login = answers.get(`${request.split('/')[0]}/1`);
    return status === 401 && server !== login?.server;
  }).length;
}

function serversUsed(events: readonly ClusterEvent[]): number {
  return new Set([...answersIn(events).values()].map(({ server }) => server)).size;
}

/** Entries that a store gave up while it kept a later one: evicted, because none of these runs logs out or lasts that long. */
function forgottenBy(node: string) {
  return (events: readonly ClusterEvent[]) =>
    events.filter((event) => event.kind === 'forgot' && event.node === node).length;
}

/** Answers with this error. */
function refusedAs(error: string) {
  return (events: readonly ClusterEvent[]) =>
    [...answersIn(events).values()].filter(({ body }) => body.error === error).length;
}

/** Different keys that servers signed or sealed with. */
function signingKeys(events: readonly ClusterEvent[]): number {
  const kids = events.flatMap((event) =>
    event.kind === 'remembered' && event.item.kind === 'key-ring' ? [event.item.ring.signing?.kid] : [],
  );
  return new Set(kids).size;
}

/** Cookies that are longer than a browser keeps (RFC 6265bis §5.6: name and value, 4,096 octets). */
function cookiesTooLarge(events: readonly ClusterEvent[]): number {
  return events.filter(
    (event) =>
      event.kind === 'message-delivered' &&
      event.message.to === 'client' &&
      event.message.body.kind === 'http-response' &&
      event.message.body.headers.some(
        ([name, value]) => name === 'Set-Cookie' && (value.split(';')[0] ?? '').length - 1 > 4_096,
      ),
  ).length;
}

/** Whether a store got an entry again that it had given up. */
function cameBack(events: readonly ClusterEvent[]): boolean {
  const ended = new Set<string>();
  return events.some((event) => {
    if (event.kind === 'forgot' && event.node === 'session-store') ended.add(event.key);
    return event.kind === 'remembered' && event.node === 'session-store' && ended.has(event.key);
  });
}

/** Different entries that a store accepted. */
function entriesIn(node: string) {
  return (events: readonly ClusterEvent[]) =>
    new Set(
      events.flatMap((event) => (event.kind === 'remembered' && event.node === node ? [event.key] : [])),
    ).size;
}

function bodyOf(request: string, member: string) {
  return (events: readonly ClusterEvent[]) => answersIn(events).get(request)?.body[member];
}

const expected: Readonly<Record<string, Expected>> = {
  'mcp-session': {
    before: '2 × 200, 2 × 401',
    after: '4 × 200',
    decides: [401, 200],
    because: strayed,
    causes: [2, 0],
  },
  'ip-hash-behind-proxy': {
    before: '5 × 200, 3 × 401, 4 × 503',
    after: '12 × 200',
    decides: [503, 200],
    because: serversUsed,
    causes: [1, 3],
  },
  'sticky-and-scaling': {
    before: '8 × 200, 4 × 401',
    after: '12 × 200',
    decides: [401, 200],
    because: strayed,
    causes: [4, 0],
  },
  'evicted-sessions': {
    before: '6 × 200, 2 × 401',
    after: '8 × 200',
    decides: [401, 200],
    because: forgottenBy('session-store'),
    causes: [2, 0],
  },
  'failover-loses-logins': {
    before: '1 × 200, 1 × 401',
    after: '2 × 200',
    decides: [401, 200],
    because: (events) => rememberedBy(events, 'session-store-replica', 'store-entry') > 0,
    causes: [false, true],
  },
  'charged-twice': {
    before: '2 × 200',
    after: '2 × 200',
    decides: [200, 200],
    because: (events) => rememberedBy(events, 'database', 'charge'),
    causes: [2, 1],
  },
  'restart-logs-out': {
    before: '2 × 200, 1 × 401',
    after: '3 × 200',
    decides: [401, 200],
    because: (events) => rememberedBy(events, 'session-store', 'store-entry') > 0,
    causes: [false, true],
  },
  'logout-is-local': {
    before: '3 × 200',
    after: '2 × 200, 1 × 401',
    decides: [200, 401],
    because: (events) => rememberedBy(events, 'session-store', 'store-entry') > 0,
    causes: [false, true],
  },
  'drained-pod': {
    before: '3 × 200, 1 × 503',
    after: '4 × 200',
    decides: [503, 200],
    because: (events) => answersIn(events).get('client/3')?.server,
    causes: [null, 'server-2'],
  },
  'two-formats': {
    before: '2 × 200, 1 × 401',
    after: '3 × 200',
    decides: [401, 200],
    because: refusedAs('other-format'),
    causes: [1, 0],
  },
  'key-per-worker': {
    before: '2 × 200, 2 × 401',
    after: '4 × 200',
    decides: [401, 200],
    because: signingKeys,
    causes: [3, 1],
  },
  'key-ring-not-shared-yet': {
    before: '4 × 200, 1 × 401',
    after: '5 × 200',
    decides: [401, 200],
    because: refusedAs('unknown-key'),
    causes: [1, 0],
  },
  'keys-by-region': {
    before: '2 × 200, 1 × 401',
    after: '3 × 200',
    decides: [401, 200],
    because: signingKeys,
    causes: [2, 1],
  },
  'cookie-too-large': {
    before: '2 × 200, 1 × 401',
    after: '3 × 200',
    decides: [401, 200],
    because: cookiesTooLarge,
    causes: [1, 0],
  },
  'clocks-apart': {
    before: '2 × 200, 1 × 401',
    after: '3 × 200',
    decides: [401, 200],
    because: refusedAs('not-yet-valid'),
    causes: [1, 0],
  },
  'keep-alive-race': {
    before: '2 × 200, 1 × 502',
    after: '3 × 200',
    decides: [502, 200],
    because: (events) => events.filter(({ kind }) => kind === 'connection-reset').length,
    causes: [1, 0],
  },
  'post-sent-twice': {
    before: '2 × 200',
    after: '1 × 200',
    decides: [200, undefined],
    because: (events) => rememberedBy(events, 'database', 'charge'),
    causes: [2, 1],
  },
  'lost-update': {
    before: '4 × 200',
    after: '4 × 200',
    decides: [200, 200],
    because: bodyOf('client/3', 'cart'),
    causes: [['americano'], ['laptop', 'americano']],
  },
  'logout-undone': {
    before: '4 × 200',
    after: '3 × 200, 1 × 401',
    decides: [200, 401],
    because: cameBack,
    causes: [true, false],
  },
  'two-tabs-one-token': {
    before: '2 × 200, 1 × 400, 1 × 401',
    after: '4 × 200',
    decides: [400, 200],
    because: refusedAs('invalid_grant'),
    causes: [1, 0],
  },
  'full-store-refuses': {
    before: '3 × 200, 1 × 401',
    after: '4 × 200',
    decides: [401, 200],
    because: entriesIn('session-store'),
    causes: [2, 3],
  },
  'reads-from-replica': {
    before: '1 × 200, 2 × 401',
    after: '3 × 200',
    decides: [401, 200],
    because: (events) =>
      events.some(
        (event) =>
          event.kind === 'message-delivered' &&
          event.message.from === 'session-store-replica' &&
          event.message.request !== null,
      ),
    causes: [true, false],
  },
  'failback-brings-old-data': {
    before: '4 × 200',
    after: '4 × 200',
    decides: [200, 200],
    because: bodyOf('client/4', 'quantity'),
    causes: [2, 3],
  },
};

const runs = incidents.map((incident) => ({
  id: incident.id,
  incident,
  before: runOf(incident.scenario, incident.commands),
  after: runOf(incident.fixed, incident.commands),
}));

function deciding({ opensAt }: Incident): string {
  if (opensAt === 'end' || !('request' in opensAt)) throw new Error('An incident opens at a request.');
  return opensAt.request;
}

describe('the incidents', () => {
  it('are the folders with an incident.ts, each with the ID of its incident', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(incidents.map(({ id }) => id).sort()).toEqual(folders.map(({ name }) => name).sort());
    expect(Object.keys(expected).sort()).toEqual(incidents.map(({ id }) => id).sort());
  });

  it('have IDs that no lesson has, and a place of their own', () => {
    for (const { id } of incidents) expect(lessonById(id), id).toBeUndefined();
    expect(new Set(incidents.map(({ order }) => order)).size).toBe(incidents.length);
  });

  it('are found by ID', () => {
    for (const incident of incidents) {
      expect(incidentById(incident.id)).toBe(incident);
      expect(incidentIn(incident)).toBe(incident);
    }
    expect(incidentById('__proto__')).toBeUndefined();
  });

  it.each(incidents)('$id is in docs/incidents.md, with its reports', ({ id, reports }) => {
    for (const text of [`?incident=${id}`, ...reports.map(({ url }) => `(${url})`)])
      expect(docs).toContain(text);
  });

  it.each(incidents)('$id is plain data that a page accepts', (incident) => {
    expect(JSON.parse(JSON.stringify(incident))).toEqual(incident);
    for (const scenario of [incident.scenario, incident.fixed]) {
      expect(checkScenario(scenario)).toEqual([]);
      expect(checkCommands(incident.commands, scenario)).toEqual([]);
    }
  });

  it.each(incidents)('$id has one fix, which leads there and back', (incident) => {
    const { scenario, fixed } = incident;
    expect(membersOfFix(incident)).toHaveLength(1);
    expect(sideOf(incident, scenario)).toBe('before');
    expect(sideOf(incident, fixed)).toBe('after');
    expect(onOtherSide(incident, scenario)).toEqual(fixed);
    expect(onOtherSide(incident, fixed)).toEqual(scenario);
    // What the reader has changed besides stays.
    expect(onSide(incident, { ...scenario, seed: 5 }, 'after')).toEqual({ ...fixed, seed: 5 });
  });

  it.each(incidents)(
    '$id shows its deciding lines, and links to its reports',
    ({ configuration, reports }) => {
      const { lines } = configuration;
      const changed = lines.filter((line) => typeof line !== 'string' && 'after' in line);
      expect(changed.length).toBeGreaterThan(0);
      const shownOn = (side: 'before' | 'after') =>
        lines.flatMap((line) =>
          typeof line === 'string' ? [] : 'marked' in line ? [line.marked] : (line[side] ?? []),
        );
      expect(shownOn('before')).not.toEqual([]);
      expect(shownOn('after')).not.toEqual(shownOn('before'));
      expect(reports.length).toBeGreaterThan(0);
      for (const { url, name, year } of reports) {
        expect(url).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+$/);
        expect(url.endsWith(name.replace(/.*#/, ''))).toBe(true);
        expect(year).toBeGreaterThan(2008);
      }
    },
  );
});

describe('an incident', () => {
  it.each(runs)('$id happens before its fix', ({ id, before }) => {
    expect(statusesIn(before.events)).toBe(expected[id]?.before);
    expect(expected[id]?.because(before.events)).toEqual(expected[id]?.causes[0]);
  });

  it.each(runs)('$id doesn’t happen after its fix', ({ id, after }) => {
    expect(statusesIn(after.events)).toBe(expected[id]?.after);
    expect(expected[id]?.because(after.events)).toEqual(expected[id]?.causes[1]);
  });

  it.each(runs)(
    '$id opens at the first answer in which both sides differ',
    ({ id, incident, before, after }) => {
      const request = deciding(incident);
      const [told, toldAfter] = [answersIn(before.events), answersIn(after.events)];
      expect([told.get(request)?.status, toldAfter.get(request)?.status]).toEqual(expected[id]?.decides);
      const differing = [...told].find(
        ([each, answer]) =>
          JSON.stringify(contentOf(answer)) !== JSON.stringify(contentOf(toldAfter.get(each))),
      );
      expect(differing?.[0]).toBe(request);
      const step = before.steps[stepAt(before, incident.opensAt)];
      expect(step?.moment).toMatchObject({ request, at: 'answered' });
    },
  );

  it.each(runs)(
    '$id takes its commands, and keeps every invariant on both sides',
    ({ incident, before, after }) => {
      for (const run of [before, after]) {
        const taken = run.steps.filter(({ kind }) => kind === 'command').length;
        expect(taken).toBe(incident.commands.length);
        const watch = new Watch(invariantsOf(run.scenario), run.scenario);
        for (const event of run.events) watch.report(event);
        expect(watch.problems).toEqual([]);
      }
    },
  );
});

/** Which server answers may differ without consequence, and so may the text of a token. */
function contentOf(answer: ReturnType<ReturnType<typeof answersIn>['get']>) {
  if (answer === undefined) return undefined;
  const { access_token: _, refresh_token: __, ...body } = answer.body;
  return { status: answer.status, body };
}
