/** Each worker has a key of its own. */
import { logIn, me } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'sealed-cookie',
  balancing: 'round-robin',
  keys: { kind: 'own' },
  clients: [clients([logIn, me, me, me])],
});

export default incidentOf({
  id: 'key-per-worker',
  order: 110,
  group: 'keys',
  scenario,
  fixed: { ...scenario, keys: { kind: 'shared' } },
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'gunicorn -w 3', server: 'Flask' },
  configuration: {
    file: 'app.py',
    lines: [
      '# gunicorn -w 3 app:app',
      'app = Flask(__name__)',
      { before: 'app.secret_key = os.urandom(24)', after: 'app.secret_key = os.environ["SECRET_KEY"]' },
    ],
  },
  reports: [
    { name: 'flask-login #388', url: 'https://github.com/maxcountryman/flask-login/issues/388', year: 2018 },
    { name: 'flask-login #392', url: 'https://github.com/maxcountryman/flask-login/issues/392', year: 2018 },
    { name: 'airflow-helm #40', url: 'https://github.com/airflow-helm/charts/issues/40', year: 2020 },
  ],
});
