/** The page's side of the worker that reads Mermaid text. */

import { pageReader } from './dom-reader.ts';
import type { MermaidBlock } from './mermaid-blocks.ts';
import type { DiagramReading } from './read-mermaid.ts';
import type { DomAnswer, DomQuestion, ReaderAnswer, ReaderRequest } from './reader-messages.ts';
import ReaderWorker from './reader-worker.ts?worker';

/**
 * @returns null where no worker can start, or where it fails.
 * @throws When it's aborted.
 */
export async function readInWorker(
  { text, line }: MermaidBlock,
  signal: AbortSignal | undefined,
): Promise<DiagramReading | null> {
  signal?.throwIfAborted();
  const worker = startWorker();
  if (worker === null) return null;
  try {
    return await ask(worker, { kind: 'read', block: { text, line } }, signal);
  } finally {
    worker.terminate();
  }
}

function startWorker(): Worker | null {
  try {
    return new ReaderWorker();
  } catch {
    return null;
  }
}

function ask(
  worker: Worker,
  request: ReaderRequest,
  signal: AbortSignal | undefined,
): Promise<DiagramReading | null> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<ReaderAnswer>) => {
      if (data.kind === 'read') resolve(data.reading);
      else
        void answersTo(data.questions).then(
          (answers) => post(worker, { kind: 'answers', answers }),
          () => resolve(null),
        );
    };
    worker.onmessageerror = () => resolve(null);
    // Some browsers let no worker of a local file start, and say so by an event.
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
    post(worker, request);
  });
}

function post(worker: Worker, request: ReaderRequest): void {
  worker.postMessage(request);
}

async function answersTo(questions: readonly DomQuestion[]): Promise<readonly DomAnswer[]> {
  const purified = questions.some(({ kind }) => kind === 'markup')
    ? (await import('dompurify')).default
    : null;
  return questions.map((question) => {
    switch (question.kind) {
      case 'colour':
        return pageReader.isColour(question.text);
      case 'character':
        return pageReader.character(question.code);
      case 'markup':
        // As Mermaid does on a page.
        return purified?.sanitize(question.html, question.isStyled ? {} : { FORBID_TAGS: ['style'] }) ?? '';
      default:
        throw new Error(`Unknown question ${question satisfies never}`);
    }
  });
}
