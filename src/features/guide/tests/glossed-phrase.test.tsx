// @vitest-environment jsdom
import '../../../../tests/support/browser-stubs.ts';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { mount } from '../../../../tests/support/mount.tsx';
import type { Phrase } from '../../../sequence/phrasebook.ts';
import { GuideProvider } from '../../guide-context.ts';
import { GlossedPhrase } from '../glossary/glossed-phrase.tsx';

const phraseOf = (text: string): Phrase => [{ text, tone: 'plain' }];
const first = phraseOf('The session is lost. ');

let show: (phrase: Phrase) => void;

function Captions() {
  const [phrase, setPhrase] = useState(first);
  show = setPhrase;
  return (
    <GuideProvider
      value={{ place: null, go: () => {}, close: () => {}, openLesson: () => {}, openRun: () => {} }}
    >
      <GlossedPhrase phrase={phrase} isTabbed />
    </GuideProvider>
  );
}

test('the meaning of a term closes with another phrase, and stays closed', async () => {
  mount(<Captions />);
  const term = await screen.findByRole('button', { name: 'session' });
  await userEvent.click(term);
  expect(term).toHaveAttribute('aria-expanded', 'true');
  act(() => show(phraseOf('Another session. ')));
  expect(screen.getByRole('button', { name: 'session' })).toHaveAttribute('aria-expanded', 'false');
  act(() => show(first));
  expect(screen.getByRole('button', { name: 'session' })).toHaveAttribute('aria-expanded', 'false');
});
