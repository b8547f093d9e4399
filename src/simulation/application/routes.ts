/** Which application answers which request. */
import type { HttpRequest } from '../protocol/http.ts';
import { admin, home, logIn, logOut, me } from './account-service.ts';
import type { Application } from './decision.ts';
import { pay } from './payment-service.ts';
import { SHOP_PATH } from './shop-http.ts';
import { shopService } from './shop-service.ts';

const routes: Readonly<Record<string, Application>> = {
  [`GET ${SHOP_PATH}`]: shopService,
  [`POST ${SHOP_PATH}`]: shopService,
  'GET /': home,
  'POST /login': logIn,
  'POST /logout': logOut,
  'GET /me': me,
  'GET /admin': admin,
  'POST /pay': pay,
};

export function applicationFor({ method, target }: HttpRequest): Application | undefined {
  const query = target.indexOf('?');
  return routes[`${method} ${query < 0 ? target : target.slice(0, query)}`];
}
