/** What a language's folder exports. */
import type { ViewText } from '../features/view-text.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';

export interface Language {
  readonly phrasebook: Phrasebook;
  readonly viewText: ViewText;
}
