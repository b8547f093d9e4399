// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../../src/locales/ko/phrasebook.ts';
import { describeImported } from '../../../src/sequence/describe-imported.ts';
import { describeRun } from '../../../src/sequence/describe-run.ts';
import type { Colour, ImportedDiagram, ImportedLine } from '../../../src/sequence/imported-diagram.ts';
import {
  diagramBlocks,
  OPENED_CHARACTERS_MAX,
  parseDiagram,
} from '../../../src/sequence/mermaid/mermaid-parse.ts';
import { toMermaid } from '../../../src/sequence/to-mermaid.ts';
import { strategyIds } from '../../../src/simulation/strategies/strategies.ts';
import { runOf } from '../../support/run-of.ts';
import { crash, scenario, whenAnswered } from '../../support/scenario.ts';
import '../../support/css-colours.ts';

const FRAMES = [
  'loop x',
  'alt y',
  'rect rgb(1, 2, 3)',
  'par z',
  'critical w',
  'break v',
  'OPT u',
  'par_over t',
];

/** The first diagram of a text, or its error. */
async function opened(text: string): Promise<Awaited<ReturnType<typeof parseDiagram>>> {
  const blocks = diagramBlocks(text);
  if (!Array.isArray(blocks)) return { problem: blocks as never };
  return parseDiagram(blocks[0]);
}

async function drawingOf(text: string): Promise<ImportedDiagram> {
  const result = await opened(text);
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result;
}

async function problemOf(text: string) {
  const result = await opened(text);
  return 'problem' in result ? result.problem : null;
}

/** One line per line of an imported diagram, in an arrow language. */
function told(line: ImportedLine): string {
  switch (line.kind) {
    case 'message': {
      const { from, to, text, line: shaft, head, centres, number, creates, destroys } = line;
      const count = number === null ? '' : `(${number}) `;
      const life = `${creates === null ? '' : ` +${creates}`}${destroys === null ? '' : ` -${destroys}`}`;
      const [out, into] = [centres.from ? '()' : '', centres.to ? '()' : ''];
      return `${count}${from}${out} ${shaft} ${head} ${into}${to}: ${text}${life}`;
    }
    case 'note':
      return `note ${line.place} ${[...new Set(line.participants)].join(' to ')}: ${line.text}`;
    case 'begin-frame':
      return `[${line.frame} ${line.text}`;
    case 'section':
      return `|${line.word} ${line.text}`;
    case 'begin-ground':
      return `{${colourTold(line.colour)}`;
    case 'end-frame':
      return ']';
    case 'end-ground':
      return '}';
    case 'begin-work':
    case 'end-work':
      return `${line.kind} ${line.participant}`;
    case 'count':
    case 'narration':
      return line.kind;
    default:
      throw new Error(`Unknown line ${line satisfies never}`);
  }
}

function colourTold(colour: Colour | null): string {
  return colour === null ? 'none' : Object.values(colour).join(' ');
}

async function toldOf(...lines: string[]): Promise<string[]> {
  return (await drawingOf(['sequenceDiagram', ...lines].join('\n'))).lines.map(told);
}

describe('an imported sequence diagram', () => {
  it.each([
    ['->>', 'solid arrow'],
    ['-->>', 'dashed arrow'],
    ['->', 'solid none'],
    ['-->', 'dashed none'],
    ['-x', 'solid cross'],
    ['--x', 'dashed cross'],
    ['-)', 'solid open'],
    ['--)', 'dashed open'],
    ['<<->>', 'solid both'],
    ['<<-->>', 'dashed both'],
    ['-|\\', 'solid half-top'],
    ['--|\\', 'dashed half-top'],
    ['-|/', 'solid half-bottom'],
    ['--|/', 'dashed half-bottom'],
    ['/|-', 'solid half-top-back'],
    ['/|--', 'dashed half-top-back'],
    ['\\|-', 'solid half-bottom-back'],
    ['\\|--', 'dashed half-bottom-back'],
    ['-\\\\', 'solid stick-top'],
    ['--\\\\', 'dashed stick-top'],
    ['-//', 'solid stick-bottom'],
    ['--//', 'dashed stick-bottom'],
    ['//-', 'solid stick-top-back'],
    ['//--', 'dashed stick-top-back'],
    ['\\\\-', 'solid stick-bottom-back'],
    ['\\\\--', 'dashed stick-bottom-back'],
  ])('parses the arrow %s: %s', async (arrow, meaning) => {
    expect(await toldOf(`a${arrow}b: hello`)).toEqual([`a ${meaning} b: hello`]);
  });

  it('parses connections to the middle of a lifeline, at either end and at both', async () => {
    expect(await toldOf('a->>()b: to', 'a()->>b: from', 'b()-->>()a: both')).toEqual([
      'a solid arrow ()b: to',
      'a() solid arrow b: from',
      'b() dashed arrow ()a: both',
    ]);
  });

  it('parses rects with their colours, nested and around frames', async () => {
    expect(
      await toldOf(
        'rect rgb(191, 223, 255)',
        'a->>b: one',
        'rect rgba(0, 0, 255, .1)',
        'loop twice',
        'a->>b: two',
        'end',
        'end',
        'end',
        'rect nonsense',
        'a->>b: three',
        'end',
      ),
    ).toEqual([
      ...[
        '{191 223 255 1',
        'a solid arrow b: one',
        '{0 0 255 0.1',
        '[loop twice',
        'a solid arrow b: two',
        ']',
      ],
      ...['}', '}', '{none', 'a solid arrow b: three', '}'],
    ]);
  });

  it('parses boxes with colour and name, with either, and with neither', async () => {
    const { boxes } = await drawingOf(`sequenceDiagram
box Aqua Group Description
participant a
end
box Group without description
participant b
end
box rgb(33,66,99)
participant c
end
box rgba(33,66,99,0.5)
participant d
end
box transparent Aqua
participant e
end
a->>b: x`);
    expect(
      boxes.map(({ name, colour, participants }) => [name, colourTold(colour), ...participants]),
    ).toEqual([
      ['Group Description', '0 255 255 1', 'a'],
      ['Group without description', 'none', 'b'],
      ['', '33 66 99 1', 'c'],
      ['', '33 66 99 0.5', 'd'],
      ['Aqua', 'none', 'e'],
    ]);
  });

  it('drops invalid colours, so that none of their text is used', async () => {
    const colours = [
      'red; background: url(x)',
      'url(javascript:x)',
      'var(--x)',
      'expression(1)',
      'rgb(1,2,3)} *{x:y',
    ];
    for (const colour of colours) {
      const { lines } = await drawingOf(
        `sequenceDiagram\nrect ${colour.replaceAll(';', '#59;')}\na->>b: x\nend`,
      );
      expect(lines[0]).toEqual({ kind: 'begin-ground', colour: null });
    }
  });

  it('parses self-messages, notes in every position, and line breaks', async () => {
    expect(
      await toldOf(
        'a->>a: thinks<br/>twice',
        'Note left of a: one<br>two<BR />three',
        'Note right of a: beside',
        'Note over a: above',
        'Note over a,b: both',
      ),
    ).toEqual([
      'a solid arrow a: thinks\ntwice',
      'note left a: one\ntwo\nthree',
      'note right a: beside',
      'note over a: above',
      'note over a to b: both',
    ]);
  });

  it('parses frames of every kind, with their parts, nested', async () => {
    expect(
      await toldOf(
        'loop every day',
        'alt it rains',
        'a->>b: umbrella',
        'else',
        'a->>b: hat',
        'end',
        'end',
        'opt perhaps',
        'a->>b: 1',
        'end',
        'par one',
        'a->>b: 2',
        'and two',
        'a->>b: 3',
        'end',
        'critical must',
        'a->>b: 4',
        'option fails',
        'a->>b: 5',
        'end',
        'break stop',
        'a->>b: 6',
        'end',
      ),
    ).toEqual([
      ...['[loop every day', '[alt it rains', 'a solid arrow b: umbrella', '|else ', 'a solid arrow b: hat'],
      ...[']', ']', '[opt perhaps', 'a solid arrow b: 1', ']', '[par one', 'a solid arrow b: 2', '|and two'],
      ...['a solid arrow b: 3', ']', '[critical must', 'a solid arrow b: 4', '|option fails'],
      ...['a solid arrow b: 5', ']', '[break stop', 'a solid arrow b: 6', ']'],
    ]);
  });

  it('parses activations in both notations', async () => {
    expect(await toldOf('a->>+b: go', 'activate a', 'b-->>-a: done', 'deactivate a')).toEqual([
      'a solid arrow b: go',
      'begin-work b',
      'begin-work a',
      'b dashed arrow a: done',
      'end-work b',
      'end-work a',
    ]);
  });

  it('parses created and destroyed participants, at their messages', async () => {
    const lines = ['create participant c', 'a->>c: be', 'Note over a: hm', 'destroy c', 'a-xc: no more'];
    expect(await toldOf('a->>b: hi', ...lines, 'destroy b', 'b->>a: bye')).toEqual([
      'a solid arrow b: hi',
      'a solid arrow c: be +c',
      'note over a: hm',
      'a solid cross c: no more -c',
      'b solid arrow a: bye -b',
    ]);
  });

  it('parses numbering with start and increment', async () => {
    const lines = [
      'autonumber',
      'a->>b: y',
      'autonumber 10 5',
      'a->>b: z',
      'a->>b: z',
      'autonumber off',
      'a->>b: e',
    ];
    expect(await toldOf('a->>b: x', ...lines)).toEqual([
      'a solid arrow b: x',
      'count',
      '(2) a solid arrow b: y',
      'count',
      '(10) a solid arrow b: z',
      '(15) a solid arrow b: z',
      'count',
      'a solid arrow b: e',
    ]);
  });

  it('parses participants with names, shapes, boxes and links, in order', async () => {
    const { participants, boxes, title } = await drawingOf(`---
title: "Who is who"
---
sequenceDiagram
  box aqua The house
    actor u as The<br/>user
    participant d@{ "type": "database" } as Store
  end
  participant q@{ "type": "queue", "alias": "Line" }
  link u: Home @ https://example.com/home
  links d: {"Metrics": "javascript:alert(1)"}
  u->>q: hello`);
    expect(title).toBe('Who is who');
    expect(participants).toEqual([
      {
        id: 'u',
        name: 'The\nuser',
        shape: 'actor',
        links: [{ label: 'Home', target: 'https://example.com/home' }],
      },
      {
        id: 'd',
        name: 'Store',
        shape: 'database',
        links: [{ label: 'Metrics', target: 'javascript:alert(1)' }],
      },
      { id: 'q', name: 'Line', shape: 'queue', links: [] },
    ]);
    const aqua = { red: 0, green: 255, blue: 255, alpha: 1 };
    expect(boxes).toEqual([{ name: 'The house', colour: aqua, participants: ['u', 'd'] }]);
  });

  it('decodes numeric and named entities, and no other HTML', async () => {
    expect(await toldOf('a->>b: 1#59; 2#35; #infin; #9829; <b>x</b> <script>y</script>')).toEqual([
      'a solid arrow b: 1; 2# ∞ ♥ <b>x</b> <script>y</script>',
    ]);
  });

  it('takes 0 for no start, as Mermaid does', async () => {
    const told = await toldOf('autonumber 0 5', 'a->>b: x', 'a->>b: y');
    expect(told.filter((line) => line !== 'count')).toEqual([
      '(1) a solid arrow b: x',
      '(6) a solid arrow b: y',
    ]);
  });

  it('ignores directives, and comments that are above nothing', async () => {
    const text = `%%{init: {"theme": "dark", "securityLevel": "loose"}}%%
sequenceDiagram
a->>b: x %%{wrap}%%
%% a remark`;
    expect((await drawingOf(text)).lines.map(told)).toEqual(['a solid arrow b: x']);
  });
});

describe('a Markdown text', () => {
  const markdown = `# Notes

## Login
\`\`\`mermaid
sequenceDiagram
a->>b: one
\`\`\`

\`\`\`mermaid
flowchart LR
a-->b
\`\`\`

~~~~ mermaid
---
title: second
---
sequenceDiagram
c->>d: ~~~ two
~~~~
`;

  it('lists its sequence diagrams, by headings and lines', () => {
    const blocks = diagramBlocks(markdown);
    expect(blocks).toMatchObject([
      { line: 5, heading: 'Login' },
      { line: 15, heading: 'Login' },
    ]);
  });

  it('opens each of them', async () => {
    const blocks = diagramBlocks(markdown);
    if (!Array.isArray(blocks)) throw new Error('There are no blocks.');
    const drawings = await Promise.all(blocks.map((block) => parseDiagram(block)));
    expect(drawings).toMatchObject([{ title: '' }, { title: 'second', lines: [{ text: '~~~ two' }] }]);
  });

  it.each([
    ['indented by four blanks', '1. Look:\n\n    ```mermaid\n    sequenceDiagram\n    a->>b: x\n    ```\n'],
    ['in a quotation', '> ```mermaid\n> sequenceDiagram\n> a->>b: x\n> ```\n'],
    ['in a quotation that ends first', '> ```mermaid\n> sequenceDiagram\n> a->>b: x\n\nwords'],
    ['in a list', '- ```mermaid\n  sequenceDiagram\n  a->>b: x\n  ```\n'],
    ['after another block', '```sh\n# not a heading\nls\n```\n```mermaid\nsequenceDiagram\na->>b: x\n```\n'],
  ])('opens a diagram %s', async (_, text) => {
    const blocks = diagramBlocks(text);
    if (!Array.isArray(blocks)) throw new Error('There are no blocks.');
    expect(blocks).toMatchObject([{ heading: '' }]);
    expect((await drawingOf(text)).lines.map(told)).toEqual(['a solid arrow b: x']);
  });

  const diagram = 'sequenceDiagram\na->>b: x';
  it.each([
    ['in a fence without a language', `\`\`\`\n${diagram}\n\`\`\`\n`, 2],
    ['in a fence of text', `Look:\n\`\`\`text\n${diagram}\n\`\`\`\nThat’s all.`, 3],
    ['below other words', `Here is the diagram:\n\n${diagram}`, 2],
    ['below the name of the language', `mermaid\n${diagram}`, 2],
    ['in an answer in a fence', `\`\`\`\`markdown\nLook:\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\`\`\`\``, 4],
    [
      'in an answer in a fence of the same length',
      `\`\`\`markdown\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\`\`\``,
      3,
    ],
    ['in HTML', `<p>Look:</p>\n<pre class="mermaid">\n  sequenceDiagram\n  a-&gt;&gt;b: x\n</pre>`, 3],
    ['in HTML, beside the tags', `<div class="mermaid">sequenceDiagram\na-&gt;&gt;b: x</div>`, 1],
  ])('opens a diagram that is %s', async (_, text, line) => {
    expect(diagramBlocks(text)).toMatchObject([{ line }]);
    expect((await drawingOf(text)).lines.map(told)).toEqual(['a solid arrow b: x']);
  });

  it('leaves front matter and directives with a diagram in an unnamed fence', async () => {
    const text = [
      'Look:',
      '```',
      '---',
      'title: Login',
      '---',
      '%%{init: {',
      '  "sequence": { "mirrorActors": false }',
      '}}%%',
      '%% a comment',
      diagram,
      '```',
    ].join('\n');
    expect(diagramBlocks(text)).toMatchObject([{ line: 3 }]);
    expect(await drawingOf(text)).toMatchObject({ title: 'Login', lines: [{ text: 'x' }] });
  });

  it('lists all diagrams that are in unnamed fences', () => {
    const fenced = `\`\`\`\n${diagram}\n\`\`\`\n`;
    expect(diagramBlocks(`One:\n${fenced}Two:\n${fenced}`)).toMatchObject([{ line: 3 }, { line: 8 }]);
  });

  it('without a sequence diagram lists what it found', async () => {
    expect(await problemOf('```mermaid\npie\n```')).toEqual({ kind: 'not-a-sequence-diagram', word: 'pie' });
    expect(await problemOf('Dear all,\nthis is a letter.')).toEqual({
      kind: 'not-a-sequence-diagram',
      word: 'Dear',
    });
  });
});

describe('an invalid text', () => {
  it('is reported with Mermaid’s message and the line in the whole text', async () => {
    const text = `Some words.

\`\`\`mermaid
---
title: x
---

%% comment
sequenceDiagram
  %% another
  a->>b: fine

  a->>b
  b->>a: fine
\`\`\``;
    const problem = await problemOf(text);
    expect(problem).toMatchObject({ kind: 'syntax', line: 13 });
    expect(problem).toMatchObject({ message: expect.stringMatching(/^Parse error on line 13:/) });
  });

  it.each([
    [['a->>b: x', 'loop forever', 'a->>b: y', 'deactivate b', 'end', 'a->>b: z'], 5],
    [['create participant c', 'a->>b: x'], 3],
    [['participant a', 'a->>b: x', 'create participant a', 'b->>a: y'], 4],
  ])('is reported with its line even when Mermaid gives none: %j', async (lines, line) => {
    expect(await problemOf(['sequenceDiagram', ...lines].join('\n'))).toMatchObject({ kind: 'syntax', line });
  });

  it('with a semicolon inside a line says that it ends the line', async () => {
    expect(await problemOf('sequenceDiagram\na->>b: one; two three')).toEqual({ kind: 'semicolon', line: 2 });
  });

  it('is not one that ends its first line with a semicolon', async () => {
    expect((await drawingOf('sequenceDiagram;a->>b: x')).lines.map(told)).toEqual(['a solid arrow b: x']);
  });

  it.each([
    [50, null],
    [51, 54],
    [3_000, 54],
  ])('with frames inside each other is one from the 51st: %i', async (count, line) => {
    const begins = Array.from({ length: count }, (_, index) => FRAMES[index % FRAMES.length]);
    const body = [...begins, 'a->>b: x', ...begins.map(() => 'end')];
    const problem = await problemOf(['sequenceDiagram', 'opt before', 'end', ...body].join('\n'));
    expect(problem).toEqual(line === null ? null : { kind: 'too-nested', line, nestedMax: 50 });
  });

  it('counts its nested frames in the whole text, whatever else is in a line', async () => {
    // Two frames in each line of the block, which begins in the third line, so the 51st is in the block's 27th line.
    const body = ['loop #59; x; a->>b: loop; opt y', ...Array.from({ length: 30 }, () => 'loop x; opt y')];
    const text = ['Words.', '```mermaid', 'sequenceDiagram', ...body, '```'].join('\n');
    expect(await problemOf(text)).toEqual({ kind: 'too-nested', line: 29, nestedMax: 50 });
  });

  it('is not one with many frames below each other', async () => {
    const body = Array.from({ length: 60 }, () => 'loop x\na->>b: x\nend loop y\nb->>a: y\nend');
    expect(await problemOf(['sequenceDiagram', ...body].join('\n'))).toBeNull();
  });

  it('is what has nothing in it', async () => {
    expect(await problemOf(' \n ')).toEqual({ kind: 'nothing-in-it' });
    expect(await problemOf('sequenceDiagram\nparticipant a')).toEqual({ kind: 'nothing-in-it' });
  });

  it('is rejected when too large, before it is parsed', async () => {
    const text = 'x'.repeat(10_000_000);
    expect(await problemOf(text)).toEqual({
      kind: 'too-large',
      characters: 10_000_000,
      charactersMax: OPENED_CHARACTERS_MAX,
    });
  });

  it('never throws, for any mutation of a text', async () => {
    const good = `---
title: t
---
%%{init: {}}%%
sequenceDiagram
box Aqua X
actor a as A
end
autonumber
a->>+b: hi #35; <br/>
Note over a,b: n
alt x
a->>a: y
else z
b-->>-a: w
end
create participant c
a-xc: q
destroy c
c-->a: r
link a: B @ javascript:alert(1)
`;
    const anyChange = fc.tuple(fc.nat(good.length), fc.nat(8), fc.string({ maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 4 }), async (changes) => {
        let text = good;
        for (const [at, removed, added] of changes)
          text = text.slice(0, at) + added + text.slice(at + removed);
        const result = await opened(text);
        if (!('problem' in result)) {
          const { steps } = describeImported(result, english.imported);
          expect(steps.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('round trips', () => {
  const messagesOf = (imported: ImportedDiagram) =>
    imported.lines.filter(({ kind }) => kind === 'message').map(told);

  it.each([english, korean])('an exported run returns the same messages ($language)', async (phrasebook) => {
    for (const strategy of strategyIds) {
      const run = runOf(scenario({ strategy }), [crash('server-1', whenAnswered('client/1'))]);
      const diagram = describeRun(run, phrasebook);
      const imported = await drawingOf(toMermaid(diagram).text);
      const id = (participant: string) => participant.replaceAll('-', '_');
      expect(messagesOf(imported)).toEqual(
        diagram.steps.flatMap(({ row }) =>
          row.kind === 'message'
            ? [`${id(row.from)} ${row.line} ${row.arrives ? 'arrow' : 'cross'} ${id(row.to)}: ${row.label}`]
            : [],
        ),
      );
    }
  });

  it('an imported diagram is unchanged', async () => {
    const text = `sequenceDiagram
participant a
box rgba(33, 66, 99, 0.5) Both
actor b as Bee
participant d@{ "type": "database" } as Dee
end
box rgb(1, 2, 3)
participant e
end
link a: Home @ https://example.com/a?b=1#c
autonumber 3
a->>+b: one<br/>two
b->>b: #59;
Note right of b: n
Note over a,b: m
loop l
alt x
a-)b: y
else z
b<<-->>a: w
end
end
a-x d: cross
a-|\\d: 1
a--|/d: 2
a/|-d: 3
a\\|--d: 4
a-\\\\d: 5
a--//d: 6
a//-d: 7
a\\\\--d: 8
a->>()d: 9
a()->>d: 10
a()-->>()d: 11
a->>+b: stacked
b-->>-a: no longer
rect rgb(200, 150, 255)
rect rgba(0, 0, 255, 0.1)
alt in two grounds
a->>d: 12
end
a->>d: 13
end
end
autonumber off
create participant c
a->>c: be
rect rgb(1,2,3)
a->c: v
end
destroy c
a--xc: out
b-->>-a: end`;
    const first = await drawingOf(text);
    const again = await drawingOf(toMermaid(describeImported(first, english.imported)).text);
    expect(again).toEqual(first);
  });
});
