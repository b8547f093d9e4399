/** Makes the diagram of somebody's own drawing: each message, each note and each part of a frame is a step. */
import type {
  ArrowHead,
  Drawing,
  DrawnLine,
  DrawnMessage,
  DrawnNote,
  DrawnParticipant,
  FrameKind,
  SectionWord,
} from './drawing.ts';
import type { DrawingWords } from './drawing-words.ts';
import type {
  Activation,
  DiagramStep,
  Frame,
  Head,
  Participant,
  Row,
  SequenceDiagram,
  Span,
} from './model.ts';
import type { Phrase, Tone } from './phrasebook.ts';

export function describeDrawing(drawing: Drawing, words: DrawingWords): SequenceDiagram {
  const describer = new Describer(drawing, words);
  for (const line of drawing.lines) describer.line(line);
  return describer.diagram();
}

/** An arrow in running text. */
const signs: Readonly<Record<ArrowHead, string>> = {
  arrow: '→',
  point: '→',
  none: '–',
  both: '↔',
  back: '←',
};

class Describer {
  readonly #drawing: Drawing;
  readonly #words: DrawingWords;
  readonly #names: ReadonlyMap<string, string>;
  readonly #steps: DiagramStep[] = [];
  readonly #activations: Activation[] = [];
  readonly #absences: Span[] = [];
  readonly #frames: Frame[] = [];
  /** What has begun and not ended yet, innermost last. */
  readonly #openFrames: { readonly kind: FrameKind; readonly from: number }[] = [];
  readonly #atWork = new Map<string, number[]>();
  #messages = 0;

  constructor(drawing: Drawing, words: DrawingWords) {
    this.#drawing = drawing;
    this.#words = words;
    this.#names = new Map(drawing.participants.map(({ id, name }) => [id, name]));
  }

  line(line: DrawnLine): void {
    switch (line.kind) {
      case 'message':
        this.#message(line);
        break;
      case 'note':
        this.#note(line);
        break;
      case 'begin-frame':
        this.#openFrames.push({ kind: line.frame, from: this.#steps.length });
        this.#frame(line.frame, line.text);
        break;
      case 'section':
        this.#frame(line.word, line.text);
        break;
      case 'end-frame':
        this.#endFrame();
        break;
      case 'begin-work':
        this.#atWork.set(line.participant, [...(this.#atWork.get(line.participant) ?? []), this.#last]);
        break;
      case 'end-work':
        this.#endWork(line.participant, this.#last);
        break;
      default:
        throw new Error(`Unknown line ${line satisfies never}`);
    }
  }

  diagram(): SequenceDiagram {
    for (const [participant, begun] of this.#atWork) {
      for (const _ of [...begun]) this.#endWork(participant, null);
    }
    const participants = this.#drawing.participants.map(participantOf);
    const remarks = this.#drawing.participants.map((each) => remarkOn(each, this.#words));
    return {
      participants,
      steps: this.#steps,
      activations: this.#activations,
      outages: [],
      absences: this.#absences,
      frames: this.#frames,
      headsAt: (index) =>
        participants.map((participant, place) => this.#head(participant, remarks[place] ?? null, index)),
    };
  }

  get #last(): number {
    return Math.max(0, this.#steps.length - 1);
  }

  readonly #name = (id: string): string => this.#names.get(id) ?? id;

  #message(line: DrawnMessage): void {
    const { from, to, text, arrives, creates, destroys, head, number } = line;
    const index = this.#steps.length;
    const label = number === null ? text : `${number}. ${text}`;
    const tone: Tone = !arrives ? 'failure' : line.line === 'dashed' ? 'reply' : 'request';
    const row: Row = {
      kind: 'message',
      from,
      to,
      label: text,
      tone,
      line: line.line,
      arrives,
      notes: [],
      head,
      ...(number !== null && { number }),
    };
    // Whoever the head points to is told.
    const [teller, told] = head === 'back' ? [to, from] : [from, to];
    const sentence = [
      this.#words.message(this.#name(teller), this.#name(told), inOneLine(label), arrives),
      ...(creates === null ? [] : [this.#words.created(this.#name(creates))]),
      ...(destroys === null ? [] : [this.#words.destroyed(this.#name(destroys))]),
    ];
    const caption: Phrase = [
      { text: `${this.#name(from)} ${signs[head]} ${this.#name(to)}: `, tone: 'plain' },
      { text: inOneLine(label), tone },
    ];
    this.#messages += 1;
    this.#step(row, caption, sentence.join(' '), arrives ? null : 'failure');
    // The lines at which one's existence begins and ends are still one's own.
    if (creates !== null && index > 0) this.#absences.push({ participant: creates, from: 0, to: index });
    if (destroys !== null) this.#absences.push({ participant: destroys, from: index, to: null });
  }

  #note({ kind, place, participants, text }: DrawnNote): void {
    // Each line of a note is something of its own, where those of a message are one sentence.
    const words = text.split('\n').filter(Boolean).join(' · ');
    const caption: Phrase = [{ text: words, tone: 'plain' }];
    const sentence = this.#words.note([...new Set(participants)].map(this.#name), words);
    this.#step({ kind, place, participants, text, tone: 'plain' }, caption, sentence);
  }

  #frame(word: FrameKind | SectionWord, text: string): void {
    const caption: Phrase = [
      { text: `${word} `, tone: 'plain' },
      { text: inOneLine(text), tone: 'request' },
    ];
    this.#step(
      { kind: 'frame', word, text, tone: 'plain' },
      caption,
      this.#words.frameBegins(word, inOneLine(text)),
    );
  }

  #endFrame(): void {
    const frame = this.#openFrames.pop();
    if (frame === undefined) return;
    const to = this.#last;
    this.#frames.push({ from: frame.from, to, depth: this.#openFrames.length });
    const step = this.#steps[to];
    if (step === undefined) return;
    this.#steps[to] = { ...step, sentence: `${step.sentence} ${this.#words.framesEnd([frame.kind])}` };
  }

  #endWork(participant: string, to: number | null): void {
    const from = this.#atWork.get(participant)?.pop();
    if (from !== undefined) this.#activations.push({ participant, from, to, tone: 'plain' });
  }

  #step(row: Row, caption: Phrase, sentence: string, mark: DiagramStep['mark'] = null): void {
    const key = String(this.#steps.length);
    this.#steps.push({ key, request: String(this.#messages), row, caption, sentence, mark });
  }

  #head(participant: Participant, remark: string | null, index: number): Head {
    const absence = this.#absences.find(
      ({ participant: id, from, to }) => id === participant.id && (to === null ? index > from : index < to),
    );
    const row = this.#steps[index]?.row;
    const takesPart =
      (row?.kind === 'message' && (row.from === participant.id || row.to === participant.id)) ||
      (row?.kind === 'note' && row.participants.includes(participant.id));
    const life = absence === undefined ? null : absence.to === null ? this.#words.gone : this.#words.notYet;
    return {
      participant,
      isUp: true,
      hasPower: false,
      activity: takesPart ? 'active' : 'idle',
      chips: [],
      remark: life ?? remark,
      bytes: 0,
    };
  }
}

function participantOf({ id, name, shape }: DrawnParticipant): Participant {
  return { id, name, role: shape === 'actor' ? 'person' : 'thing', ordinal: 1 };
}

function remarkOn({ shape, box, links }: DrawnParticipant, words: DrawingWords): string | null {
  const parts = [
    words.shape(shape),
    box === null ? null : words.box(box),
    ...links.map((link) => words.link(link)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}

function inOneLine(text: string): string {
  return text.split('\n').join(' ');
}
