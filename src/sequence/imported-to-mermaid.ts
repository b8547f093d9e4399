/** Writes an imported diagram as Mermaid text again: everything that was read, in its order. */

import { besideFormulas, withFormulas } from './formulas.ts';
import {
  type ImportedDiagram,
  type ImportedLine,
  type ImportedMessage,
  type ImportedNote,
  type ImportedParticipant,
  idsIn,
  type Wrap,
} from './imported-diagram.ts';
import {
  arrowText,
  colourOf,
  type DrawnStep,
  escaped,
  escapedFormula,
  groundColour,
  idsOf,
  isHarmless,
  type MermaidOptions,
  type MermaidText,
  wrapMark,
} from './mermaid-text.ts';
import type { SequenceDiagram } from './model.ts';

const INDENT = '    ';
const FENCE = '---';

export function importedToMermaid(
  diagram: SequenceDiagram,
  source: ImportedDiagram,
  options: MermaidOptions,
): MermaidText {
  return new ImportedWriter(diagram, source, options).write();
}

class ImportedWriter {
  readonly #diagram: SequenceDiagram;
  readonly #source: ImportedDiagram;
  readonly #options: Required<MermaidOptions>;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #lines: string[] = [];
  readonly #drawn: DrawnStep[] = [];
  readonly #atWork: string[] = [];
  /** Participants that are declared later. Mermaid takes a note over one of them for its declaration. */
  readonly #absent: Set<string>;
  /** Participants that are declared right after one that is created. */
  readonly #after: ReadonlyMap<string, readonly ImportedParticipant[]>;
  #step = -1;
  #messages = 0;
  #notes = 0;
  #openFrames = 0;

  constructor(diagram: SequenceDiagram, source: ImportedDiagram, options: MermaidOptions) {
    const last = diagram.steps.length - 1;
    const { upTo = last, captions = false, links = true, settings = true, formulas = 'tex' } = options;
    this.#diagram = diagram;
    this.#source = source;
    this.#options = { upTo: Math.min(upTo, last), captions, links, settings, formulas };
    const besideSigns = source.lines.flatMap((line) =>
      line.kind === 'message' && (line.centres.from || line.head.endsWith('-back')) ? [line.from] : [],
    );
    this.#ids = idsOf(source, new Set(besideSigns));
    this.#after = declaredAfter(source);
    this.#absent = new Set([
      ...source.lines.flatMap((line) => (line.kind === 'message' ? (line.creates ?? []) : [])),
      ...[...this.#after.values()].flat().map(({ id }) => id),
    ]);
  }

  write(): MermaidText {
    this.#participants();
    const { lines } = this.#source;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      if (line === undefined || (isStep(line) && this.#step === this.#options.upTo)) break;
      const next = lines[index + 1];
      if (
        line.kind === 'message' &&
        line.activates &&
        // Mermaid has no short form beside a point on a lifeline.
        !(line.centres.from || line.centres.to) &&
        next?.kind === 'begin-work' &&
        next.participant === line.to
      ) {
        this.#write(line, '+');
        this.#atWork.push(line.to);
        index += 1;
      } else this.#write(line);
    }
    this.#caption();
    for (; this.#openFrames > 0; this.#openFrames -= 1) this.#lines.push('end');
    // Mermaid draws a bar only if it ends, so a text that ends early ends what a later line would.
    const isWhole = this.#step === this.#diagram.steps.length - 1;
    if (!isWhole) for (const id of this.#atWork.reverse()) this.#lines.push(`deactivate ${this.#id(id)}`);
    const text = [...this.#head(), ...this.#lines.map((line) => INDENT + line), ''].join('\n');
    return { text, drawn: this.#drawn };
  }

  #head(): string[] {
    const { title, accessible, settings } = this.#source;
    const accTitle = accessible?.title ? [`${INDENT}accTitle: ${escaped(accessible.title)}`] : [];
    const accDescr = accessible?.description ? descriptionLines(accessible.description) : [];
    const isWritten = this.#options.settings && settings !== undefined;
    const isTitled = isWritten && settings.isTitled;
    const titleLine = title === '' || isTitled ? [] : [`${INDENT}title: ${escaped(title)}`];
    const rest = ['sequenceDiagram', ...titleLine, ...accTitle, ...accDescr];
    if (!isWritten) return settings?.isNumbered ? [...rest, `${INDENT}autonumber`] : rest;
    const frontMatter = settings.frontMatter === '' ? [] : [FENCE, settings.frontMatter, FENCE];
    return [...frontMatter, ...(settings.directives === '' ? [] : [settings.directives]), ...rest];
  }

  /** In order, and in their boxes, without those that are created later. */
  #participants(): void {
    const { participants, boxes } = this.#source;
    const boxed = new Map(boxes.flatMap((box) => box.participants.map((id) => [id, box] as const)));
    let open: (typeof boxes)[number] | undefined;
    for (const participant of participants) {
      const box = boxed.get(participant.id);
      if (open !== undefined && box !== open) this.#lines.push('end');
      if (box !== undefined && box !== open) {
        const name = wrapMark(box.wrap) + escaped(box.name);
        this.#lines.push(`box ${colourOf(box.colour)} ${name}`.trimEnd());
      }
      open = box;
      if (!this.#absent.has(participant.id)) this.#lines.push(this.#declared(participant));
    }
    if (open !== undefined) this.#lines.push('end');
    for (const participant of participants) {
      if (!this.#absent.has(participant.id)) this.#lines.push(...this.#traitsOf(participant));
    }
  }

  #traitsOf({ id, links, properties }: ImportedParticipant): readonly string[] {
    if (!this.#options.links) return [];
    const harmless = links.filter(({ target }) => isHarmless(target));
    return [
      ...harmless.map(({ label, target }) => {
        const name = escaped(label).replaceAll('@', '#64;');
        return `link ${this.#id(id)}: ${name} @ ${escaped(target)}`;
      }),
      ...(properties === undefined ? [] : [`properties ${this.#id(id)}: ${JSON.stringify(properties)}`]),
    ];
  }

  #declared({ id, shape, name, wrap }: ImportedParticipant): string {
    const keyword = shape === 'actor' ? 'actor' : 'participant';
    const isPlain = shape === 'actor' || shape === 'participant';
    const type = isPlain ? '' : `@{ "type": "${shape}" }`;
    const written = this.#id(id);
    return written.includes(' ')
      ? `${keyword} ${written}`
      : `${keyword} ${written}${type} as ${this.#words(name, wrap)}`;
  }

  #write(line: ImportedLine, mark = ''): void {
    if (isStep(line)) {
      this.#caption();
      this.#step += 1;
      const notes = line.kind === 'note' ? [this.#notes] : [];
      this.#drawn.push({ message: line.kind === 'message' ? this.#messages : null, notes });
    }
    for (const text of this.#textsOf(line, mark)) this.#lines.push(text);
  }

  #textsOf(line: ImportedLine, mark: string): readonly string[] {
    switch (line.kind) {
      case 'message':
        return this.#message(line, mark);
      case 'note':
        return [this.#note(line)];
      case 'begin-frame':
        this.#openFrames += 1;
        return [`${line.isOver ? 'par_over' : line.frame} ${this.#words(line.text)}`.trimEnd()];
      case 'section':
        return [`${line.word} ${this.#words(line.text)}`.trimEnd()];
      case 'begin-ground':
        this.#openFrames += 1;
        return [`rect ${groundColour(line)}`.trimEnd()];
      case 'end-frame':
      case 'end-ground':
        this.#openFrames -= 1;
        return ['end'];
      case 'begin-work':
        this.#atWork.push(line.participant);
        return [`activate ${this.#id(line.participant)}`];
      case 'end-work':
        this.#atWork.splice(this.#atWork.lastIndexOf(line.participant), 1);
        return [`deactivate ${this.#id(line.participant)}`];
      case 'count':
        return [countText(line)];
      case 'narration':
        return [`%% ${line.isForPresenter ? 'presenter: ' : ''}${line.text}`];
      default:
        throw new Error(`Unknown line ${line satisfies never}`);
    }
  }

  #message(line: ImportedMessage, mark: string): readonly string[] {
    const { from, to, centres, creates, destroys } = line;
    const made = this.#source.participants.find(({ id }) => id === creates);
    const others = (creates === null ? undefined : this.#after.get(creates)) ?? [];
    for (const id of [creates, ...others.map((each) => each.id)]) this.#absent.delete(id ?? '');
    this.#messages += 1;
    const [out, into] = [centres.from ? '()' : '', centres.to ? '()' : ''];
    const arrow = `${out}${arrowText(line.line, line.head)}${into}${mark}`;
    return [
      ...(line.transit === undefined ? [] : [`%% in transit: ${line.transit}`]),
      ...(made === undefined ? [] : [`create ${this.#declared(made)}`, ...this.#traitsOf(made)]),
      ...others.flatMap((each) => [this.#declared(each), ...this.#traitsOf(each)]),
      ...(destroys === null ? [] : [`destroy ${this.#id(destroys)}`]),
      `${this.#id(from)}${arrow}${this.#id(to)}: ${this.#words(line.text, line.wrap)}`.trimEnd(),
    ];
  }

  #note({ place, participants, text, wrap }: ImportedNote): string {
    this.#notes += 1;
    const ids = [...new Set(participants)].map((each) => this.#id(each)).join(',');
    return `Note ${place === 'over' ? 'over' : `${place} of`} ${ids}: ${this.#words(text, wrap)}`;
  }

  /** Below the step that it belongs to. */
  #caption(): void {
    const step = this.#diagram.steps[this.#step];
    if (step === undefined || !this.#options.captions) return;
    const ids = [...this.#ids].flatMap(([id, written]) => (this.#absent.has(id) ? [] : [written]));
    if (ids.length === 0) return;
    const ends = [...new Set([ids.at(0), ids.at(-1)])].join(',');
    this.#lines.push(`Note over ${ends}: ${escaped(step.caption.map(({ text }) => text).join(''))}`);
    const drawn = this.#drawn[this.#step];
    if (drawn !== undefined) this.#drawn[this.#step] = { ...drawn, notes: [...drawn.notes, this.#notes] };
    this.#notes += 1;
  }

  #words(text: string, wrap?: Wrap): string {
    const { formulas } = this.#source;
    const mark = wrapMark(wrap);
    if (this.#options.formulas === 'text') return mark + escaped(withFormulas(text, formulas));
    return mark + besideFormulas(text, formulas, { words: escaped, formula: escapedFormula });
  }

  #id(participant: string): string {
    const id = this.#ids.get(participant);
    if (id === undefined) throw new Error(`The diagram has no participant ${participant}.`);
    return id;
  }
}

/**
 * Participants that stand after one that is created. Mermaid orders them by their first mention, so they're declared between
 * that creation and its message, unless they take part in something before.
 */
function declaredAfter({
  participants,
  boxes,
  lines,
}: ImportedDiagram): ReadonlyMap<string, readonly ImportedParticipant[]> {
  const first = new Map<string, number>();
  const created = new Map<string, number>();
  lines.forEach((line, index) => {
    for (const id of idsIn(line)) if (!first.has(id)) first.set(id, index);
    if (line.kind === 'message' && line.creates !== null) created.set(line.creates, index);
  });
  const boxed = new Set(boxes.flatMap((box) => box.participants));
  const after = new Map<string, ImportedParticipant[]>();
  let before: string | null = null;
  for (const participant of participants) {
    const { id } = participant;
    if (created.has(id)) before = id;
    else if (before !== null && !boxed.has(id)) {
      const at = created.get(before) ?? 0;
      const use = first.get(id) ?? lines.length;
      if (use >= at) after.set(before, [...(after.get(before) ?? []), participant]);
    }
  }
  return after;
}

function isStep({ kind }: ImportedLine): boolean {
  return kind === 'message' || kind === 'note' || kind === 'begin-frame' || kind === 'section';
}

function countText({ start, by, isShown }: Extract<ImportedLine, { kind: 'count' }>): string {
  if (!isShown) return 'autonumber off';
  if (by !== null) return `autonumber ${start ?? 0} ${by}`;
  return start === null ? 'autonumber' : `autonumber ${start}`;
}

function descriptionLines(description: string): readonly string[] {
  const lines = description.split('\n').map((line) => escaped(line).replaceAll('}', '#125;'));
  return lines.length === 1
    ? [`${INDENT}accDescr: ${lines[0]}`]
    : [`${INDENT}accDescr {`, ...lines.map((line) => INDENT + INDENT + line), `${INDENT}}`];
}
