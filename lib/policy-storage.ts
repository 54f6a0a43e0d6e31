import { storage } from 'wxt/utils/storage';
import { CATALOGUE } from './checks/catalogue';
import { type EffectivePolicy, mergePolicy } from './policy/merge';
import { NO_POLICY, type Policy } from './policy/policy';
import { policyIn } from './policy-file';

// The biller's own policy in `storage.local`, the organization's in `storage.managed`. Neither holds a patient.

export const POLICY = 'policy';
const ownItem = storage.defineItem<unknown>(`local:${POLICY}`);

/** The two policies, and what counts of them. */
export interface PolicyView {
  own: Policy;
  organization: Policy;
  /** What the organization set and is not used, one sentence each. */
  problems: readonly string[];
  effective: EffectivePolicy;
}

const viewOf = (own: unknown, managed: unknown): PolicyView => {
  const { policy: organization, problems } = policyIn(managed, CATALOGUE);
  const hers = policyIn(own, CATALOGUE).policy;
  return { own: hers, organization, problems, effective: mergePolicy(organization, hers) };
};

export const NO_POLICY_VIEW: PolicyView = viewOf(NO_POLICY, undefined);

/** What the organization set. Browsers without it, or with none set, say so by an error. */
const readManaged = async (): Promise<unknown> => {
  try {
    return await browser.storage.managed.get(['checks', 'margins']);
  } catch {
    return undefined;
  }
};

let latest: { text: string; view: PolicyView } = { text: '', view: NO_POLICY_VIEW };

/** What counts now. The same object while neither policy changes: what is worked out of it is worked out once. */
export const readPolicyView = async (): Promise<PolicyView> => {
  const [own, managed] = await Promise.all([ownItem.getValue(), readManaged()]);
  const text = JSON.stringify([own, managed]);
  if (text !== latest.text) latest = { text, view: viewOf(own, managed) };
  return latest.view;
};

export const savePolicy = (policy: Policy): Promise<void> => ownItem.setValue(policy);
