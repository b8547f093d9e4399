// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { pageReader } from '../../../src/sequence/mermaid/dom-reader.ts';
import { loadMermaid } from '../../../src/sequence/mermaid/mermaid.ts';
import { Questions } from '../../../src/sequence/mermaid/questions.ts';
import { readMermaid } from '../../../src/sequence/mermaid/read-mermaid.ts';
import '../../support/css-colours.ts';

const text = `sequenceDiagram
  participant a as #infin; servers
  a->>b: one #9829; two #35; #infin;
  Note over a: #nosuchname;
`;

describe('reading without a document', () => {
  it('gives what the page reads, once the page has answered', async () => {
    const mermaid = await loadMermaid();
    const block = { text, line: 1 };
    const questions = new Questions();
    await readMermaid(block, mermaid, questions);
    const open = questions.take();
    // Each character is asked for once, however often it occurs.
    expect(open.map((question) => (question.kind === 'character' ? question.code : question.kind))).toEqual([
      'infin',
      '#9829',
      '#35',
      'nosuchname',
    ]);
    questions.answer(
      open.map((question) => (question.kind === 'character' ? pageReader.character(question.code) : '')),
    );
    const reading = await readMermaid(block, mermaid, questions);
    expect(questions.take()).toEqual([]);
    expect(reading).toEqual(await readMermaid(block, mermaid, pageReader));
  });

  it('asks for markup that has a tag, and for no other', () => {
    const questions = new Questions();
    expect(questions.markup('a & b > c', true)).toBe('a & b > c');
    expect(questions.take()).toEqual([]);
    questions.markup('<b>a</b>', false);
    expect(questions.take()).toEqual([{ kind: 'markup', html: '<b>a</b>', isStyled: false }]);
    questions.answer(['a']);
    expect(questions.markup('<b>a</b>', false)).toBe('a');
    expect(questions.take()).toEqual([]);
  });

  it('tells colours from other words only by the page', () => {
    const questions = new Questions();
    expect(questions.isColour('red')).toBe(false);
    questions.take();
    questions.answer([true]);
    expect(questions.isColour('red')).toBe(true);
  });
});
