/** Every message of a diagram in Korean. */
import type { Catalogue } from '../../../sequence/messages/message.ts';
import { captions } from './captions.ts';
import { chips } from './chips.ts';
import { imported } from './imported.ts';
import { labels } from './labels.ts';
import { nodes } from './nodes.ts';
import { operations } from './operations.ts';
import { sentences } from './sentences.ts';
import { speech } from './speech.ts';
import { store } from './store.ts';
import { transport } from './transport.ts';
import { why } from './why.ts';

export const catalogue: Catalogue = {
  ...captions,
  ...chips,
  ...imported,
  ...labels,
  ...nodes,
  ...operations,
  ...sentences,
  ...speech,
  ...store,
  ...transport,
  ...why,
};
