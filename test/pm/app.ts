import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Answer, actions } from './actions';
import { cutAt, hits } from './faults';
import { button, CSS, JS } from './pages/assets';
import { balancesPage, chartPage } from './pages/chart';
import { dashboardPage } from './pages/dashboard';
import type { Html } from './pages/layout';
import { loginPage } from './pages/login';
import { claimOf, claimsOf, patientOf, policiesOf, type Session, type Truth, totalsOf } from './truth';
import { type Fault, parseVariant, type Variant } from './variants';

/** The state behind the pages. */
export interface Engine {
  truth: Truth;
  seed: number;
  variant: Variant;
  fault: Fault | undefined;
  truthKey: string;
}

const COOKIE = 'JSESSIONID';
const LOGIN = { user: 'biller', password: 'biller' };
const EXPIRED = 'Your session has expired. Please log in again.';

async function fieldsOf(c: Context): Promise<Record<string, string>> {
  const fields: Record<string, string> = { ...c.req.query() };
  if (c.req.method !== 'POST') return fields;
  for (const [name, value] of Object.entries(await c.req.parseBody())) {
    if (typeof value === 'string') fields[name] = value;
  }
  return fields;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Routes of the stand-in: login, the JSP pages, the dispatcher, the assets, the truth. */
export function app(engine: Engine): Hono {
  const { truth } = engine;
  const hono = new Hono();

  function sessionOf(c: Context): Session | undefined {
    const session = truth.sessions.get(getCookie(c, COOKIE) ?? '');
    const wanted = c.req.query('variant');
    if (session && wanted) session.variant = parseVariant(wanted, session.variant);
    return session;
  }

  /** Takes the fault for this request, once. */
  function takeFault(path: string, action: string): Fault | undefined {
    const fault = engine.fault;
    if (!fault || !hits(fault, { path, action })) return undefined;
    fault.count = (fault.count ?? 1) - 1;
    return fault;
  }

  /** Every page of the PM goes through here: the fault of the moment, then the session, then the page. */
  async function answer(
    c: Context,
    make: (fields: Record<string, string>, session: Session, fault: Fault | undefined) => Answer,
  ): Promise<Response> {
    const fields = await fieldsOf(c);
    const fault = takeFault(c.req.path, fields.ACTION_NAME ?? '');
    c.header('Cache-Control', 'no-store');
    if (fault?.kind === 'slow') await wait(fault.ms);
    if (fault?.kind === '500')
      return c.html('<html><body><h1>HTTP Status 500</h1><pre>Internal error</pre></body></html>', 500);
    if (fault?.kind === 'expired') truth.sessions.delete(getCookie(c, COOKIE) ?? '');
    const session = sessionOf(c);
    if (!session) return c.html(loginPage(EXPIRED));
    const made = make(fields, session, fault);
    if (made === undefined) return c.html('<html><body><h1>HTTP Status 404</h1></body></html>', 404);
    if ('json' in made) return c.json(made.json);
    if ('file' in made) {
      c.header('Content-Disposition', `attachment; filename="${made.file.name}"`);
      return c.text(made.file.text);
    }
    const text = String(await made.html);
    return c.html(fault?.kind === 'cut' ? cutAt(text, fault.row) : text);
  }

  const show = (html: Html | undefined): Answer => (html === undefined ? undefined : { html });

  hono.get('/', (c) => c.redirect('/electronic/userlogin.jsp'));
  hono.get('/electronic/userlogin.jsp', (c) => {
    const wanted = c.req.query('variant');
    if (wanted) setCookie(c, 'PMVARIANT', wanted, { path: '/electronic', httpOnly: true });
    return c.html(loginPage());
  });

  hono.post('/electronic/j_security_check', async (c) => {
    const { j_username, j_password } = await fieldsOf(c);
    if (j_username !== LOGIN.user || j_password !== LOGIN.password) {
      return c.html(loginPage('User name or password is not correct.'));
    }
    const id = randomBytes(16).toString('hex').toUpperCase();
    const wanted = getCookie(c, 'PMVARIANT');
    truth.sessions.set(id, { id, variant: wanted ? parseVariant(wanted, engine.variant) : { ...engine.variant } });
    setCookie(c, COOKIE, id, { path: '/electronic', httpOnly: true });
    return c.redirect('/electronic/pm/pm_dashboard.jsp');
  });

  hono.get('/electronic/pm/pm_dashboard.jsp', (c) => answer(c, () => show(dashboardPage(truth))));
  hono.get('/electronic/pm/patient_chart.jsp', (c) =>
    answer(c, (fields) => {
      const patient = patientOf(truth, Number(fields.MEMBER_ID));
      return show(patient && chartPage(truth, patient));
    }),
  );
  hono.get('/electronic/pm/patient_balances.jsp', (c) =>
    answer(c, (fields) => {
      const patient = patientOf(truth, Number(fields.MEMBER_ID));
      return show(patient && balancesPage(truth, patient));
    }),
  );

  hono.on(['GET', 'POST'], '/electronic/pm/action.do', (c) =>
    answer(c, (fields, session, fault) => {
      if (fields.ACTION_NAME === 'LOGOUT') {
        truth.sessions.delete(session.id);
        return { html: loginPage('You are logged out.') };
      }
      const name = fields.ACTION_NAME ?? '';
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
      const { method } = c.req;
      return action?.({ truth, seed: engine.seed, variant: session.variant, method, fields, fault });
    }),
  );

  hono.get('/electronic/pm/css/pm.css', (c) => c.body(CSS, 200, { 'Content-Type': 'text/css' }));
  hono.get('/electronic/pm/js/pm.js', (c) => c.body(JS, 200, { 'Content-Type': 'text/javascript' }));
  hono.get('/electronic/pm/images/:name', (c) =>
    c.body(button('COB', c.req.param('name') === 'cob.gif'), 200, { 'Content-Type': 'image/svg+xml' }),
  );

  truthRoutes(hono, engine);
  return hono;
}

/** The truth over HTTP, for tests in other processes that hold the key. */
function truthRoutes(hono: Hono, engine: Engine): void {
  const { truth } = engine;
  hono.use('/__truth/*', async (c, next) => {
    if (c.req.header('x-truth-key') !== engine.truthKey) return c.text('Forbidden', 403);
    return next();
  });
  hono.get('/__truth/claims/:id', (c) => {
    const claim = claimOf(truth, c.req.param('id'));
    return claim ? c.json({ ...claim, totals: totalsOf(claim) }) : c.notFound();
  });
  hono.get('/__truth/patients/:id', (c) => {
    const patient = patientOf(truth, Number(c.req.param('id')));
    if (!patient) return c.notFound();
    return c.json({ ...patient, policies: policiesOf(truth, patient.id), claims: claimsOf(truth, patient.id) });
  });
  hono.get('/__truth/payers', (c) => c.json(truth.payers));
  hono.get('/__truth/submissions', (c) => c.json(truth.submissions));
  hono.get('/__truth/all', (c) => c.json({ ...truth, sessions: truth.sessions.size }));
}
