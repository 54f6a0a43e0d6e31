import { type FormValues, openingValues, primaryPaymentValues, profileValues } from '../../pm/form';
import { chartSecondary, SCENES, type SceneName } from '../../pm/scenes';
import type { Pm } from '../../pm/server';
import { type Claim, claimOf, policyOf, type Truth, totalsOf } from '../../pm/truth';

/** A biller's browser reduced to its cookie. */
export interface Client {
  get(path: string): Promise<Response>;
  /** The dispatcher, by POST. */
  post(action: string, fields: Record<string, string>): Promise<Response>;
  /** The dispatcher, by GET; the page's text. */
  page(action: string, fields: Record<string, string>): Promise<string>;
}

export async function login(pm: Pm, variant?: string): Promise<Client> {
  const answer = await fetch(`${pm.origin}/electronic/j_security_check`, {
    method: 'POST',
    body: new URLSearchParams({ j_username: 'biller', j_password: 'biller' }),
    redirect: 'manual',
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const get = (path: string) => fetch(`${pm.origin}${path}`, { headers: { cookie } });
  const client: Client = {
    get,
    post: (action, fields) =>
      fetch(`${pm.origin}/electronic/pm/action.do`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ ...fields, ACTION_NAME: action }),
      }),
    page: async (action, fields) =>
      (await get(`/electronic/pm/action.do?${new URLSearchParams({ ...fields, ACTION_NAME: action })}`)).text(),
  };
  if (variant) await get(`/electronic/pm/pm_dashboard.jsp?variant=${encodeURIComponent(variant)}`);
  return client;
}

export function sceneClaim(truth: Truth, name: SceneName): Claim {
  const claim = claimOf(truth, SCENES[name].claims.main);
  if (!claim) throw new Error(`no claim of ${name}`);
  return claim;
}

/** The form as a careful biller hands it in for a scene. */
export function goodForm(truth: Truth, name: SceneName): FormValues {
  const claim = sceneClaim(truth, name);
  const policy = policyOf(truth, claim.secondary) ?? chartSecondary(truth.policies, claim.patientId);
  if (!policy) throw new Error(`no secondary of ${name}`);
  const primary = policyOf(truth, claim.primary);
  const totals = totalsOf(claim);
  const payer = truth.payers.find((p) => p.id === policy.payerId);
  const medicare = payer?.kind === 'medicare';
  return {
    ...openingValues(truth, claim, 'partial'),
    ...profileValues(truth, policy),
    ...primaryPaymentValues(claim),
    CLAIM_ID: claim.id,
    SEC_PAYER_ID: policy.payerId,
    CLAIM_TRANSMISSION: payer?.electronicSecondary ? 'E' : 'P',
    AMOUNT_PAID: `${((medicare ? 0 : totals.insurancePaid) / 100).toFixed(2)}`,
    ...(medicare
      ? { INSURANCE_TYPE_CODE: '12' }
      : {
          OTHER_INS_NAME: `${primary?.insured.last}, ${primary?.insured.first}`,
          OTHER_INS_POLICY: primary?.groupNo || primary?.insuranceId || '',
          OTHER_INS_PLAN: primary?.planName ?? '',
          ANOTHER_PLAN: 'YES',
        }),
  };
}
