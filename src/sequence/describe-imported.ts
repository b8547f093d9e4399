/** Makes a diagram from an imported diagram. Each message, note and part of a frame is a step. */

import { shownPart } from './diagram-view.ts';
import { emphasisIn, focusOn } from './focus.ts';
import { withFormulas } from './formulas.ts';
import { shapeIcons } from './geometry/shape-icons.ts';
import type {
  FrameKind,
  ImportedBox,
  ImportedDiagram,
  ImportedLine,
  ImportedMessage,
  ImportedNote,
  ImportedParticipant,
  SectionWord,
} from './imported-diagram.ts';
import { startOfName, startOfRow, startOfStep } from './imported-limits.ts';
import { ImportedLives, withBars } from './imported-lives.ts';
import type { ImportedWords } from './imported-words.ts';
import { finished, type Interruptible, inSlices, nextTask } from './interruptible.ts';
import type { DiagramStep, Group, Head, Participant, Row, SequenceDiagram, WalkOptions } from './model.ts';
import { narrationPhrase } from './narration.ts';
import type { Phrase } from './phrasebook.ts';
import { tintOf } from './tint.ts';
import { plainWalk, walking, walkOf } from './walk.ts';
import { isWhole } from './whole-view.ts';

export function describeImported(
  imported: ImportedDiagram,
  words: ImportedWords,
  options: WalkOptions = plainWalk,
): SequenceDiagram {
  const ready = prepared.get(imported);
  return ready?.words === words && ready.options === options
    ? ready.diagram
    : finished(describing(imported, words, options));
}

interface Prepared {
  readonly words: ImportedWords;
  readonly options: WalkOptions;
  readonly diagram: SequenceDiagram;
}

const prepared = new WeakMap<ImportedDiagram, Prepared>();

/**
 * Describes a diagram before it's shown, in slices. Describing 5,000 lines takes the page longer than a frame.
 *
 * @param options The very options with which it will be shown.
 */
export async function prepareImported(
  imported: ImportedDiagram,
  words: ImportedWords,
  { options = plainWalk, signal }: { readonly options?: WalkOptions; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const diagram = await inSlices(describing(imported, words, options), signal);
  prepared.set(imported, { words, options, diagram });
  // Showing it is a task of its own.
  await nextTask();
  signal?.throwIfAborted();
}

function* describing(
  imported: ImportedDiagram,
  words: ImportedWords,
  options: WalkOptions,
): Interruptible<SequenceDiagram> {
  const { diagram, items, view } = shownPart(imported, options.view, words);
  const focus = imported.participants[view.focus ?? -1]?.id ?? null;
  const describer = new Describer(diagram, words, focus);
  for (const { line, at, block } of items) {
    describer.line(line, at, block);
    yield;
  }
  const { view: _, ...way } = options;
  return yield* describer.diagram(isWhole(view) ? way : { ...way, view });
}

/** The same diagram with another way through it. */
export function withWalk(diagram: SequenceDiagram, options: WalkOptions): SequenceDiagram {
  const { imported, steps } = diagram;
  if (imported === undefined) return diagram;
  return { ...diagram, imported: { ...imported, walk: walkOf(steps, imported.blocks, options) } };
}

class Describer {
  readonly #imported: ImportedDiagram;
  readonly #words: ImportedWords;
  readonly #names: ReadonlyMap<string, string>;
  readonly #steps: DiagramStep[] = [];
  readonly #lives = new ImportedLives();
  readonly #focus: string | null;
  readonly #stepLines: number[] = [];
  readonly #messageRows: number[] = [];
  /** Index of the present line in the whole diagram. */
  #at = 0;
  #messages = 0;
  /** For the next step. */
  #narration: Partial<Pick<DiagramStep, 'narration' | 'presenterNote'>> = {};

  /** @param focus ID of the participant whose messages stand out. */
  constructor(imported: ImportedDiagram, words: ImportedWords, focus: string | null) {
    this.#imported = imported;
    this.#focus = focus;
    this.#words = words;
    this.#names = new Map(imported.participants.map(({ id, name }) => [id, inOneLine(this.#shown(name))]));
  }

  /**
   * @param at Its index in the whole diagram.
   * @param block The index of the frame that begins, or for which a note stands.
   */
  line(line: ImportedLine, at: number, block: number | undefined): void {
    this.#at = at;
    switch (line.kind) {
      case 'message':
        this.#message(line);
        break;
      case 'note':
        this.#note(line, block);
        break;
      case 'begin-frame':
        this.#lives.beginFrame({ kind: 'frame', word: line.frame, id: block ?? 0 }, this.#steps.length);
        this.#frame(line.frame, this.#shown(line.text));
        break;
      case 'section':
        this.#lives.beginPart(this.#steps.length);
        this.#frame(line.word, this.#shown(line.text));
        break;
      case 'begin-ground':
        this.#lives.beginFrame({ kind: 'ground', colour: line.colour }, this.#steps.length);
        break;
      case 'end-frame':
      case 'end-ground':
        this.#endFrame();
        break;
      case 'begin-work':
        this.#lives.beginWork(line.participant, this.#last);
        break;
      case 'end-work':
        this.#lives.endWork(line.participant, this.#last);
        break;
      case 'count':
        break;
      case 'narration':
        this.#narration = line.isForPresenter
          ? { ...this.#narration, presenterNote: startOfStep(line.text) }
          : { ...this.#narration, narration: narrationPhrase(startOfRow(this.#shown(line.text))) };
        break;
      default:
        throw new Error(`Unknown line ${line satisfies never}`);
    }
  }

  *diagram(options: WalkOptions): Interruptible<SequenceDiagram> {
    const { participants: drawn, boxes } = this.#imported;
    const participants = drawn.map((each) =>
      participantOf({ ...each, name: this.#shown(each.name) }, this.#words),
    );
    const remarks = drawn.map(({ links }) => startOfName(links.map(this.#words.link).join(' · ')) || null);
    const { activations, absences, frames, blocks } = this.#lives;
    const steps = withBars(this.#steps, activations);
    const focus = this.#focus;
    const emphasisOf = focus === null ? () => ({}) : emphasisIn(steps, focus);
    yield;
    const walk = yield* walking(steps, blocks, options);
    return {
      participants,
      groups: boxes.flatMap((box) => groupsOf(box, participants)),
      steps,
      activations,
      outages: [],
      absences,
      frames,
      ...(steps.some(({ row }) => row.kind === 'message' && row.departs !== undefined) && {
        drawsTransit: true,
      }),
      imported: {
        source: this.#imported,
        blocks,
        walk,
        lines: this.#stepLines,
      },
      ...(focus !== null && { focus: focusOn({ steps, blocks, participants }, focus) }),
      headsAt: (index) =>
        participants.map((participant, place) => ({
          ...this.#head(participant, remarks[place] ?? null, index),
          ...emphasisOf(participant.id),
        })),
    };
  }

  get #last(): number {
    return Math.max(0, this.#steps.length - 1);
  }

  readonly #name = (id: string): string => this.#names.get(id) ?? id;

  #shown(text: string): string {
    return withFormulas(text, this.#imported.formulas);
  }

  #message(line: ImportedMessage): void {
    const { from, to, creates, destroys, head, centres, number } = line;
    const text = this.#shown(line.text);
    const index = this.#steps.length;
    const words = inOneLine(startOfRow(number === null ? text : `${number}. ${text}`.trimEnd()));
    // Replies are dashed, by the convention of sequence diagrams.
    const tone = line.line === 'dashed' ? 'reply' : 'request';
    const row: Row = {
      kind: 'message',
      from,
      to,
      label: text,
      tone,
      line: line.line,
      arrives: true,
      notes: [],
      head,
      ...((centres.from || centres.to) && { centres }),
      ...(number !== null && { number }),
      ...this.#departure(line),
    };
    const [sender, receiver] = [this.#name(from), this.#name(to)];
    // The arrowhead points to the receiver.
    const [origin, target] = head.endsWith('-back') ? [receiver, sender] : [sender, receiver];
    const sentence = [
      this.#words.message(origin, target, words),
      ...(head === 'cross' ? [this.#words.crossed] : []),
      ...(creates === null ? [] : [this.#words.created(this.#name(creates))]),
      ...(destroys === null ? [] : [this.#words.destroyed(this.#name(destroys))]),
    ];
    const ends = `${sender} ${signOf(head)} ${receiver}`;
    const caption: Phrase =
      words === ''
        ? [{ text: ends, tone: 'plain' }]
        : [
            { text: `${ends}: `, tone: 'plain' },
            // The number keeps to the first word.
            { text: words.replace(' ', number === null ? ' ' : '\u00a0'), tone },
          ];
    this.#messages += 1;
    this.#messageRows.push(index);
    this.#step(row, caption, sentence.join(' '));
    if (creates !== null) this.#lives.create(creates, index);
    if (destroys !== null) this.#lives.destroy(destroys, index);
  }

  /** The row of the message that many messages above. */
  #departure({ transit = 0 }: ImportedMessage): { readonly departs?: number } {
    const departs = this.#messageRows.at(-transit);
    return transit === 0 || departs === undefined ? {} : { departs };
  }

  /** @param folded The frame for which it stands. */
  #note({ kind, place, participants, ...note }: ImportedNote, folded: number | undefined): void {
    const text = this.#shown(note.text);
    const words = inOneLine(startOfRow(text));
    const caption: Phrase = [{ text: words, tone: 'plain' }];
    const names = [...new Set(participants)].map(this.#name);
    const sentence = folded === undefined ? this.#words.note(names, words) : `${words}.`;
    const row: Row = { kind, place, participants, text, tone: 'plain' };
    this.#step(folded === undefined ? row : { ...row, folded }, caption, sentence);
  }

  #frame(word: FrameKind | SectionWord, text: string): void {
    const words = inOneLine(startOfRow(text));
    const caption: Phrase = [
      { text: `${word} `, tone: 'plain' },
      { text: words, tone: 'request' },
    ];
    this.#step({ kind: 'frame', word, text, tone: 'plain' }, caption, this.#words.frameBegins(word, words));
  }

  #endFrame(): void {
    const at = this.#steps.length - 1;
    const word = this.#lives.endFrame(at);
    const step = this.#steps[at];
    if (word === null || step === undefined) return;
    this.#steps[at] = { ...step, sentence: `${step.sentence} ${this.#words.framesEnd([word])}` };
  }

  #step(row: Row, caption: Phrase, sentence: string): void {
    const key = String(this.#steps.length);
    const said = this.#narration;
    this.#narration = {};
    this.#stepLines.push(this.#at);
    this.#steps.push({ key, request: String(this.#messages), row, caption, sentence, mark: null, ...said });
  }

  #head(participant: Participant, remark: string | null, index: number): Head {
    const absence = this.#lives.absenceAt(participant.id, index);
    const row = this.#steps[index]?.row;
    const takesPart =
      (row?.kind === 'message' && (row.from === participant.id || row.to === participant.id)) ||
      (row?.kind === 'note' && row.participants.includes(participant.id));
    const life = absence === undefined ? null : absence.to === null ? this.#words.gone : this.#words.notYet;
    return {
      participant,
      isUp: true,
      isFrozen: false,
      isThere: absence === undefined,
      hasPower: false,
      activity: takesPart ? 'active' : 'idle',
      chips: [],
      remark: life ?? remark,
      bytes: 0,
    };
  }
}

function participantOf({ id, name, shape, links }: ImportedParticipant, words: ImportedWords): Participant {
  const isPlain = shape === 'participant' || shape === 'actor';
  const sign = isPlain ? null : { path: shapeIcons[shape], name: words.shape(shape) };
  const role = shape === 'actor' ? 'person' : 'thing';
  return { id, name, role, ordinal: 1, drawn: { shape, sign, links } };
}

/** A box whose participants aren't adjacent is split into one box per adjacent run. */
function groupsOf({ name, colour, participants }: ImportedBox, all: readonly Participant[]): Group[] {
  const groups: (Group & { participants: [string, string] })[] = [];
  const tint = tintOf(colour);
  let isOpen = false;
  for (const { id } of all) {
    const last = groups.at(-1);
    if (!participants.includes(id)) isOpen = false;
    else if (isOpen && last !== undefined) last.participants[1] = id;
    else {
      groups.push({ participants: [id, id], name, colour, tint });
      isOpen = true;
    }
  }
  return groups;
}

/** An arrow in running text. */
function signOf(head: ImportedMessage['head']): string {
  if (head.endsWith('-back')) return '←';
  return head === 'none' ? '–' : head === 'cross' ? '–×' : head === 'both' ? '↔' : '→';
}

function inOneLine(text: string): string {
  return text.split('\n').filter(Boolean).join(' ');
}
