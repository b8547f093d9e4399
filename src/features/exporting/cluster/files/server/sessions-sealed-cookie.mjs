/** The session itself in an encrypted, authenticated cookie. Every server with the password can open it. */
import { getIronSession } from 'iron-session';

const {
  // All servers know it. Keep yours out of your repository.
  SEAL_PASSWORD = 'a password for this exercise only, 32 octets',
  IDLE_MS = '120000',
} = process.env;
const options = {
  cookieName: 'session',
  password: SEAL_PASSWORD,
  ttl: Math.max(1, Math.round(Number(IDLE_MS) / 1000)),
  cookieOptions: { secure: false, sameSite: 'lax', path: '/' },
};

export function addSessions(app) {
  app.use(async (request, response, next) => {
    const session = await getIronSession(request, response, options);
    const { conversation, user, note } = session;
    request.data = { ...(conversation && { conversation }), ...(user && { user }), ...(note && { note }) };
    request.problem = request.headers.cookie?.includes('session=') ? 'unknown-session' : 'none-presented';
    request.save = async (data) => {
      Object.assign(session, data);
      if (Object.keys(data).length > 0) await session.save();
      return {};
    };
    // Only this browser's cookie is deleted. A copy of it still opens.
    request.end = async () => session.destroy();
    next();
  });
}
