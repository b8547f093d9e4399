import { describe, expect, it } from 'vitest';
import type { ImportedLine } from '../../../src/sequence/imported-diagram.ts';
import { looksLikePlantUml } from '../../../src/sequence/plantuml/plantuml-source.ts';
import { readPlantUml } from '../../../src/sequence/plantuml/read-plantuml.ts';

const read = (...lines: readonly string[]) => readPlantUml(['@startuml', ...lines, '@enduml'].join('\n'));

/** One line as a short text: `a ->> b: text`, `note over a b: text`, `+a`. */
function told(line: ImportedLine): string {
  switch (line.kind) {
    case 'message': {
      const number = line.number === null ? '' : `${line.number}. `;
      const life = `${line.creates === null ? '' : ' *'}${line.destroys === null ? '' : ` !${line.destroys}`}`;
      return `${line.from} ${line.line} ${line.head} ${line.to}: ${number}${line.text}${life}`;
    }
    case 'note':
      return `note ${line.place} ${[...new Set(line.participants)].join(' ')}: ${line.text}`;
    case 'begin-frame':
      return `${line.frame} ${line.text}`;
    case 'section':
      return `${line.word} ${line.text}`;
    case 'begin-work':
      return `+${line.participant}`;
    case 'end-work':
      return `-${line.participant}`;
    default:
      return line.kind;
  }
}

const lines = (...source: readonly string[]) => read(...source).diagram.lines.map(told);

describe('a PlantUML sequence diagram', () => {
  it('has participants of all kinds, with aliases, order and boxes', () => {
    const { diagram, notUnderstood } = read(
      'actor "Long\\nname" as A #red',
      'box "Inside" #LightBlue',
      'database D order 30',
      'queue Q as "The queue"',
      'end box',
      'participant First order -5 <<web>>',
      'boundary b',
      'control c',
      'entity e',
      'collections k',
      'A -> "Bob Smith" as Bob : hi',
    );
    expect(notUnderstood).toEqual([]);
    expect(diagram.participants.map(({ id, name, shape }) => `${shape} ${id}: ${name}`)).toEqual([
      'participant First: First',
      'actor A: Long\nname',
      'queue Q: The queue',
      'boundary b: b',
      'control c: c',
      'entity e: e',
      'collections k: k',
      'participant Bob: Bob Smith',
      'database D: D',
    ]);
    expect(diagram.boxes).toEqual([{ name: 'Inside', colour: null, participants: ['D', 'Q'] }]);
  });

  // The arrows of https://plantuml.com/sequence-diagram, “Change arrow style” and “Incoming and outgoing messages”.
  it.each([
    ['A -> B: x', 'A solid arrow B: x'],
    ['A->B:x', 'A solid arrow B: x'],
    ['A --> B : x', 'A dashed arrow B: x'],
    ['A <- B : x', 'B solid arrow A: x'],
    ['A <-- B', 'B dashed arrow A: '],
    ['A ->> B : x', 'A solid open B: x'],
    ['A -->> B', 'A dashed open B: '],
    ['A ->x B', 'A solid cross B: '],
    ['A x<- B', 'B solid cross A: '],
    ['A -[#red]> B : x', 'A solid arrow B: x'],
    ['A -[#0000FF]->B : x', 'A dashed arrow B: x'],
    ['A <-> B', 'A solid both B: '],
    ['A -\\ B', 'A solid half-top B: '],
    ['A //-- B', 'A dashed stick-top-back B: '],
    ['A ->o B', 'A solid arrow B: '],
    ['A -> A : one\\ntwo', 'A solid arrow A: one\ntwo'],
    ['[-> A : found', '[ solid arrow A: found'],
    ['A ->] : lost', 'A solid arrow ]: lost'],
    ['[<- A : out', 'A solid arrow [: out'],
    ['?-> A', '[ solid arrow A: '],
    ['A ->? : short', 'A solid arrow ]: short'],
    ['A ->(10) B: slanted', 'A solid arrow B: slanted'],
    ['& A -> B : beside', 'A solid arrow B: beside'],
    ['{start} A -> B : anchored', 'A solid arrow B: anchored'],
    ['A -> B : **bold** and <color:red>red</color> <U+0041>', 'A solid arrow B: bold and red A'],
    ['서버 -> 고객 : 안녕', '서버 solid arrow 고객: 안녕'],
  ])('reads the message %s', (source, expected) => {
    expect(lines(source)).toEqual([expected]);
    expect(read(source).notUnderstood).toEqual([]);
  });

  it('tracks work by keywords, by signs and by return', () => {
    expect(
      lines(
        'A -> B ++ : ask',
        'B -> C',
        'activate C #gold',
        'C --> B -- : answer',
        'return done',
        'A->B',
        'activate B',
        'deactivate B',
      ),
    ).toEqual([
      'A solid arrow B: ask',
      '+B',
      'B solid arrow C: ',
      '+C',
      'C dashed arrow B: answer',
      '-C',
      'B dashed arrow A: done',
      '-B',
      'A solid arrow B: ',
      '+B',
      '-B',
    ]);
    expect(lines('autoactivate on', 'A -> B : x', 'return y')).toEqual([
      'A solid arrow B: x',
      '+B',
      'B dashed arrow A: y',
      '-B',
    ]);
  });

  it('creates and destroys participants', () => {
    expect(
      lines('create control C', 'A -> C : new', 'A -> D ** : new', 'A -> D !! : end', 'destroy C'),
    ).toEqual(['A solid arrow C: new *', 'A solid arrow D: new *', 'A solid arrow D: end !D']);
    expect(lines('A -> C : last', 'destroy C')).toEqual(['A solid arrow C: last !C']);
  });

  it('reads notes of one and of several lines, with and without a name', () => {
    expect(
      lines(
        'participant A',
        'participant B',
        'note left of A #aqua : one',
        'note over B, A : two',
        'note right of B',
        'three',
        'four',
        'end note',
        'A -> B',
        'note left: five',
        'note right : six',
        'hnote over A : seven',
        'note across : eight',
        'ref over A, B : login',
        'ref over A',
        'more',
        'end ref',
      ),
    ).toEqual([
      'note left A: one',
      'note over A B: two',
      'note right B: three\nfour',
      'A solid arrow B: ',
      'note left A: five',
      'note right B: six',
      'note over A: seven',
      'note over A B: eight',
      'note over A B: ref\nlogin',
      'note over A: ref\nmore',
    ]);
  });

  it('reads frames, sections and groups', () => {
    expect(
      lines(
        'alt#Gold #LightBlue good',
        'A -> B',
        'else #Pink bad',
        'A -> B',
        'end',
        'par one',
        'else two',
        'end',
        'critical',
        'else three',
        'end',
        'loop 1000 times',
        'opt',
        'end',
        'end',
        'break x',
        'end',
        'group My own label [more]',
        'A->B',
        'end group',
      ),
    ).toEqual([
      'alt good',
      'A solid arrow B: ',
      'else bad',
      'A solid arrow B: ',
      'end-frame',
      'par one',
      'and two',
      'end-frame',
      'critical ',
      'option three',
      'end-frame',
      'loop 1000 times',
      'opt ',
      'end-frame',
      'end-frame',
      'break x',
      'end-frame',
      'begin-ground',
      'note over A B: My own label [more]',
      'A solid arrow B: ',
      'end-ground',
    ]);
  });

  it.each([
    ['Can you solve <math>ax^2+bx+c=0</math>?', 'Can you solve ax²+bx+c=0?'],
    ['<math>x = (-b+-sqrt(b^2-4ac))/(2a)</math>', 'x = (-b±√(b²-4ac))/(2a)'],
    ['<math>int_0^1f(x)dx</math>', '∫₀¹f(x)dx'],
    ['<math>x^2+y_1+z_12^34</math>', 'x²+y₁+z₁₂³⁴'],
    ['<latex>\\sum_{i=0}^{n-1} (a_i + b_i^2)</latex>', '∑ᵢ₌₀ⁿ⁻¹ (aᵢ + bᵢ²)'],
    ['<latex>\\dfrac{d}{dx}f(x) \\le \\sqrt{2}</latex>', 'd/dxf(x) ≤ √2'],
    ['<latex>P(y|\\mathbf{x}) \\mbox{ or } \\epsilon</latex>', 'P(y|x) or ε'],
  ])('reads the formula %s', (formula, text) => {
    const { diagram } = readPlantUml(`A -> B : ${formula}`);
    expect(diagram.lines[0]).toMatchObject({ text });
  });

  it('counts messages, and reads title, dividers and delays', () => {
    const { diagram } = read(
      'title Log\\nin',
      'autonumber 10 10',
      'A->B',
      'A->B',
      'autonumber stop',
      'A->B',
      'autonumber resume',
      'A->B',
      '== Part two ==',
      '...5 minutes later...',
      '...',
      '|||',
      '||45||',
    );
    expect(diagram.title).toBe('Log\nin');
    expect(diagram.lines.map(told)).toEqual([
      'A solid arrow B: 10. ',
      'A solid arrow B: 20. ',
      'A solid arrow B: ',
      'A solid arrow B: 30. ',
      'note over A B: Part two',
      'note over A B: … 5 minutes later',
      'note over A B: …',
    ]);
  });

  it('ignores colours, styles and comments, and lists what it doesn’t understand with its line', () => {
    const { diagram, notUnderstood } = read(
      "' a comment",
      "/' a longer",
      "comment '/",
      'skinparam monochrome true',
      'skinparam sequence {',
      'ArrowColor red',
      '}',
      '<style>',
      'x {',
      '}',
      '</style>',
      'hide footbox',
      '!theme plain',
      'legend',
      'A -> Z',
      'end legend',
      '!include other.puml',
      'A -> B',
      'B ..> A',
      'else lost',
      'end',
      'deactivate A',
    );
    expect(diagram.lines.map(told)).toEqual(['A solid arrow B: ']);
    expect(notUnderstood).toEqual([
      { line: 18, text: '!include other.puml' },
      { line: 20, text: 'B ..> A' },
      { line: 21, text: 'else lost' },
      { line: 22, text: 'end' },
      { line: 23, text: 'deactivate A' },
    ]);
  });

  it.each([
    [50, null],
    [51, 52],
    [3_000, 52],
  ])('is refused from the 51st frame inside another: %i', (count, line) => {
    const begins = Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 'loop x' : 'group y'));
    const { problem } = read(...begins, 'A -> B', ...begins.map(() => 'end'));
    expect(problem).toEqual(line === null ? null : { kind: 'too-nested', line, nestedMax: 50 });
  });

  it('closes what is still open at its end, also without @enduml', () => {
    expect(readPlantUml('@startuml\nalt x\nA -> B\nnote over A\nopen').diagram.lines.map(told)).toEqual([
      'alt x',
      'A solid arrow B: ',
      'note over A: ',
      'end-frame',
    ]);
  });

  it('is recognised by its first line', () => {
    expect(looksLikePlantUml('  @startuml login\nA->B')).toBe(true);
    expect(looksLikePlantUml('sequenceDiagram\nA->>B: @startuml')).toBe(false);
  });
});
