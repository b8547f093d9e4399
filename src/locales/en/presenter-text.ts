/** The presenter's own window, in English. */
import type { PresenterText } from '../../features/presenting/presenter/presenter-text.ts';

export const presenterText: PresenterText = {
  title: 'Presenter',
  now: 'Now',
  next: 'Next',
  nothingNext: 'The end of the run.',
  audienceWaits: 'The audience sees the question, but not this window.',
  notes: 'Notes',
  noNotes: 'No notes for this step. Only the unchanged scenes of a lesson have notes.',
  say: 'Say',
  ask: 'Ask',
  answers: 'What people answer',
  time: 'Time',
  elapsed: 'Elapsed',
  start: 'Start the clock',
  pause: 'Stop the clock',
  reset: 'Reset the clock',
  servers: 'Servers',
  blank: 'Blank the audience’s screen',
  inStep: 'In sync with the audience’s window.',
  alone: 'The audience’s window isn’t open.',
  openAudience: 'Open the audience’s window',
  refused: 'The browser blocked the window. Allow pop-ups for this page, then try again.',
  otherVersion: 'The other window runs another version of Statescope. Reload both to sync them.',
  notLinked: 'The audience sees a diagram opened in that window. This window syncs again once it’s closed.',
};
