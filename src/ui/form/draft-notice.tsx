/** Says that what is typed isn't used yet, or offers what was typed for something else. */
import { Button } from '../button/button.tsx';
import { byData, useFocusAfter } from '../use-focus-after.ts';
import type { ShownDraft } from './use-draft.ts';

export interface DraftText {
  readonly kept: string;
  readonly discard: string;
  /** @param start How what was typed for something else begins. */
  other(start: string): string;
  readonly takeOther: string;
}

interface DraftNoticeProps {
  readonly draft: ShownDraft;
  readonly text: DraftText;
  /** The `data-draft` of the field that gets the focus when a button here goes. */
  readonly kind: string;
  /** How a draft begins, in a few words. */
  readonly startOf?: (draft: string) => string;
  readonly className?: string | undefined;
}

export function DraftNotice({ draft, text, kind, startOf = firstWords, className }: DraftNoticeProps) {
  const [, focusAfter] = useFocusAfter();
  const press = (then: () => void) => () => {
    then();
    focusAfter(byData('draft', kind));
  };
  if (draft.text !== null) {
    return (
      <p className={className}>
        {text.kept} <Button onClick={press(() => draft.keep(null))}>{text.discard}</Button>
      </p>
    );
  }
  if (draft.other === null) return null;
  return (
    <p className={className}>
      {text.other(startOf(draft.other.text))}{' '}
      <Button onClick={press(draft.takeOther)}>{text.takeOther}</Button>{' '}
      <Button onClick={press(draft.discardOther)}>{text.discard}</Button>
    </p>
  );
}

const START_CHARACTERS_MAX = 40;

function firstWords(draft: string): string {
  const start = draft.slice(0, 1_000).replaceAll(/\s+/g, ' ').trim();
  return start.length > START_CHARACTERS_MAX ? `${start.slice(0, START_CHARACTERS_MAX)}…` : start;
}
