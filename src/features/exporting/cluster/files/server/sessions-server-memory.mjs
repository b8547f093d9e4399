/** Sessions in this process's own memory. The cookie contains the session's ID only. */
import session from 'express-session';
import { sessionsIn } from './express-sessions.mjs';

export function addSessions(app) {
  app.use(...sessionsIn(new session.MemoryStore()));
}
