/** The presenter's own window, in English. */
import type { PresenterText } from '../../features/presenting/presenter/presenter-text.ts';

export const presenterText: PresenterText = {
  title: 'Presenter',
  now: 'Now',
  next: 'Next',
  nothingNext: 'The end of the run.',
  audienceWaits: 'The audience sees the question, and nothing of this.',
  audienceSeesQuestion: 'The audience sees the question',
  hidden: 'Hidden from the audience',
  notes: 'Notes',
  noNotes: 'There are no notes for an imported diagram.',
  say: 'Say',
  ask: 'Ask',
  answers: 'You’ll hear',
  time: 'Time',
  elapsed: 'Elapsed',
  start: 'Start the clock',
  pause: 'Stop the clock',
  reset: 'Clock to zero',
  servers: 'Servers',
  blank: 'Blank the audience’s screen',
  inStep: 'In step with the audience’s window.',
  alone: 'The audience’s window is not open.',
  openAudience: 'Open it',
  refused: 'The browser did not let it open. Allow pop-ups for this page, and press again.',
  otherVersion:
    'The other window was loaded from another version of Statescope. Load both again, and they will be in step.',
  notLinked:
    'The audience sees a diagram that was opened there. This window follows again once it is put away.',
};
