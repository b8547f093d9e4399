/** To a server: the next start runs this version of the code. The command `deploy` installs and restarts. */
import { wholeNumber } from '../validation/check.ts';
import type { NodeCommandDescriptor } from './command-descriptor.ts';

export interface Install {
  readonly kind: 'install';
  readonly version: number;
}

export const install: NodeCommandDescriptor<Install> = {
  kind: 'install',
  parameters: () => ({ version: wholeNumber(1, 1_000) }),
  availableAt: {},
};
