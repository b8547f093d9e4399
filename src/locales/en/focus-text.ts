/** What is shown of a diagram or a run, in English. */
import type { FocusText } from '../../features/focusing/focus-text.ts';
import { number } from './words.ts';

export const focusText: FocusText = {
  focus: 'Focus: dim what has nothing to do with it',
  leaveFocus: 'Leave focus: show all alike',
  hide: 'Hide it and its messages',
  cannotHide: 'Without it, nothing would be left.',
  showEverything: 'Show everything',
  fold: (heading) => `Fold “${heading}”`,
  unfold: (heading) => `Unfold “${heading}”`,
  hidden: (participants) =>
    participants === 1 ? '1 participant is hidden' : `${number.format(participants)} participants are hidden`,
  passedOver: (steps) =>
    steps === 1 ? '1 step is passed over' : `${number.format(steps)} steps are passed over`,
  folded: (frames) => (frames === 1 ? '1 frame is folded' : `${number.format(frames)} frames are folded`),
  focused: (name) => `Focus on ${name}`,
  transit: 'Time in transit',
  links: 'Links',
  opensInNewTab: 'Opens in a new tab',
  onlyHttps: 'Only https addresses can be opened here.',
};
