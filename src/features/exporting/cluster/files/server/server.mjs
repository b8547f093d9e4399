/** One server of the cluster. The environment says which one, and `sessions.mjs` where the state of a session lives. */
import express from 'express';
import { addSessions } from './sessions.mjs';
import { cart, database, shop, userWith } from './shop.mjs';

const {
  NAME = 'server-1',
  PORT = '8080',
  DATABASE = './database.jsonl',
  REPLY_DELAY_MS = '0',
  KEEP_ALIVE_MS = '',
} = process.env;
const rows = database(DATABASE);

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use((_, response, next) => {
  response.set('X-Served-By', NAME);
  next();
});
app.get('/health', (_, response) => response.status(200).end());
app.use(express.json());
await addSessions(app);

/** A side effect has happened and the reply hasn't been sent: the moment at which a crash hurts most. */
const beforeReply = () => new Promise((resolve) => setTimeout(resolve, Number(REPLY_DELAY_MS)));

/** Sends the fields, after the strategy has saved the session. */
async function reply(request, response, fields, data, options = {}) {
  const more = await request.save(data, options);
  await beforeReply();
  response.json({ ...fields, ...more });
}

async function answerShop(request, response, said) {
  const { status, fields, conversation, order } = shop(request.data.conversation ?? {}, said);
  if (status !== 200) return response.status(status).json(fields);
  if (order !== undefined) rows.order(order);
  return reply(request, response, fields, { ...request.data, conversation });
}

app.get('/shop', (request, response) => answerShop(request, response, { product: request.query.product }));
app.post('/shop', (request, response) => {
  const { product, quantity, payment } = request.body ?? {};
  const said = Object.fromEntries(
    Object.entries({ product, quantity, payment }).filter(([, value]) => value !== undefined),
  );
  return answerShop(request, response, said);
});
const answerCart = (request, response) => {
  const { status, fields, conversation } = cart(request.data.conversation ?? {}, request.body ?? {});
  if (conversation === undefined) return response.status(status).json(fields);
  return reply(request, response, fields, { ...request.data, conversation });
};
app.get('/cart', answerCart);
app.post('/cart', answerCart);
app.post('/note', (request, response) => {
  const { note } = request.body ?? {};
  const isNote = typeof note === 'string' && note.length > 0 && note.length <= 10_000;
  if (!isNote) return response.status(400).json({ error: 'invalid', field: 'note' });
  return reply(request, response, { noted: note.length }, { ...request.data, note });
});
app.get('/', (request, response) =>
  reply(request, response, { user: request.data.user ?? null }, request.data),
);
app.post('/login', (request, response) => {
  const { userId, password } = request.body ?? {};
  const user = userWith(String(userId), password);
  if (user === null) return response.status(401).json({ error: 'wrong-credentials' });
  return reply(
    request,
    response,
    { loggedIn: true, user },
    { ...request.data, user },
    {
      isLogin: true,
    },
  );
});
app.get('/me', (request, response) => {
  const { user } = request.data;
  if (user === undefined) return response.status(401).json({ error: request.problem ?? 'not-logged-in' });
  return reply(request, response, { user }, request.data);
});
app.get('/admin', (request, response) => {
  const { user } = request.data;
  if (user === undefined) return response.status(401).json({ error: request.problem ?? 'not-logged-in' });
  if (user.role !== 'admin') return response.status(403).json({ error: 'forbidden' });
  return reply(request, response, { user, page: 'admin' }, request.data);
});
app.post('/logout', async (request, response) => {
  await request.end(response);
  response.json({ loggedOut: true });
});
app.post('/pay', async (request, response) => {
  const charged = rows.charge(request.body?.amountWon, request.get('Idempotency-Key') ?? null);
  await beforeReply();
  response.json(charged);
});
// Express recognizes an error handler by its four parameters.
app.use((error, _request, response, _next) => {
  console.error(`${NAME}: ${error.message}`);
  if (!response.headersSent) response.status(503).json({ error: 'sessions-unavailable' });
});

const server = app.listen(Number(PORT), () => {
  console.log(`${NAME} listens on port ${PORT}.`);
  process.send?.('up');
});
// How long an idle connection stays open. Node's own default is 5 s.
if (KEEP_ALIVE_MS !== '') server.keepAliveTimeout = Number(KEEP_ALIVE_MS);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
