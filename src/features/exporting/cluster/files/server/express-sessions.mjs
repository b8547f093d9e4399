/** Sessions that a cookie names by an ID, in any store of express-session. */
import session from 'express-session';

const { IDLE_MS = '120000', RENEWS_ID_AT_LOGIN = 'true' } = process.env;
const cookie = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: Number(IDLE_MS) };

export function sessionsIn(store) {
  return [
    session({
      name: 'sid',
      // All servers sign cookies with the same secret. Keep yours out of your repository.
      secret: 'a secret for this exercise only',
      store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie,
    }),
    attach,
  ];
}

function attach(request, _response, next) {
  const { conversation, user, note } = request.session;
  request.data = { ...(conversation && { conversation }), ...(user && { user }), ...(note && { note }) };
  request.problem = request.headers.cookie?.includes('sid=') ? 'unknown-session' : 'none-presented';
  request.save = async (data, { isLogin = false }) => {
    // A new ID after a login: an ID that somebody planted before it is worth nothing (session fixation).
    if (isLogin && RENEWS_ID_AT_LOGIN === 'true') await called((done) => request.session.regenerate(done));
    Object.assign(request.session, data, { seenAt: Date.now() });
    await called((done) => request.session.save(done));
    return {};
  };
  request.end = async (response) => {
    await called((done) => request.session.destroy(done));
    response.clearCookie('sid', { path: '/', httpOnly: true, sameSite: 'lax' });
  };
  next();
}

function called(call) {
  return new Promise((resolve, reject) => {
    call((error) => (error ? reject(error) : resolve()));
  });
}
