/** The page's side of the worker that reads Mermaid text. */
import { askWorker } from '../ask-worker.ts';
import { pageReader } from './dom-reader.ts';
import type { MermaidBlock } from './mermaid-blocks.ts';
import type { DiagramReading } from './read-mermaid.ts';
import type { DomAnswer, DomQuestion, ReaderAnswer, ReaderRequest } from './reader-messages.ts';
import ReaderWorker from './reader-worker.ts?worker';

/**
 * @returns Null where no worker can start, or where it fails.
 * @throws When it's aborted.
 */
export function readInWorker(
  { text, line }: MermaidBlock,
  signal: AbortSignal | undefined,
): Promise<DiagramReading | null> {
  const request: ReaderRequest = { kind: 'read', block: { text, line } };
  return askWorker<ReaderAnswer, DiagramReading>(ReaderWorker, request, {
    signal,
    async onAnswer(answer, post) {
      if (answer.kind === 'read') return answer.reading;
      const answers: ReaderRequest = { kind: 'answers', answers: await answersTo(answer.questions) };
      post(answers);
      return undefined;
    },
  });
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
