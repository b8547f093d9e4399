/**
 * Reads Mermaid text off the page's thread: 5,000 lines take a second. Mermaid's parser needs little of a document, and the
 * page answers for that: text is read once, with the questions noted, and again with their answers.
 */
import DOMPurify from 'dompurify';
import { failInWorker } from '../fail-in-worker.ts';
import { loadMermaid } from './mermaid.ts';
import { forParsingOnly } from './mermaid-configuration.ts';
import { Questions } from './questions.ts';
import { readMermaid } from './read-mermaid.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-messages.ts';

const questions = new Questions();
let onAnswers = () => {};

// Without a document DOMPurify does nothing at all.
Object.assign(DOMPurify, {
  addHook: () => {},
  sanitize: (html: string, options?: object) => questions.markup(html, options === undefined),
});

self.onmessage = ({ data: request }: MessageEvent<ReaderRequest>) => {
  if (request.kind === 'answers') {
    questions.answer(request.answers);
    onAnswers();
  } else read(request.block).catch(failInWorker);
};

async function read(block: Extract<ReaderRequest, { kind: 'read' }>['block']): Promise<void> {
  const mermaid = await loadMermaid();
  forParsingOnly(mermaid);
  // Mermaid looks for colours in `window.CSS`, and for the element that `details` names: a page of ours has none.
  Object.assign(self, {
    window: { CSS: { supports: (_: string, colour: string) => questions.isColour(colour) } },
    document: { getElementById: () => null },
  });
  for (;;) {
    const reading = await readMermaid(block, mermaid, questions);
    const open = questions.take();
    if (open.length === 0) return answer({ kind: 'read', reading });
    const areAnswered = new Promise<void>((resolve) => {
      onAnswers = resolve;
    });
    answer({ kind: 'questions', questions: open });
    await areAnswered;
  }
}

function answer(words: ReaderAnswer): void {
  self.postMessage(words);
}
