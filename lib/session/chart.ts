import type { Chart, Policy } from '../claim/claim';
import { known, type Reading } from '../claim/reading';
import { samePayer } from '../payers/aliases';

const bare = (text: string | undefined): string => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/**
 * Two readings of one insurance profile: same payer, as its names go, and same member ID, both read. Where the chart
 * shows an empty ID on both, the rank must be the same too.
 */
const samePolicy = (a: Policy, b: Policy): boolean => {
  const [payer, other] = [known(a.payer) ?? '', known(b.payer) ?? ''];
  const [member, otherMember] = [known(a.memberId), known(b.memberId)];
  if (bare(payer) === '' || member === undefined || otherMember === undefined) return false;
  if (bare(member) !== bare(otherMember) || !samePayer(payer, other)) return false;
  return bare(member) !== '' || (known(a.rank) !== undefined && known(a.rank) === known(b.rank));
};

/** What the newer page shows, and for fields that it does not have at all, what the older one showed. */
const filledFrom = <T extends object>(newer: T, older: T): T =>
  Object.fromEntries(
    Object.entries(newer).map(([field, value]: [string, Reading<unknown> | string]) =>
      typeof value === 'object' && value.kind === 'absent' ? [field, older[field as keyof T]] : [field, value],
    ),
  ) as T;

const addTo = (policy: Policy, others: Policy[]): Policy => {
  const same = others.filter((other) => samePolicy(policy, other));
  const [only] = same;
  return only && same.length === 1 ? filledFrom(policy, only) : policy;
};

/**
 * What the chart and the insurance pages say together.
 * `whole`: the newer page lists every profile (the chart); else it shows one or some (an insurance profile).
 */
export const mergeChart = (older: Chart | undefined, newer: Chart, whole: boolean): Chart => {
  if (!older) return newer;
  const policies = newer.policies.map((policy) => addTo(policy, older.policies));
  const others = whole ? [] : older.policies.filter((old) => !newer.policies.some((policy) => samePolicy(policy, old)));
  const { policies: _, ...fields } = newer;
  return { ...filledFrom(fields, older), policies: [...others, ...policies] };
};
