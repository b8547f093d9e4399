/** Sessions in every server's memory: each write is copied to the other servers a moment later. */
import session from 'express-session';
import { sessionsIn } from './express-sessions.mjs';

const { PEERS = '', COPY_DELAY_MS = '50' } = process.env;
const peers = PEERS.split(',').filter(Boolean);

class ReplicatedStore extends session.MemoryStore {
  /** Copies that have arrived from other servers. */
  received = 0;

  set(id, data, done) {
    setTimeout(() => this.#tell({ id, data }), Number(COPY_DELAY_MS));
    super.set(id, data, done);
  }

  destroy(id, done) {
    setTimeout(() => this.#tell({ id, data: null }), Number(COPY_DELAY_MS));
    super.destroy(id, done);
  }

  receive({ id, data }) {
    this.received += 1;
    if (data === null) super.destroy(id);
    else super.set(id, data);
  }

  /** A copy that doesn't arrive isn't sent again, as in the simulation. */
  #tell(copy) {
    const options = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(copy),
    };
    for (const peer of peers) fetch(`${peer}/session-copies`, options).catch(() => {});
  }
}

export function addSessions(app) {
  const store = new ReplicatedStore();
  // In a real cluster, only the other servers may send these.
  app.post('/session-copies', (request, response) => {
    store.receive(request.body);
    response.status(204).end();
  });
  app.get('/session-copies', (_, response) => response.json({ received: store.received }));
  app.use(...sessionsIn(store));
}
