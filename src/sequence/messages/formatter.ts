/** Puts messages into the words of a language. */
import type { NodeRef } from '../node-ref.ts';
import type { Phrasebook, PhrasePart } from '../phrasebook.ts';
import { captionOf } from './captions.ts';
import { chipsOf } from './chips.ts';
import { importedWordsIn } from './imported.ts';
import { detailOf, labelOf } from './labels.ts';
import { type Catalogue, type Message, message, type TonedMessage } from './message.ts';
import { nameOf } from './nodes.ts';
import { noteOf, remarkOf } from './notes.ts';
import { orderOf } from './operations.ts';
import { sentencesOf } from './sentences.ts';
import { answered, said } from './speech.ts';
import { reasonOf } from './why.ts';

export interface LanguageBasics {
  /** BCP 47. */
  readonly language: string;
  /** Between two sentences, and between the parts of one. */
  readonly space: string;
  readonly catalogue: Catalogue;
}

export function phrasebookIn({ language, space, catalogue }: LanguageBasics): Phrasebook {
  const say = (each: Message) => wordsOf(each, catalogue);
  return {
    language,
    name: (node) => say(nameOf(node)),
    idleServers: (count) => say(message('idle-servers', { count })),
    label: (facts) => say(labelOf(facts)),
    detail: (facts) => {
      const detail = detailOf(facts);
      return detail === null ? '' : say(detail);
    },
    caption: (facts) => spaced(captionOf(facts), say, space),
    sentence: (facts) => sentencesOf(facts).map(say).join(space),
    chips: (item, scenario) => chipsOf(item, scenario).map(say),
    cutOffChip: (far) => say(message('chip.cut-off', { far })),
    moreChips: (count) => say(message('chip.more', { count })),
    note: (note) => say(noteOf(note)),
    remark: (remark) => say(remarkOf(remark)),
    why: (reason) => say(reasonOf(reason)),
    said: (intent) => say(said(intent)),
    answered: (meaning) => say(answered(meaning)),
    order: (command) => say(orderOf(command)),
    imported: importedWordsIn(say),
  };
}

type Value = string | number | null | NodeRef | Message | readonly Value[];
type Wording = string | ((parameters: object) => string);

function wordsOf({ id, parameters }: Message, catalogue: Catalogue): string {
  const wording = (catalogue as Readonly<Record<string, Wording>>)[id];
  if (wording === undefined) throw new Error(`No words for ${id}.`);
  if (typeof wording === 'string') return wording;
  const given = parameters as Readonly<Record<string, Value>>;
  const worded: Record<string, unknown> = {};
  for (const name in given) worded[name] = wordsIn(given[name] as Value, catalogue);
  return wording(worded);
}

/** The words of messages and nodes; anything else as it is. */
function wordsIn(value: Value, catalogue: Catalogue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('role' in value) return wordsOf(nameOf(value), catalogue);
  return 'id' in value ? wordsOf(value, catalogue) : value.map((each) => wordsIn(each, catalogue));
}

/** The space between two parts belongs to the plain one, so that a decisive part is coloured and nothing else. */
function spaced(
  parts: readonly TonedMessage[],
  say: (message: Message) => string,
  space: string,
): PhrasePart[] {
  return parts.map(({ message: each, tone }, index) => {
    const before = index > 0 && parts[index - 1]?.tone !== 'plain' ? space : '';
    const after = index < parts.length - 1 && tone === 'plain' ? space : '';
    return { text: `${before}${say(each)}${after}`, tone };
  });
}
