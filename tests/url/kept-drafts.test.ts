// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDrafts, draftsOf } from '../../src/url/kept-drafts.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

const textsOf = (drafts: ReturnType<typeof createDrafts>) => drafts.getAll().map(({ text }) => text);

test('a draft belongs to what it was typed for', () => {
  const drafts = createDrafts('scenario');
  drafts.keep('one run', 'a');
  drafts.keep('another run', 'b');
  drafts.keep('one run', 'a2');
  expect(drafts.textFor('one run')).toBe('a2');
  expect(drafts.textFor('another run')).toBe('b');
  expect(drafts.textFor('a third run')).toBeNull();
  // The latest one is last.
  expect(textsOf(drafts)).toEqual(['b', 'a2']);
  drafts.keep('one run', null);
  expect(textsOf(drafts)).toEqual(['b']);
});

test('listeners hear of each change, and of nothing else', () => {
  const drafts = createDrafts('scenario');
  const listener = vi.fn();
  const stop = drafts.subscribe(listener);
  drafts.keep('run', 'a');
  drafts.keep('run', 'a');
  drafts.keep('another run', null);
  expect(listener).toHaveBeenCalledOnce();
  stop();
  drafts.keep('run', null);
  expect(listener).toHaveBeenCalledOnce();
});

describe('a reload', () => {
  test('finds the drafts that were saved, each kind for itself', () => {
    const drafts = createDrafts('scenario');
    drafts.keep('run', 'typed');
    drafts.save();
    expect(createDrafts('scenario').textFor('run')).toBe('typed');
    expect(createDrafts('challenge').getAll()).toEqual([]);
    drafts.keep('run', null);
    drafts.save();
    expect(createDrafts('scenario').getAll()).toEqual([]);
    expect(sessionStorage).toHaveLength(0);
  });

  test('finds what was typed when the page is left', () => {
    draftsOf('solver').keep('', 'Ada');
    window.dispatchEvent(new Event('pagehide'));
    expect(createDrafts('solver').textFor('')).toBe('Ada');
    draftsOf('solver').keep('', null);
  });

  test.each(['', 'nonsense', '1', '[null, 1, {"subject": 1, "text": "a"}, {"subject": "run"}]'])(
    'finds none where the storage has %j',
    (kept) => {
      sessionStorage.setItem('statescope.drafts.scenario', kept);
      expect(createDrafts('scenario').getAll()).toEqual([]);
    },
  );

  test('finds the latest drafts where the storage is full', () => {
    const drafts = createDrafts('scenario');
    for (const subject of ['first', 'second', 'third']) drafts.keep(subject, 'x'.repeat(100));
    const { setItem } = Storage.prototype;
    // Room for two of the three.
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
      if (value.length > 300) throw new DOMException('Full', 'QuotaExceededError');
      setItem.call(this, key, value);
    });
    drafts.save();
    expect(createDrafts('scenario').getAll()).toEqual([
      { subject: 'second', text: 'x'.repeat(100) },
      { subject: 'third', text: 'x'.repeat(100) },
    ]);
    expect(drafts.getAll()).toHaveLength(3);
  });

  test('doesn’t find texts of more than a million characters, which would leave no room for runs', () => {
    const drafts = createDrafts('scenario');
    drafts.keep('short', 'a');
    drafts.keep('long', 'x'.repeat(1_000_001));
    drafts.save();
    expect(textsOf(createDrafts('scenario'))).toEqual(['a']);
    expect(drafts.textFor('long')).toHaveLength(1_000_001);
  });
});

test('where storage is forbidden, drafts last as long as the page', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('Forbidden', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Forbidden', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
    throw new DOMException('Forbidden', 'SecurityError');
  });
  const drafts = createDrafts('scenario');
  drafts.keep('run', 'typed');
  drafts.save();
  expect(drafts.textFor('run')).toBe('typed');
});

test('the oldest drafts make room for others', () => {
  const drafts = createDrafts('scenario');
  for (let run = 1; run <= 31; run += 1) drafts.keep(`run ${run}`, String(run));
  expect(drafts.textFor('run 1')).toBeNull();
  expect(drafts.textFor('run 2')).toBe('2');
});
