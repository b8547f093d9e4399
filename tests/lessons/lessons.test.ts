import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import { firstLesson } from '../../src/lessons/first-lesson.ts';
import type { SceneSetup, StepRef } from '../../src/lessons/lesson.ts';
import { lessonById, lessons } from '../../src/lessons/lessons.ts';
import { type TraceId, traceIds } from '../../src/lessons/traces.ts';
import type { Duration } from '../../src/simulation/kernel/duration.ts';
import { SERVERS_MAX } from '../../src/simulation/scenario.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import type { Step } from '../../src/trace/steps.ts';
import { openPlayer, presentArrow } from '../support/opened-player.ts';
import { runOf } from '../support/run-of.ts';
import { linesOf, purchase } from '../support/scenario.ts';

const folder = join(import.meta.dirname, '../../src/lessons');

/** The table in docs/lessons.md, "Lessons": order, and required traces. */
const planned: Readonly<Record<string, readonly TraceId[]>> = {
  clerk: ['T1', 'T2', 'T3', 'T4'],
  'login-crash': ['T5', 'T5b', 'T6'],
  'round-robin': ['T2', 'T7'],
  sticky: ['T8'],
  replication: ['T3', 'T9'],
  'shared-store': ['T10', 'T11a', 'T11b', 'T11c', 'T11d'],
  'session-cookie': ['T12', 'T13'],
  token: ['T14', 'T15', 'T16', 'T17', 'T18'],
  tcp: ['T19', 'T20', 'T21'],
  udp: ['T22', 'T23'],
  layers: ['T24'],
  'double-payment': ['T25'],
  'scale-out': ['T26'],
  'stale-failback': ['T27'],
  sandbox: [],
};

describe('the lessons', () => {
  it('are the folders with a lesson.ts, each with the ID of its lesson', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(lessons.map(({ id }) => id).sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('keep the planned order, each with a place of its own', () => {
    const ids = lessons.map(({ id }) => id);
    expect(ids.filter((id) => id in planned)).toEqual(Object.keys(planned));
    expect(new Set(lessons.map(({ order }) => order)).size).toBe(lessons.length);
  });

  it('are planned to cover every trace of the course', () => {
    expect(new Set(Object.values(planned).flat())).toEqual(new Set(traceIds));
  });

  it.each(lessons)('$id shows its required traces', ({ id, scenes }) => {
    const shown = new Set(scenes.flatMap(({ traces }) => traces));
    expect(traceIds.filter((each) => shown.has(each))).toEqual(planned[id] ?? []);
  });

  it('are found by ID', () => {
    for (const lesson of lessons) expect(lessonById(lesson.id)).toBe(lesson);
    expect(lessonById('cooking')).toBeUndefined();
    expect(lessonById('__proto__')).toBeUndefined();
  });

  it('start with the clerk', () => {
    expect(firstLesson).toBe(clerk);
    expect(lessons[0]).toBe(firstLesson);
  });

  it.each(lessons)('$id is plain data', (lesson) => {
    expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson);
  });

  it.each(lessons)('$id has its opening, scenes and closing at existing steps', (lesson) => {
    const { scenario, opensAt, scenes, closing } = lesson;
    for (const each of [{ at: opensAt }, ...scenes, closing] as readonly SceneSetup[]) {
      const { steps } = runOf(each.scenario ?? scenario, each.commands ?? []);
      const taken = steps.filter(({ kind }) => kind === 'command').length;
      expect(taken, 'have commands that take effect').toBe(each.commands?.length ?? 0);
      expect(hasStep(steps, each.at), JSON.stringify(each.at)).toBe(true);
    }
  });

  it.each(lessons)('$id can be simulated, and shown on a stage', ({ scenario, scenes, closing }) => {
    for (const each of [{ scenario }, ...scenes, closing] as readonly Partial<SceneSetup>[]) {
      const whole = each.scenario ?? scenario;
      expect(checkScenario(whole, { serversMax: SERVERS_MAX })).toEqual([]);
      expect(checkCommands(each.commands ?? [], whole)).toEqual([]);
    }
  });

  it.each(lessons)('$id has three to six scenes with unique names', ({ scenes }) => {
    expect(scenes.length).toBeGreaterThanOrEqual(3);
    expect(scenes.length).toBeLessThanOrEqual(6);
    expect(new Set(scenes.map(({ id }) => id)).size).toBe(scenes.length);
  });

  it.each(lessons)('$id has think times longer than the time to detect a crash', ({ scenario }) => {
    if (scenario.kind === 'transport') return;
    const { healthFailuresMax, healthIntervalUs } = scenario.timing;
    // A crash just after a check is detected by the next one, almost an interval later, plus the time until that
    // check fails.
    for (const { think } of scenario.clients) {
      expect(shortestUs(think)).toBeGreaterThan((healthFailuresMax + 1) * healthIntervalUs);
    }
  });
});

describe('the lesson of the clerk', () => {
  it('is about a laptop, three servers with the first one serving, and server memory', () => {
    expect(clerk.scenario).toMatchObject({
      strategy: 'server-memory',
      balancing: 'first',
      servers: 3,
      clients: [{ count: 1, script: linesOf(purchase('laptop')) }],
    });
  });

  it('opens paused where Server 1 remembers the laptop and has given its price', () => {
    const player = openPlayer();
    expect(presentArrow(player)).toBe('client/1 server-1 --> client');
    const { recording, step, isPlaying } = player.getState();
    expect(isPlaying).toBe(false);
    const head = recording.diagram.headsAt(step).find(({ participant }) => participant.id === 'server-1');
    expect(head?.chips.map(({ text }) => text)).toEqual(['Laptop']);
  });
});

function hasStep(steps: readonly Step[], ref: StepRef): boolean {
  if (ref === 'end') return true;
  const named =
    'command' in ref
      ? steps.findIndex(({ key }) => key === `command ${ref.command}`)
      : steps.findIndex(({ landmark }) => landmark.request === ref.request && landmark.at === ref.at);
  return named >= 0 && named + (ref.stepsOn ?? 0) < steps.length;
}

function shortestUs(duration: Duration): number {
  switch (duration.kind) {
    case 'fixed':
      return duration.us;
    case 'uniform':
      return duration.minUs;
    case 'exponential':
      return 0;
    default:
      throw new Error(`Unknown duration ${duration satisfies never}`);
  }
}
