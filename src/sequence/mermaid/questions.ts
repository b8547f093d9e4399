/** Notes the questions to the page that come up while a text is read, and gives provisional answers until it has answered. */
import type { DomReader } from './dom-reader.ts';
import type { DomAnswer, DomQuestion } from './reader-messages.ts';

export class Questions implements DomReader {
  readonly #answers = new Map<string, DomAnswer>();
  readonly #open = new Map<string, DomQuestion>();
  #asked: readonly string[] = [];

  isColour(text: string): boolean {
    return this.#ask({ kind: 'colour', text }, false) === true;
  }

  character(code: string): string {
    return String(this.#ask({ kind: 'character', code }, ''));
  }

  /** Without scripts, handlers and the like. */
  markup(html: string, isStyled: boolean): string {
    // DOMPurify returns such a text as it is.
    if (!html.includes('<')) return html;
    return String(this.#ask({ kind: 'markup', html, isStyled }, ''));
  }

  /** The questions that have no answer yet, each once. */
  take(): readonly DomQuestion[] {
    this.#asked = [...this.#open.keys()];
    const taken = [...this.#open.values()];
    this.#open.clear();
    return taken;
  }

  /** @param answers To the questions taken last, in their order. */
  answer(answers: readonly DomAnswer[]): void {
    this.#asked.forEach((key, index) => {
      const answer = answers[index];
      if (answer !== undefined) this.#answers.set(key, answer);
    });
  }

  #ask(question: DomQuestion, provisional: DomAnswer): DomAnswer {
    const key = JSON.stringify(question);
    const known = this.#answers.get(key);
    if (known === undefined) this.#open.set(key, question);
    return known ?? provisional;
  }
}
