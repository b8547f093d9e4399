/** A client of the session store. */
import { createClient } from 'redis';

const { REDIS_URL = 'redis://session-store:6379', STORE_CLIENT = 'fails' } = process.env;

/** `STORE_CLIENT=waits`: commands queue until the store is back. `fails`: they fail at once, and the server says so. */
export async function redis() {
  const client = createClient({ url: REDIS_URL, disableOfflineQueue: STORE_CLIENT === 'fails' });
  client.on('error', (error) => console.error(`Session store: ${error.message || error.code}`));
  await client.connect();
  return client;
}
