/** What the writers of text formats share: short IDs, and what begins and ends at each step. */
import type { Activation, SequenceDiagram } from './model.ts';

/** IDs in the text: the participants' own where they're plain words, otherwise their positions. */
export function wordIds(
  { participants }: SequenceDiagram,
  keywords: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  participants.forEach(({ id }, index) => {
    const word = id.replaceAll('-', '_');
    const key = word.toLowerCase();
    const isPlain = /^[a-z]\w*$/i.test(word) && !keywords.has(key) && !taken.has(key);
    const name = isPlain ? word : `participant_${index + 1}`;
    taken.add(name.toLowerCase());
    ids.set(id, name);
  });
  return ids;
}

/** What a text must say at one step besides its row. */
export interface StepChanges {
  readonly creates: readonly string[];
  readonly destroys: readonly string[];
  /** Starts and ends of work, in an order that gives each bar its nesting depth again. */
  readonly work: readonly { readonly kind: 'begin' | 'end'; readonly participant: string }[];
  readonly framesEnd: number;
}

const nothing: StepChanges = { creates: [], destroys: [], work: [], framesEnd: 0 };

/** @returns A function of a step's index. */
export function changesOf(diagram: SequenceDiagram): (index: number) => StepChanges {
  const changes = new Map<number, StepChanges>();
  const at = (index: number) => changes.get(index) ?? nothing;
  const add = (index: number, change: Partial<StepChanges>) =>
    changes.set(index, { ...at(index), ...change });
  for (const { participant, from, to } of diagram.absences) {
    if (to !== null) add(to, { creates: [...at(to).creates, participant] });
    else add(from, { destroys: [...at(from).destroys, participant] });
  }
  for (const { kind, to } of diagram.frames) {
    if (kind === 'frame') add(to, { framesEnd: at(to).framesEnd + 1 });
  }
  for (const [participant, activations] of grouped(diagram.activations)) {
    for (const [index, kind] of workOf(activations)) {
      add(index, { work: [...at(index).work, { kind, participant }] });
    }
  }
  return at;
}

function grouped(activations: readonly Activation[]): ReadonlyMap<string, readonly Activation[]> {
  const groups = new Map<string, Activation[]>();
  for (const each of activations) {
    const group = groups.get(each.participant);
    if (group === undefined) groups.set(each.participant, [each]);
    else group.push(each);
  }
  return groups;
}

/** The starts and ends of one participant's bars. Bars nest, so at each step the innermost one ends first. */
function* workOf(activations: readonly Activation[]): Generator<readonly [number, 'begin' | 'end']> {
  const steps = new Set(activations.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  let depth = 0;
  for (const index of [...steps].sort((one, other) => one - other)) {
    const begin = activations.filter(({ from }) => from === index).map(({ level }) => level);
    let ends = activations.filter(({ to }) => to === index).length;
    while (begin.length > 0 || ends > 0) {
      const next = begin.indexOf(depth);
      if (next >= 0) {
        begin.splice(next, 1);
        depth += 1;
        yield [index, 'begin'];
      } else if (ends > 0) {
        ends -= 1;
        depth -= 1;
        yield [index, 'end'];
      } else {
        // A run's bars don't nest by depth: the remaining ones begin as they are.
        begin.pop();
        depth += 1;
        yield [index, 'begin'];
      }
    }
  }
}
