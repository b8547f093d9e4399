/** To a client: alter its token. Only the forgery workshop gives this command; no menu does. */
import type { Tampering } from '../protocols/token-tampering.ts';
import { type Check, type ChecksOf, plainData, tagged, text, wholeNumber } from '../validation/check.ts';
import { TEXT_LENGTH_MAX } from '../validation/limits.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface Tamper {
  readonly kind: 'tamper';
  readonly tampering: Tampering;
}

const tamperings: { readonly [Kind in Tampering['kind']]: Readonly<Record<string, Check>> } = {
  'set-claim': { claim: text(100), value: plainData },
  'set-payload': { payload: text(TEXT_LENGTH_MAX) },
  'set-algorithm': { algorithm: text(100) },
  'flip-signature-bit': { bit: wholeNumber(0, 2 ** 31) },
  'sign-with-own-key': {},
  'sign-with-leaked-key': { secret: text(100) },
};

const parameters: ChecksOf<Omit<Tamper, 'kind'>> = { tampering: tagged(tamperings) };

export const tamper: NodeCommandDescriptor<Tamper> = {
  kind: 'tamper',
  parameters: () => parameters,
  availableAt: {},
};
