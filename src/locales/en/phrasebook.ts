/** The diagram in English. */
import { phrasebookIn } from '../../sequence/messages/formatter.ts';
import { catalogue } from './diagram/index.ts';

export const phrasebook = phrasebookIn({ language: 'en', space: ' ', catalogue });
