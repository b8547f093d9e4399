/** What a language's folder exports, each in a module of its own. */
import type { ViewText } from '../features/view-text.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';

export interface Language {
  readonly phrasebook: Phrasebook;
  readonly viewText: ViewText;
}
