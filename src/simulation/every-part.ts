/** Provides all that a run may need. Whoever simulates any scenario imports it. */
import { isPassword } from './applications/password.ts';
import { overTcp } from './over-tcp.ts';
import { provideParts } from './parts.ts';
import { basicCredentials } from './protocols/basic-auth.ts';
import { tamper } from './protocols/token-tampering.ts';
import { storesOf } from './stores.ts';
import { clientState } from './strategies/client-state.ts';
import { replicated } from './strategies/replicated.ts';
import { sharedStore } from './strategies/shared-store.ts';
import { signedToken } from './strategies/signed-token.ts';
import { transportNodes } from './transport.ts';

provideParts({
  placements: {
    replicated,
    'shared-store': sharedStore,
    'client-state': clientState,
    'signed-token': signedToken,
  },
  storesOf,
  transportNodes,
  overTcp,
  isPassword,
  basicCredentials,
  tamper,
});
