/** Provides all that a run may need. Whoever simulates any scenario imports it. */
import { isPassword } from './applications/password.ts';
import { overTcp } from './over-tcp.ts';
import { provideParts } from './parts.ts';
import { basicCredentials } from './protocols/basic-auth.ts';
import { tamper } from './protocols/token-tampering.ts';
import { storesOf } from './stores.ts';
import { transportNodes } from './transport.ts';

provideParts({
  storesOf,
  transportNodes,
  overTcp,
  isPassword,
  basicCredentials,
  tamper,
});
