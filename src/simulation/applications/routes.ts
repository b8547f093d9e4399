/** Maps requests to applications. */
import type { HttpRequest } from '../protocols/http.ts';
import { admin, home, logIn, logOut, me, note } from './account-service.ts';
import { CART_PATH } from './cart-http.ts';
import { cart } from './cart-service.ts';
import type { Application } from './decision.ts';
import { pay } from './payment-service.ts';
import { LOGIN_TARGET } from './requests.ts';
import { SHOP_PATH } from './shop-http.ts';
import { shopService } from './shop-service.ts';

/** By path, then by method. */
const routes: Readonly<Record<string, Partial<Record<HttpRequest['method'], Application>>>> = {
  [SHOP_PATH]: { GET: shopService, POST: shopService },
  [CART_PATH]: { GET: cart, POST: cart },
  '/': { GET: home },
  [LOGIN_TARGET]: { POST: logIn },
  '/logout': { POST: logOut },
  '/me': { GET: me },
  '/admin': { GET: admin },
  '/note': { POST: note },
  '/pay': { POST: pay },
};

export function applicationFor({ method, target }: HttpRequest): Application | undefined {
  const query = target.indexOf('?');
  const path = query < 0 ? target : target.slice(0, query);
  return Object.hasOwn(routes, path) ? routes[path]?.[method] : undefined;
}
