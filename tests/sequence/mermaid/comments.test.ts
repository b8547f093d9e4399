// @vitest-environment jsdom
/** Comments that narrate a diagram, and those that don't. */
import { describe, expect, it } from 'vitest';
import { withMarkers } from '../../../src/sequence/mermaid/mermaid-narration.ts';
import { importedFrom } from '../../support/diagram-fixtures.ts';
import '../../support/css-colours.ts';

const D = 'sequenceDiagram\n';

async function narrationIn(text: string): Promise<readonly string[]> {
  const { lines } = await importedFrom(text);
  return lines.flatMap((line) =>
    line.kind === 'narration' ? [(line.isForPresenter ? 'presenter: ' : '') + line.text] : [],
  );
}

/** Mermaid removes lines of comments before it parses, so a description is the same without them. */
describe('a description of several lines', () => {
  it.each([
    ['in its braces', 'accDescr {\n  First\n  %% hidden\n  second\n}'],
    ['before its words', 'accDescr {\n%% hidden\nFirst\nsecond\n}'],
    ['above its end', 'accDescr {\nFirst\nsecond\n%% hidden\n}'],
    ['with a brace', 'accDescr {\nFirst\n%% hidden }\nsecond\n}'],
    ['above its brace', 'accDescr\n%% hidden\n{\nFirst\nsecond\n}'],
    ['after another statement', 'B->>A: y; accDescr {\nFirst\n%% hidden\nsecond\n}'],
    ['in lower case', 'accdescr {\nFirst\n%% hidden\nsecond\n}'],
  ])('has no comment %s, and later ones stay', async (_, block) => {
    const text = `${D}${block}\n%% said\nA->>B: x`;
    const { accessible } = await importedFrom(text);
    expect(accessible?.description).toBe('First\nsecond');
    expect(await narrationIn(text)).toEqual(['said']);
  });
});

describe('a participant’s properties', () => {
  it.each([
    ['in their braces', 'participant DB@{\n  %% the store\n  "type": "database"\n}'],
    ['before a name', 'participant DB@{\n%% the store\n"type": "database"\n} as Store'],
    ['after a blank', 'participant DB @{\n"type": "database"\n%% the store\n}'],
    ['with a brace', 'participant DB@{\n%% the } store\n"type": "database"\n}'],
    ['of an actor', 'actor DB@{\n%% the store\n"type": "database"\n}'],
    ['of one that is created', 'create participant DB@{\n%% the store\n"type": "database"\n}\nA->>DB: x'],
    ['in a box', 'box Both\nparticipant DB@{\n%% the store\n"type": "database"\n}\nend'],
  ])('are read with a comment %s, and later ones stay', async (_, block) => {
    const text = `${D}participant A\n${block}\n%% said\nA->>DB: x`;
    const { participants } = await importedFrom(text);
    expect(participants[1]).toMatchObject({ id: 'DB', shape: 'database' });
    expect(await narrationIn(text)).toEqual(['said']);
  });
});

it('narrates after words that only look like the beginning of a block', async () => {
  expect(
    await narrationIn(`${D}A->>B: accDescr {\n%% one\nB->>A: participant X@{\n%% two\nA->>B: }`),
  ).toEqual(['one', 'two']);
});

describe('a comment that is a ruler', () => {
  it.each([
    ['%% ------------', []],
    ['%%============', []],
    ['%%%%%%%%%%%%%%', []],
    ['%% ─────────────', []],
    ['%% * * *', []],
    ['%% presenter: -----', []],
    ['%% ============ LOGIN ============', ['LOGIN']],
    ['%% --- Login', ['Login']],
    ['%% ===Login===', ['Login']],
    ['%%%% Login %%%%', ['Login']],
    ['%% presenter: --- ask ---', ['presenter: ask']],
    ['%% --- presenter: ask ---', ['presenter: ask']],
    ['%% ----------\n%% Login\n%% ----------', ['Login']],
    ['%% 로그인 -----', ['로그인']],
    ['%% **bold** and `code`', ['**bold** and `code`']],
    ['%% the **bold**', ['the **bold**']],
    ['%% C++ counts up --', ['C++ counts up']],
    ['%% in C++', ['in C++']],
    ['%% 3', ['3']],
  ])('says its words: %j', async (comment, said) => {
    expect(await narrationIn(`${D}A->>B: x\n${comment}\nB->>A: y`)).toEqual(said);
  });
});

it('keeps each line in its place', () => {
  const code = `${D}accDescr {\n%% a\nb\n}\n%% ----\nA->>B: x\n%% said\nB->>A: y`;
  expect(withMarkers(code).code.split('\n')).toHaveLength(code.split('\n').length);
});
