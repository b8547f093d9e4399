/** Asks a worker to do one thing. Some browsers and pages let none start; then the page does it, or goes without. */

interface AskOptions<Answer, Result> {
  readonly signal?: AbortSignal | undefined;
  /**
   * Takes each answer. May send the worker more.
   *
   * @returns The result, or undefined before the last answer.
   */
  onAnswer(
    answer: Answer,
    post: (request: unknown) => void,
  ): Promise<Result | undefined> | Result | undefined;
}

/**
 * @returns Null where no worker can start, or where it fails.
 * @throws When it's aborted.
 */
export async function askWorker<Answer, Result extends object>(
  Kind: new () => Worker,
  request: unknown,
  { signal, onAnswer }: AskOptions<Answer, Result>,
): Promise<Result | null> {
  signal?.throwIfAborted();
  const worker = startWorker(Kind);
  if (worker === null) return null;
  try {
    return await new Promise<Result | null>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      const fail = () => resolve(null);
      const take = async (answer: Answer) => {
        const result = await onAnswer(answer, (more) => worker.postMessage(more));
        if (result !== undefined) resolve(result);
      };
      listenTo<Answer>(worker, (answer) => void take(answer).catch(fail), fail);
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}

function startWorker(Kind: new () => Worker): Worker | null {
  try {
    return new Kind();
  } catch {
    return null;
  }
}

/** @param onFailure Called if the worker fails, or answers what can't be read. */
export function listenTo<Answer>(
  worker: Worker,
  onAnswer: (answer: Answer) => void,
  onFailure: (error: Error) => void,
): void {
  worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
  worker.onmessageerror = () => onFailure(new Error('The answer of a worker can’t be read.'));
  // Some browsers let no worker of a local file start, and say so by an event.
  worker.onerror = (event) => {
    event.preventDefault();
    onFailure(new Error(event.message));
  };
}
