/** The diagram in Korean. */
import { phrasebookIn } from '../../sequence/messages/formatter.ts';
import { catalogue } from './diagram/index.ts';

export const phrasebook = phrasebookIn({ language: 'ko', space: ' ', catalogue });
