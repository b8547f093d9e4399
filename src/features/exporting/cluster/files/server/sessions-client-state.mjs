/** No sessions: each request is complete, and carries the user's name and password (HTTP Basic, RFC 7617). */
import { userWith } from './shop.mjs';

export function addSessions(app) {
  app.use((request, _response, next) => {
    const [, credentials] = /^Basic (.+)$/i.exec(request.get('Authorization') ?? '') ?? [];
    const [userId = '', ...rest] = Buffer.from(credentials ?? '', 'base64')
      .toString()
      .split(':');
    const user = credentials === undefined ? null : userWith(userId, rest.join(':'));
    request.data = user === null ? {} : { user };
    if (credentials !== undefined && user === null) request.problem = 'wrong-credentials';
    request.save = async () => ({});
    request.end = async () => {};
    next();
  });
}
