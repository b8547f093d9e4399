import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { drawingSaying } from '../../../../../tests/support/imported-diagrams.ts';
import { runOf } from '../../../../../tests/support/run-of.ts';
import { crash, scenario, whenAnswered } from '../../../../../tests/support/scenario.ts';
import { lessons } from '../../../../lessons/lessons.ts';
import { phrasebook } from '../../../../locales/en/phrasebook.ts';
import { lessonWords } from '../../../../locales/ko/lesson-words.ts';
import { phrasebook as korean } from '../../../../locales/ko/phrasebook.ts';
import { recordingOfImported } from '../../../../player/record.ts';
import { recordingOfRun } from '../../../../player/recording-of-run.ts';
import { colourNames, type Palette } from '../../../../sequence/palette.ts';
import { readPlantUml } from '../../../../sequence/plantuml/read-plantuml.ts';
import { toSlides } from '../../../../sequence/slides/to-slides.ts';
import { stopsOf } from '../../../../sequence/walk-stops.ts';
import { hexOf } from '../hex-colour.ts';
import { makeSlides, type SlidesRequest } from '../make-slides.ts';
import { slideCounts } from '../plan-slides.ts';
import { valid } from '../pptx.ts';
import { withParagraphs } from '../pptx-xml.ts';

/** The light theme, as `tokens.css` has it. */
const tokens = readFileSync(join(import.meta.dirname, '../../../../app/tokens.css'), 'utf8');
const palette = Object.fromEntries(
  colourNames.map((name) => [name, new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(tokens)?.[1] ?? '#000000']),
) as Palette;
/** Korean letters are about as wide as they're high. */
const measureText = (text: string, fontPx: number) =>
  [...text].reduce((sum, letter) => sum + (letter > 'ᄀ' ? 0.95 : 0.55) * fontPx, 0);

const lesson = lessons.find(({ id }) => id === 'clerk') ?? null;
const run = runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]);
const clerk: SlidesRequest = {
  ...{ recording: recordingOfRun(run, korean), lesson, words: lessonWords.clerk ?? null, extent: 'scenes' },
  ...{ phrasebook: korean, palette, measureText, title: '다른 서버가 대답해요' },
};
const plantuml = readPlantUml(`@startuml
actor Customer as C
box "Shop" #LightBlue
participant "Web application" as W
database Orders as D
end box
queue Mail as Q
C -> W ++ : POST /orders\\nwith a long second line
W -> W : checks the form
alt the card is valid
W -> D ++ : INSERT order
note right of D : One transaction
D --> W -- : 1 row
W ->> Q : send the receipt
else it is not
W -x C : 402 Payment Required
end
W --> C -- : 201 Created
create Audit
W -> Audit : log
destroy Audit
@enduml`).diagram;
const diagram: SlidesRequest = {
  ...clerk,
  ...{ recording: recordingOfImported(plantuml, phrasebook), lesson: null, words: null, extent: 'steps' },
  ...{ phrasebook, title: 'Orders & receipts' },
};

async function fileOf(request: SlidesRequest): Promise<Uint8Array> {
  const options = { signal: new AbortController().signal, onProgress: async () => {} };
  return new Uint8Array(await (await makeSlides(request, options)).arrayBuffer());
}

function textsIn(xml: string): string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) =>
    text.replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
    ),
  );
}

/** Each slide's title, shapes and speaker notes, read from the file's XML. */
function slidesIn(file: Uint8Array) {
  const parts = unzipSync(file);
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const count = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
  return Array.from({ length: count }, (_, index) => {
    const xml = text(`ppt/slides/slide${index + 1}.xml`);
    const title = xml.split('<p:sp>').find((shape) => shape.includes('type="title"')) ?? '';
    const notes =
      text(`ppt/notesSlides/notesSlide${index + 1}.xml`)
        .split('type="body"')[1]
        ?.split('</p:sp>')[0] ?? '';
    return { xml, title: textsIn(title).join(''), texts: textsIn(xml), notes: textsIn(notes) };
  });
}

const caption = ({ caption: phrase }: { readonly caption: readonly { readonly text: string }[] }) =>
  phrase.map(({ text }) => text).join('');

describe('a deck', () => {
  it('has a slide for each step, with its caption as title and its sentence in the notes', async () => {
    const slides = slidesIn(await fileOf(diagram));
    const steps = stopsOf(diagram.recording.diagram);
    expect(slides.map(({ title }) => title)).toEqual(steps.map(caption));
    expect(slides.map(({ notes }) => notes.join('\n'))).toEqual(steps.map(({ sentence }) => sentence));
  });

  it('of a diagram has a slide for each stop of its way, with what its author says', async () => {
    const { diagram: plain } = readPlantUml(`@startuml
A -> B : one
note right : remark
alt yes
A -> B : two
else no
A -> B : three
end
@enduml`);
    const said = { kind: 'narration', text: 'Look **here**.', isForPresenter: false } as const;
    const noted = { kind: 'narration', text: 'Ask them.', isForPresenter: true } as const;
    const imported = { ...plain, lines: [said, noted, ...plain.lines] };
    const recording = recordingOfImported(imported, phrasebook);
    const slides = slidesIn(await fileOf({ ...diagram, recording }));
    const stops = stopsOf(recording.diagram);
    expect(slides.map(({ title }) => title)).toEqual(['Look here.', ...stops.slice(1).map(caption)]);
    expect(slides).toHaveLength(2);
    expect(slideCounts(recording.diagram, null).steps).toBe(2);
    expect(slides[0]?.texts).toContain('remark');
    expect(slides[0]?.notes.join(' ')).toContain('Ask them.');
    expect(slides[0]?.texts).not.toContain('two');
    expect(slides[1]?.texts).toEqual(expect.arrayContaining(['two', 'three']));
    const other = recordingOfImported(imported, phrasebook, { walk: { isFull: false, choices: { 0: 1 } } });
    const taken = slidesIn(await fileOf({ ...diagram, recording: other }));
    expect(taken.at(-1)?.title).toBe(stopsOf(other.diagram).map(caption).at(-1));
    expect(taken.at(-1)?.title).toContain('three');
  });

  it('has editable shapes: names, words, connectors with arrowheads, and no picture', async () => {
    const slides = slidesIn(await fileOf(diagram));
    const last = slides.at(-1);
    expect(last?.texts).toEqual(expect.arrayContaining(['Customer', 'Orders', 'Shop', 'log', '201 Created']));
    expect(last?.xml).toContain('<p:cxnSp>');
    expect(last?.xml).toMatch(/<a:tailEnd type="triangle"\/>/);
    expect(last?.xml).toContain('prst="roundRect"');
    for (const { xml } of slides) expect(xml).not.toContain('<p:pic>');
  });

  it('has a slide for each scene of a lesson in its own run, with what the presenter says', async () => {
    const slides = slidesIn(await fileOf(clerk));
    const words = Object.values(lessonWords.clerk?.scenes ?? {});
    expect(slides).toHaveLength(6);
    for (const [index, { heading, notes }] of words.entries()) {
      expect(slides[index]?.notes).toEqual(
        expect.arrayContaining([heading, notes.say, notes.ask, notes.answers]),
      );
    }
    // Fonts that LibreOffice replaces by ones of equal widths, and by a Korean one.
    const fonts = [...(slides[2]?.xml.matchAll(/<a:(latin|ea) typeface="([^"]+)"/g) ?? [])];
    expect(new Set(fonts.map(([, script, font]) => `${script} ${font}`))).toEqual(
      new Set(['latin Arial', 'ea Malgun Gothic']),
    );
  });

  it('has a slide for the end of each request', async () => {
    const { recording } = clerk;
    const slides = slidesIn(await fileOf({ ...clerk, extent: 'requests' }));
    expect(slides).toHaveLength(slideCounts(recording.diagram, lesson).requests);
    const { steps } = recording.diagram;
    const ends = steps.filter(({ request }, index) => steps[index + 1]?.request !== request);
    expect(slides.map(({ title }) => title)).toEqual(ends.map(caption));
  });

  it('has the names of a diagram’s participants in the middle of their heads', () => {
    const { diagram: drawn } = diagram.recording;
    const { shapes } = toSlides(drawn, [{ step: 0 }], { palette, measureText }).slideAt(0);
    for (const name of ['Customer', 'Web application', 'Orders']) {
      const words = shapes.find((shape) => shape.kind === 'words' && shape.words.lines.join(' ') === name);
      if (words?.kind !== 'words') throw new Error(`There is no ${name}.`);
      expect(words.words.anchor).toBe('middle');
      const middle = words.box.x + words.box.width / 2;
      expect(shapes.some((shape) => shape.kind === 'line' && Math.abs(shape.x1 - middle) < 1)).toBe(true);
    }
  });

  it('leaves room for a font that is wider than the measured one', () => {
    const { shapes } = toSlides(clerk.recording.diagram, [{ step: 5 }], { palette, measureText }).slideAt(0);
    for (const shape of shapes) {
      if (shape.kind !== 'box' || shape.words === null) continue;
      const { lines, fontPx } = shape.words;
      const widest = Math.max(...lines.map((line) => measureText(line, fontPx)));
      expect(shape.box.width - 1.07 * widest).toBeGreaterThan(0.6 * fontPx);
    }
  });

  it('breaks long words rather than shrinking all letters', () => {
    const { diagram: wide } = readPlantUml(`@startuml
A -> B : https://shop.example.com/orders/2026-11-30/items?filter=unshipped&sort=created_at&page=1&size=50
B -> C : GET /protocol/openid-connect/auth?response_type=code&client_id=shop&code_challenge_method=S256
C -> D : com.example.shop.checkout.infrastructure.adapter.out.persistence.JpaOrderRepository
@enduml`);
    const drawn = recordingOfImported(wide, phrasebook).diagram;
    const { width } = toSlides(drawn, [{ step: 0 }], { palette, measureText });
    expect(width).toBeLessThanOrEqual(1_200 / 0.7);
  });

  it('cuts an arrow that departed above the rows of its slide', () => {
    const many = drawingSaying(...Array.from({ length: 30 }, (_, index) => `message ${index}`));
    const lines = many.lines.map((line, index) =>
      line.kind === 'message' && index === many.lines.length - 1 ? { ...line, transit: 29 } : line,
    );
    const { diagram: drawn } = recordingOfImported({ ...many, lines }, phrasebook);
    expect(drawn.drawsTransit).toBe(true);
    const { shapes } = toSlides(drawn, [{ step: 29 }], { palette, measureText }).slideAt(0);
    const drawnLines = shapes.filter((shape) => shape.kind === 'line');
    const lifelines = drawnLines.filter(({ x1, x2 }) => x1 === x2);
    const top = Math.min(...lifelines.map(({ y1 }) => y1));
    expect(drawnLines.some(({ x1, x2, y1, y2 }) => x1 !== x2 && y1 !== y2)).toBe(true);
    for (const { y1, y2 } of drawnLines) expect(Math.min(y1, y2)).toBeGreaterThanOrEqual(top);
  });

  it('keeps any text, as XML can contain it', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), 40).map((text) => `a${text}b`);
    const recording = recordingOfImported(drawingSaying(...texts, 'a\u0000\uD800&<b'), phrasebook);
    const slides = slidesIn(await fileOf({ ...diagram, recording }));
    const shown = recording.diagram.steps.map((step) => valid(caption(step)).replace(/\s/g, ''));
    expect(slides.map(({ title }) => title.replace(/\s/g, ''))).toEqual(shown);
    expect(shown.at(-1)).toBe('a→b:a&<b');
  });

  it('can be cancelled', async () => {
    const controller = new AbortController();
    const onProgress = async () => controller.abort();
    await expect(makeSlides(diagram, { signal: controller.signal, onProgress })).rejects.toThrow();
  });
});

test('every shape of a long diagram is on its slide, and the present row too', () => {
  const texts = Array.from({ length: 120 }, (_, index) => `message ${index}`);
  const { diagram: long } = recordingOfImported(drawingSaying(...texts), phrasebook);
  const slides = toSlides(long, [{ step: 0 }, { step: 60 }, { step: 119 }], { palette, measureText });
  for (let index = 0; index < slides.count; index += 1) {
    const { shapes } = slides.slideAt(index);
    const shown = shapes.flatMap((shape) => (shape.kind === 'line' ? [] : (shape.words?.lines ?? [])));
    expect(shown).toContain(`message ${[0, 60, 119][index]}`);
    for (const shape of shapes) {
      const [top, bottom] =
        shape.kind === 'line'
          ? [Math.min(shape.y1, shape.y2), Math.max(shape.y1, shape.y2)]
          : [shape.box.y, shape.box.y + shape.box.height];
      expect(top).toBeGreaterThanOrEqual(slides.titleHeight);
      expect(bottom).toBeLessThanOrEqual(slides.height + 1);
    }
  }
});

test('what is passed over below the present row ends with the slide', () => {
  const body = Array.from({ length: 40 }, (_, index) => [`loop ${index}`, `A -> B : other ${index}`, 'end']);
  const { diagram: forked } = readPlantUml(
    ['alt yes', 'A -> B : one', 'else no', ...body.flat(), 'end', 'B -> A : two'].join('\n'),
  );
  const { diagram: drawn } = recordingOfImported(forked, phrasebook);
  const slides = toSlides(drawn, [{ step: 1 }], { palette, measureText });
  const { shapes } = slides.slideAt(0);
  const words = shapes.flatMap((shape) => (shape.kind === 'line' ? [] : (shape.words?.lines ?? [])));
  expect(words).toEqual(expect.arrayContaining(['one', 'other 0']));
  for (const shape of shapes) {
    const bottom = shape.kind === 'line' ? Math.max(shape.y1, shape.y2) : shape.box.y + shape.box.height;
    expect(bottom).toBeLessThanOrEqual(slides.height + 1);
    if (shape.kind === 'box') expect(shape.box.height).toBeGreaterThan(0);
  }
});

test('notes of several lines are several paragraphs', () => {
  const run1 = '<a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>';
  expect(withParagraphs(`${run1}a\r\nb</a:t></a:r></a:p>`)).toBe(
    `${run1}a</a:t></a:r></a:p>${run1}b</a:t></a:r></a:p>`,
  );
});

test.each([
  ['#0b5fc8', '0B5FC8'],
  ['#fff', 'FFFFFF'],
  ['rgb(1, 20, 255)', '0114FF'],
])('the colour %s is %s', (css, hex) => {
  expect(hexOf(css)).toBe(hex);
});

const program = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));

// The line of the stage has the name of a test that was skipped.
const needed = 'LibreOffice opens the decks (needs soffice: apt-get install libreoffice-impress)';
test.skipIf(program === undefined)(needed, { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(process.env.DECK_FOLDER ?? tmpdir(), 'statescope-deck-'));
  writeFileSync(join(folder, 'lesson.pptx'), await fileOf(clerk));
  writeFileSync(join(folder, 'diagram.pptx'), await fileOf(diagram));
  const args = [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ];
  await promisify(execFile)(program ?? '', [
    ...args,
    join(folder, 'lesson.pptx'),
    join(folder, 'diagram.pptx'),
  ]);
  const pages = (name: string) =>
    readFileSync(join(folder, name), 'latin1').match(/\/Type\s*\/Page\b/g)?.length;
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['lesson.pdf', 'diagram.pdf']));
  expect(pages('lesson.pdf')).toBe(6);
  expect(pages('diagram.pdf')).toBe(stopsOf(diagram.recording.diagram).length);
  if (process.env.DECK_FOLDER === undefined) rmSync(folder, { recursive: true });
});
