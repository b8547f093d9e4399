/** Client and server of a cluster whose clients use TCP. */
import { httpClientOverTcp } from './actors/transport/http-client-over-tcp.ts';
import { httpServerOverTcp } from './actors/transport/http-server-over-tcp.ts';
import type { TcpHostOptions } from './actors/transport/tcp-host.ts';
import type { ClusterActor, ClusterDomain } from './cluster.ts';
import type { NodeSpec } from './kernel/node.ts';
import { SERVICE_PORT } from './protocols/ports.ts';
import { standardSettings } from './protocols/tcp/tcb.ts';

const clientTcp: TcpHostOptions = { settings: standardSettings, listensOn: null, firstIss: null };
const serverTcp: TcpHostOptions = { ...clientTcp, listensOn: SERVICE_PORT };

type Actor = NodeSpec<ClusterDomain>['actor'];

export const overTcp = {
  client: <State>(plain: ClusterActor<State>): Actor => httpClientOverTcp(plain, clientTcp),
  server: <State>(plain: ClusterActor<State>): Actor => httpServerOverTcp(plain, serverTcp),
};
