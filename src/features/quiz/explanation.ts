/** Explains why an option is right, or why it would be right elsewhere, once the question is revealed. */
import { explainedOption, type OptionReason } from '../../player/explained-option.ts';
import type { Phrasebook } from '../../sequence/phrasebook.ts';
import { variantOf } from '../../simulation/variant-of.ts';
import type { Option, Question } from '../../trace/questions.ts';
import type { Run } from '../../trace/run.ts';
import type { ViewText } from '../view-text.ts';
import type { PredictText } from './predict-text.ts';

export interface Wording {
  readonly phrasebook: Phrasebook;
  readonly text: Pick<ViewText, 'variants'>;
  readonly words: PredictText;
}

/** @param run The untruncated run. */
export function explanationOf(run: Run, question: Question, option: Option, wording: Wording): string {
  const { text, words } = wording;
  const { under, reason, isElsewhere, withoutCommands } = explainedOption(run, question, option);
  const [first] = under;
  const sentences: string[] = [];
  if (first !== undefined) sentences.push(words.soWith(under.map((id) => text.variants[id])));
  if (reason !== null) {
    const sentence = reasonIn(reason, wording);
    // If several strategies would give it, the text names the one with this reason.
    const isNamed = isElsewhere && first !== undefined && under.length > 1;
    sentences.push(isNamed ? `${text.variants[first]}: ${sentence}` : sentence);
  }
  if (isElsewhere) sentences.push(words.here(text.variants[variantOf(run.scenario)]));
  if (withoutCommands) sentences.push(words.soWithoutCommands);
  return sentences.join(' ');
}

function reasonIn(reason: OptionReason, { phrasebook, words }: Wording): string {
  switch (reason.kind) {
    case 'decided':
      return reason.why.map((each) => phrasebook.why(each)).join(' ');
    case 'meaning': {
      // The caption without its decisive part, which is the answer itself.
      const meaning = phrasebook.caption(reason.facts).filter(({ tone }) => tone === 'plain');
      return meaning
        .map((part) => part.text)
        .join('')
        .trim();
    }
    case 'lives':
      return words.lives[reason.variant];
    case 'is-well':
      return words.isWell(reason.node);
    default:
      throw new Error(`Unknown reason ${reason satisfies never}`);
  }
}
