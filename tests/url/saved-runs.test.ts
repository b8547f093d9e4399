// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import { clients, type Scenario } from '../../src/simulation/scenario.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { decodeRun, encodeRun } from '../../src/url/run-code.ts';
import {
  browserStorage,
  type RunStorage,
  removeSaved,
  renameSaved,
  restoreSaved,
  savedEntry,
  savedRuns,
  saveRun,
} from '../../src/url/saved-runs.ts';
import { crash, whenAnswered } from '../support/scenario.ts';

const base = sandbox.scenario;
const run = { scenario: { ...base, servers: 5 }, commands: [crash('server-1', whenAnswered('client/1'))] };

beforeEach(() => localStorage.clear());

function names(): string[] | undefined {
  return savedRuns(browserStorage(), base)?.map(({ name }) => name);
}

describe('a saved run', () => {
  it('is there again under its name, with its faults', () => {
    expect(saveRun(browserStorage(), 'five', run, base)).toBeNull();
    expect(savedRuns(browserStorage(), base)).toEqual([{ name: 'five', content: run }]);
  });

  it('keeps all branches, even if they are long', () => {
    const branches = Array.from({ length: 80 }, (_, index) => [
      crash('server-2', { request: 'client/1', at: 'sent', offsetUs: index }),
    ]);
    saveRun(browserStorage(), 'many', { ...run, branches }, base);
    expect(savedRuns(browserStorage(), base)).toEqual([{ name: 'many', content: { ...run, branches } }]);
  });

  it('replaces a different one with the same name only on request', () => {
    const other = { scenario: base, commands: [] };
    saveRun(browserStorage(), 'mine', run, base);
    expect(saveRun(browserStorage(), 'mine', run, base)).toBeNull();
    expect(saveRun(browserStorage(), 'mine', other, base)).toBe('name-taken');
    expect(savedRuns(browserStorage(), base)).toEqual([{ name: 'mine', content: run }]);
    expect(saveRun(browserStorage(), 'mine', other, base, { replaces: true })).toBeNull();
    expect(savedRuns(browserStorage(), base)).toEqual([{ name: 'mine', content: other }]);
  });

  it('comes back as it was after it was removed, even if this version cannot read it', () => {
    localStorage.setItem('statescope.sandbox.later', 'from a later version');
    const entry = savedEntry(browserStorage(), 'later') ?? expect.fail();
    removeSaved(browserStorage(), 'later');
    expect(restoreSaved(browserStorage(), entry)).toBeNull();
    expect(localStorage.getItem('statescope.sandbox.later')).toBe('from a later version');
    expect(restoreSaved(browserStorage(), entry)).toBe('name-taken');
  });

  it('can be renamed, but not over another', () => {
    saveRun(browserStorage(), 'one', run, base);
    saveRun(browserStorage(), 'two', run, base);
    expect(renameSaved(browserStorage(), 'one', 'two')).toBe('name-taken');
    expect(renameSaved(browserStorage(), 'one', 'three')).toBeNull();
    expect(names()).toEqual(['three', 'two']);
  });

  it('can be removed', () => {
    saveRun(browserStorage(), 'one', run, base);
    expect(removeSaved(browserStorage(), 'one')).toBeNull();
    expect(names()).toEqual([]);
  });

  it('that is broken, or from a later version, reports it and leaves the others unchanged', () => {
    saveRun(browserStorage(), 'good', run, base);
    localStorage.setItem('statescope.sandbox.broken', 'nonsense');
    localStorage.setItem('statescope.sandbox.later', btoa('{"v":99}').replace(/=+$/, ''));
    localStorage.setItem('statescope.theme', 'dark');
    expect(savedRuns(browserStorage(), base)).toEqual([
      { name: 'broken', content: { problem: 'bad-run' } },
      { name: 'good', content: run },
      { name: 'later', content: { problem: 'later-version' } },
    ]);
  });
});

describe('a browser without storage', () => {
  const forbidding: RunStorage = {
    get length(): number {
      throw new DOMException('No.', 'SecurityError');
    },
    key: () => null,
    getItem: () => null,
    setItem: () => {
      throw new DOMException('No.', 'SecurityError');
    },
    removeItem: () => {},
  };

  it('reports it, and throws nothing', () => {
    expect(savedRuns(null, base)).toBeNull();
    expect(savedRuns(forbidding, base)).toBeNull();
    expect(saveRun(null, 'x', run, base)).toBe('forbidden');
    expect(saveRun(forbidding, 'x', run, base)).toBe('forbidden');
  });

  it('with full storage keeps its entries', () => {
    saveRun(browserStorage(), 'old', run, base);
    const storage = browserStorage();
    if (storage === null) throw new Error('There is no storage.');
    const full: RunStorage = {
      length: storage.length,
      key: (index) => storage.key(index),
      getItem: (key) => storage.getItem(key),
      removeItem: (key) => storage.removeItem(key),
      setItem: () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      },
    };
    expect(saveRun(full, 'new', run, base)).toBe('full');
    expect(renameSaved(full, 'old', 'new')).toBe('full');
    expect(names()).toEqual(['old']);
  });
});

describe('a sandbox in a link', () => {
  it('is restored completely, for any settings', () => {
    const scenarios = [
      { ...base, strategy: 'signed-token', tokens: { ...base.tokens, refreshLifetimeUs: 5_000_000 } },
      {
        ...base,
        clients: [...base.clients, clients([{ kind: 'me' }], { arrivesAtUs: 9, sharesAddress: true })],
      },
      transportScenario({ transport: 'udp', script: [{ kind: 'send', text: '안녕, “UDP”' }] }),
    ] satisfies readonly Scenario[];
    for (const scenario of scenarios) {
      expect(decodeRun(encodeRun({ scenario, commands: [] }, base), base)).toEqual({
        scenario,
        commands: [],
      });
    }
  });
});
