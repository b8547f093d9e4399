import { expect, test, vi } from 'vitest';
import { askWorker } from '../../src/sequence/ask-worker.ts';

/** Answers as the test says. */
class FakeWorker {
  static latest: FakeWorker;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  onerror: ((event: { readonly message: string; preventDefault(): void }) => void) | null = null;
  readonly requests: unknown[] = [];
  readonly terminate = vi.fn();

  constructor() {
    FakeWorker.latest = this;
  }

  postMessage(request: unknown): void {
    this.requests.push(request);
  }
}

function ask(signal?: AbortSignal) {
  const asked = askWorker<{ readonly more?: string; readonly end?: object }, object>(
    FakeWorker as unknown as new () => Worker,
    'begin',
    {
      signal,
      onAnswer: async ({ more, end }, post) => {
        if (more !== undefined) post(more);
        return end;
      },
    },
  );
  return { asked, worker: FakeWorker.latest };
}

test('gives the result after a dialogue, and ends the worker', async () => {
  const { asked, worker } = ask();
  worker.onmessage?.({ data: { more: 'go on' } });
  expect(worker.terminate).not.toHaveBeenCalled();
  const end = {};
  worker.onmessage?.({ data: { end } });
  expect(await asked).toBe(end);
  expect(worker.requests).toEqual(['begin', 'go on']);
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test.each([
  ['fails', (worker: FakeWorker) => worker.onerror?.({ message: 'no', preventDefault: () => {} })],
  ['answers what can’t be read', (worker: FakeWorker) => worker.onmessageerror?.()],
  ['answers what the page can’t use', (worker: FakeWorker) => worker.onmessage?.({ data: null })],
])('gives nothing if the worker %s', async (_, fail) => {
  const { asked, worker } = ask();
  fail(worker);
  expect(await asked).toBeNull();
  expect(worker.terminate).toHaveBeenCalledOnce();
});

test('gives nothing where no worker can start', async () => {
  const Forbidden = class {
    constructor() {
      throw new Error('A policy forbids workers.');
    }
  } as unknown as new () => Worker;
  expect(await askWorker(Forbidden, 'begin', { onAnswer: () => ({}) })).toBeNull();
});

test('ends the worker when it is aborted', async () => {
  const controller = new AbortController();
  const { asked, worker } = ask(controller.signal);
  controller.abort();
  await expect(asked).rejects.toThrow();
  expect(worker.terminate).toHaveBeenCalledOnce();
});
