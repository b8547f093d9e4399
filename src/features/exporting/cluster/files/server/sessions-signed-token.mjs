/** The session in a signed token (JWS) that the client holds. Every server with the key can check it. */
import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';

const {
  // The key is known to all servers. Keep yours out of your repository.
  TOKEN_KEY = 'a key for this exercise only, 32 octets',
  TOKEN_LIFETIME_S = '600',
  LEEWAY_S = '0',
} = process.env;
const issuer = 'https://login.example';
const audience = 'https://shop.example';

export function addSessions(app) {
  app.use((request, _response, next) => {
    const [, token] = /^Bearer (.+)$/i.exec(request.get('Authorization') ?? '') ?? [];
    request.data = {};
    request.problem = 'none-presented';
    if (token !== undefined) {
      try {
        // The algorithm is pinned: the token itself must not choose it (RFC 8725 §3.1).
        const options = { issuer, audience, algorithms: ['HS256'], clockTolerance: Number(LEEWAY_S) };
        const { conversation, user, note } = jwt.verify(token, TOKEN_KEY, options);
        request.data = {
          ...(conversation && { conversation }),
          ...(user && { user }),
          ...(note && { note }),
        };
      } catch (error) {
        request.problem = error.message;
      }
    }
    request.save = async (data) => {
      const isNew = JSON.stringify(data) !== JSON.stringify(request.data);
      if (!isNew || Object.keys(data).length === 0) return {};
      const expiresIn = Number(TOKEN_LIFETIME_S);
      const access_token = jwt.sign(data, TOKEN_KEY, { issuer, audience, expiresIn, jwtid: randomUUID() });
      return { access_token, token_type: 'Bearer', expires_in: expiresIn };
    };
    // Nothing on the server knows the token, so a copy of it stays valid until it expires.
    request.end = async () => {};
    next();
  });
}
