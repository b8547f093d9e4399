/** Sessions in Redis. Any server finds them there; no server keeps them. */
import { RedisStore } from 'connect-redis';
import { sessionsIn } from './express-sessions.mjs';
import { redis } from './redis.mjs';

export async function addSessions(app) {
  const store = new RedisStore({ client: await redis(), prefix: 'session:' });
  app.use(...sessionsIn(store));
}
