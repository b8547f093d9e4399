// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessons } from '../../src/lessons/lessons.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { MessageRow, SequenceDiagram } from '../../src/sequence/model.ts';
import { fenced, toMermaid } from '../../src/sequence/to-mermaid.ts';
import { clients } from '../../src/simulation/scenario.ts';
import { variantsOf, withVariant } from '../../src/simulation/variants.ts';
import { codes } from '../support/code-phrasebook.ts';
import { readByMermaid } from '../support/mermaid.ts';
import { runOf } from '../support/run-of.ts';
import { operated } from '../support/runs.ts';
import {
  crash,
  linesOf,
  purchase,
  restart,
  scenario,
  whenAnswered,
  whenArrived,
} from '../support/scenario.ts';

const clerkCrashes = [crash('server-1', whenAnswered('client/1'))];

function lostQuestion(): SequenceDiagram {
  return describeRun(runOf(scenario(), clerkCrashes), english);
}

/** A diagram with one message between two participants with any names. */
function diagramSaying(label: string, names: readonly [string, string] = ['A', 'B']): SequenceDiagram {
  const row: MessageRow = {
    kind: 'message',
    from: 'client',
    to: 'server-1',
    label,
    tone: 'request',
    line: 'solid',
    arrives: true,
    notes: [{ participant: 'server-1', text: label, tone: 'plain' }],
  };
  return {
    participants: [
      { id: 'client', role: 'client', name: names[0], ordinal: 1 },
      { id: 'server-1', role: 'server', name: names[1], ordinal: 1 },
    ],
    steps: [{ key: '1', request: '1', row, caption: [], sentence: '', mark: null }],
    activations: [],
    outages: [],
    absences: [],
    frames: [],
    groups: [],
    headsAt: () => [],
  };
}

/** What Mermaid must read from a diagram's steps, derived from the model. */
function expectedLines({ steps }: SequenceDiagram): string[] {
  const id = (participant: string) => participant.replaceAll('-', '_');
  return steps.flatMap(({ row }) => {
    if (row.kind === 'band') return [`note ${id(row.participant)}: ${row.title}\n${row.detail}`];
    if (row.kind !== 'message') throw new Error(`A run has no row of the kind ${row.kind}.`);
    const arrow = `${row.line === 'dashed' ? '--' : '-'}${row.arrives ? '>>' : 'x'}`;
    const notes = row.notes.map(({ participant, text }) => `note ${id(participant)}: ${text}`);
    return [`${id(row.from)} ${arrow} ${id(row.to)}: ${row.label}`, ...notes];
  });
}

const isWork = (line: string) => /^[+-] \w+$/.test(line);

describe('Mermaid text', () => {
  it('contains a run with its notes, activations, crash and question', () => {
    const diagram = describeRun(runOf(scenario(), clerkCrashes), codes);
    expect(toMermaid(diagram, { upTo: 6 }).text).toBe(
      `sequenceDiagram
    actor client as client 1
    participant load_balancer as load-balancer 1
    participant server_1 as server 1
    participant server_2 as server 2
    participant server_3 as server 3
    client->>load_balancer: request
    load_balancer->>+server_1: forward
    Note right of server_1: remembered
    server_1-->>-client: reply
    Note over server_1: crash<br/>done, 1 lost
    client->>load_balancer: request
    load_balancer->>+server_2: forward
    Note right of server_2: unknown session
    server_2-->>-client: reply
`,
    );
  });

  it('ends open activations, so that Mermaid draws them', () => {
    const { text } = toMermaid(lostQuestion(), { upTo: 1 });
    expect(text.split('\n').at(-2)).toBe('    deactivate server_1');
  });

  it('marks a message that never arrived', async () => {
    const commands = [
      crash('server-1', whenAnswered('client/1')),
      restart('server-1', whenArrived('client/3')),
    ];
    const hasty = clients(linesOf(purchase('laptop')), { think: { kind: 'fixed', us: 100_000 } });
    const run = runOf(scenario({ clients: [hasty] }), commands);
    const diagram = describeRun(run, english);
    const lost = diagram.steps.filter(({ row }) => row.kind === 'message' && !row.arrives);
    expect(lost.length).toBeGreaterThan(0);
    const { lines } = await readByMermaid(toMermaid(diagram).text);
    const crossed = lines.filter((line) => line.startsWith('load_balancer -x server_1: '));
    expect(crossed).toHaveLength(lost.length);
  });

  it('has each caption as a note over all participants on request', async () => {
    const diagram = lostQuestion();
    const { lines } = await readByMermaid(toMermaid(diagram, { captions: true }).text);
    const captions = lines.filter((line) => line.startsWith('note client, server_3: '));
    expect(captions).toEqual(
      diagram.steps.map(
        ({ caption }) => `note client, server_3: ${caption.map(({ text }) => text.trim()).join(' ')}`,
      ),
    );
  });

  it('puts a command to an absent server over all participants', async () => {
    const run = runOf(scenario(), [crash('server-9', whenAnswered('client/1'))]);
    const { lines } = await readByMermaid(toMermaid(describeRun(run, english)).text);
    expect(lines.filter((line) => line.startsWith('note client, server_3: Crash Server 9'))).toHaveLength(1);
  });
});

describe.each([
  ['English', english],
  ['Korean', korean],
])('in %s, Mermaid reads what the model contains', (_, phrasebook) => {
  const cases = lessons.flatMap(({ id, scenario }) =>
    variantsOf(scenario).map((variant) => ({ id, scenario, variant })),
  );

  it.each(cases.map((each, number) => ({ ...each, number })))(
    'of $id under $variant, complete, and up to a crash',
    async ({ number, ...each }) => {
      const calm = runOf(withVariant(each.scenario, each.variant), []);
      // Parsing is slow. The variants of a lesson have much the same steps: each is tested with other ones.
      const every = phrasebook === english ? 3 : 6;
      const crashedAt = [...calm.steps.keys()].filter((step) => (step + number) % every === 0);
      const runs = [
        { run: calm, upTo: 0 },
        ...crashedAt.map((step) => ({ run: operated(calm, step, 'crash', 'server-1'), upTo: step })),
      ];
      for (const { run, upTo } of runs) {
        const diagram = describeRun(run, phrasebook);
        const whole = await readByMermaid(toMermaid(diagram).text);
        expect(whole.lines.filter((line) => !isWork(line))).toEqual(expectedLines(diagram));
        expect(whole.names).toEqual(
          diagram.participants.map(({ role, name }) => (role === 'client' ? `[${name}]` : name)),
        );
        const part = toMermaid(diagram, { upTo });
        const read = (await readByMermaid(part.text)).lines.filter((line) => !isWork(line));
        expect(read).toEqual(whole.lines.filter((line) => !isWork(line)).slice(0, read.length));
        expect(part.drawn).toHaveLength(upTo + 1);
      }
    },
  );
});

describe('activations in Mermaid text', () => {
  it('begin and end as in the model, and never end before they begin', async () => {
    const diagram = lostQuestion();
    const { lines } = await readByMermaid(toMermaid(diagram).text);
    const works = (sign: string) => lines.filter((line) => isWork(line) && line.startsWith(sign)).length;
    expect(works('+')).toBe(diagram.activations.length);
    expect(works('-')).toBe(diagram.activations.length);
  });
});

describe('words in Mermaid text', () => {
  const hostile = [
    'end',
    'a; b # c',
    '“quoted”, "quoted" and \'quoted\'',
    '<br/>',
    '<script>alert(1)</script>',
    '%%{init: {"theme": "dark"}}%%',
    '100% or 50 %% off',
    'wrap: nowrap: :wrap:',
    ':wrap: me',
    '#59; and &lt; and ﬂ°°59¶ß',
    '$$x^2$$',
    'a\\nb',
    'style a:b#c; classDef d:#e;',
    'participant X as Y',
    '->> --x -) +-',
    '--- title: x ---',
  ];

  it.each(hostile)('are escaped: %s', async (words) => {
    const { text } = toMermaid(diagramSaying(words, [words, 'B']));
    const { names, lines } = await readByMermaid(text);
    expect(names).toEqual([`[${words}]`, 'B']);
    expect(lines).toEqual([`client ->> server_1: ${words}`, `note server_1: ${words}`]);
  });

  it('keep their line breaks', async () => {
    const { text } = toMermaid(diagramSaying('one\ntwo\r\nthree'));
    expect(text).toContain('client->>server_1: one<br/>two<br/>three\n');
    expect((await readByMermaid(text)).lines[0]).toBe('client ->> server_1: one\ntwo\nthree');
  });

  it('are escaped, for any text', async () => {
    const pieces = [
      'end',
      'a',
      ' ',
      ';',
      '#',
      '%',
      '{',
      '}',
      '<',
      '>',
      ':',
      '\\',
      'n',
      '$',
      'style',
      'wrap:',
      '&',
    ];
    const anyWords = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: fc.constantFrom(...pieces), minLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(anyWords, async (random) => {
        const words = random.trim();
        const { lines } = await readByMermaid(toMermaid(diagramSaying(words)).text);
        expect(lines).toEqual([`client ->> server_1: ${words}`, `note server_1: ${words}`]);
      }),
      { numRuns: 300 },
    );
  });

  it('rename participants whose IDs are reserved in Mermaid', async () => {
    const ids = ['end', 'note', 'server 1', '1', 'x-y', 'x_y', '가'];
    const [participant] = diagramSaying('').participants;
    if (participant === undefined) throw new Error('The diagram has no participant.');
    const row = diagramSaying('hello').steps[0]?.row as MessageRow;
    const diagram: SequenceDiagram = {
      ...diagramSaying(''),
      participants: ids.map((id) => ({ ...participant, id, name: id })),
      steps: ids.map((id) => ({
        key: id,
        request: id,
        row: { ...row, from: id, to: id, notes: [] },
        caption: [],
        sentence: '',
        mark: null,
      })),
    };
    const { names, lines } = await readByMermaid(toMermaid(diagram).text);
    expect(names).toEqual(ids.map((id) => `[${id}]`));
    expect(lines).toHaveLength(ids.length);
    expect(new Set(lines).size).toBe(ids.length);
  });
});

describe('a block for Markdown', () => {
  it('is fenced, with the info string mermaid', () => {
    expect(fenced('sequenceDiagram\n')).toBe('```mermaid\nsequenceDiagram\n```\n');
  });

  it('has a fence that its content cannot close', () => {
    expect(fenced('a: ```` \n')).toBe('`````mermaid\na: ```` \n`````\n');
  });
});

describe('links of an imported diagram', () => {
  const textWith = (target: string) => {
    const diagram = diagramSaying('hello');
    const drawn = { shape: 'participant', sign: null, links: [{ label: 'Home', target }] } as const;
    return toMermaid({
      ...diagram,
      participants: diagram.participants.map((each) => ({ ...each, drawn })),
    }).text;
  };

  it.each(['https://example.com/a', 'http://example.com', 'mailto:a@example.com', '/docs'])(
    'are written: %s',
    (target) => expect(textWith(target)).toContain('link '),
  );

  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///etc', 'vbscript:x'])(
    'are left out if they would do something else: %j',
    (target) => expect(textWith(target)).not.toContain('link '),
  );
});
