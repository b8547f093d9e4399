/** Maps requests to applications. */
import type { HttpRequest } from '../protocols/http.ts';
import { admin, home, logIn, logOut, me } from './account-service.ts';
import type { Application } from './decision.ts';
import { pay } from './payment-service.ts';
import { LOGIN_TARGET } from './requests.ts';
import { SHOP_PATH } from './shop-http.ts';
import { shopService } from './shop-service.ts';

/** By path, then by method. */
const routes: Readonly<Record<string, Partial<Record<HttpRequest['method'], Application>>>> = {
  [SHOP_PATH]: { GET: shopService, POST: shopService },
  '/': { GET: home },
  [LOGIN_TARGET]: { POST: logIn },
  '/logout': { POST: logOut },
  '/me': { GET: me },
  '/admin': { GET: admin },
  '/pay': { POST: pay },
};

export function applicationFor({ method, target }: HttpRequest): Application | undefined {
  const query = target.indexOf('?');
  const path = query < 0 ? target : target.slice(0, query);
  return Object.hasOwn(routes, path) ? routes[path]?.[method] : undefined;
}
