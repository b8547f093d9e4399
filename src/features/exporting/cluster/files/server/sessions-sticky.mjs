/** Sessions in this process's own memory. The load balancer's cookie brings each client back to its server. */
import session from 'express-session';
import { sessionsIn } from './express-sessions.mjs';

export function addSessions(app) {
  app.use(...sessionsIn(new session.MemoryStore()));
}
