/** Provides all that a run may need. Whoever simulates any scenario imports it. */
import { isPassword } from './application/password.ts';
import { overTcp } from './over-tcp.ts';
import { provideParts } from './parts.ts';
import { clientState } from './placement/client-state.ts';
import { replicated } from './placement/replicated.ts';
import { sharedStore } from './placement/shared-store.ts';
import { signedToken } from './placement/signed-token.ts';
import { basicCredentials } from './protocol/basic-auth.ts';
import { tamper } from './protocol/token-tampering.ts';
import { storesOf } from './stores.ts';
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
