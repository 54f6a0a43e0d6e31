import type { Case } from '../claim/case';
import type { Address, IsoDate, PersonName, Policy, Sex } from '../claim/claim';
import { formatDate } from '../claim/dates';
import { parseName, sameName } from '../claim/names';
import { known, type Reading } from '../claim/reading';
import { matchPayer } from '../payers/aliases';
import { type Fact, fact, factOf, filledIn, noFact, thenFact } from './wanted';

export type Rank = 'primary' | 'secondary';

const CHART_NOT_READ = 'The chart is not read.';

/** The day the policy has to be in force: the first day of service. */
const serviceDay = (c: Case): IsoDate | undefined => known(c.row.dos)?.from;

const samePayerName = (a: string, b: string): boolean => matchPayer(a, [{ value: '', label: b }]).match === 'one';

const bareId = (id: string): string => id.replace(/[\s-]/g, '').toUpperCase();

/** Undefined where the chart's secondary may be the profile picked in the payer search, else why it is another one. */
const pickedDoubt = (c: Case, policy: Policy): string | undefined => {
  const { picked } = c;
  if (!picked) return undefined;
  const id = known(policy.memberId)?.trim();
  if (id && picked.insuranceId.trim() !== '' && bareId(id) !== bareId(picked.insuranceId)) {
    return `The chart says ${id}, the ID you picked is ${picked.insuranceId.trim()}.`;
  }
  // The list shows the patient or the insured; with neither in common it is somebody else's profile.
  const name = parseName(picked.name);
  const names = [known(policy.insured), known(c.patient.name)].filter((one) => one !== undefined);
  const dobs = [known(policy.insuredDob), known(c.patient.dob)].filter((one) => one !== undefined);
  const isOther =
    (name.ok && names.length > 0 && !names.some((one) => sameName(one, name.value))) ||
    (picked.dob !== undefined && dobs.length > 0 && !dobs.includes(picked.dob));
  return isOther ? "The profile you picked is of neither the patient nor the chart's insured." : undefined;
};

/** Undefined where the policy is the claim's, else why it may not be. */
const doubt = (c: Case, rank: Rank, policy: Policy): string | undefined => {
  const claimsPayer = rank === 'primary' ? c.primary.name : c.secondary?.name;
  const payer = factOf(policy.payer, `the payer of the chart's ${rank}`, 'Chart');
  if (!payer.ok) return payer.why;
  if (claimsPayer !== undefined && !samePayerName(payer.value, claimsPayer)) {
    return `The claim's ${rank} is ${claimsPayer}, the chart's is ${payer.value}.`;
  }
  if (policy.active.kind === 'unreadable') return `Whether the chart's ${rank} is active cannot be read.`;
  const day = serviceDay(c);
  const from = known(policy.effective);
  const to = known(policy.terminated);
  if (policy.effective.kind === 'unreadable') return `The start date of the chart's ${rank} cannot be read.`;
  if (policy.terminated.kind === 'unreadable') return `The end date of the chart's ${rank} cannot be read.`;
  if (day !== undefined && from !== undefined && day < from) {
    return `The chart's ${rank} began ${formatDate(from)}, after the service.`;
  }
  if (day !== undefined && to !== undefined && day > to) {
    return `The chart's ${rank} ended ${formatDate(to)}, before the service.`;
  }
  return rank === 'secondary' ? pickedDoubt(c, policy) : undefined;
};

/** The chart's policies of that rank, those marked inactive left out. */
const ranked = (c: Case, rank: Rank): Policy[] =>
  (c.chart?.policies ?? []).filter((p) => known(p.rank) === rank && known(p.active) !== false);

/**
 * The one policy of the chart that is this claim's primary or secondary: of that rank, active, of the claim's payer and
 * in force on the first day of service. Anything less is no policy, with the reason.
 */
export const policyOf = (c: Case, rank: Rank): Fact<Policy> => {
  if (!c.chart) return noFact(CHART_NOT_READ);
  const [policy, ...more] = ranked(c, rank);
  if (!policy) return noFact(`The chart names no ${rank} insurance.`);
  if (more.length > 0) return noFact(`The chart names ${more.length + 1} ${rank} insurances.`);
  if (c.chart.policies.some((p) => p.rank.kind === 'unreadable')) {
    return noFact('The rank of an insurance in the chart cannot be read.');
  }
  const why = doubt(c, rank, policy);
  return why === undefined ? fact(policy, `Chart, ${rank}`) : noFact(why);
};

/** One field of that policy. */
export const policyFact = <T>(c: Case, rank: Rank, what: string, of: (policy: Policy) => Reading<T>): Fact<T> =>
  thenFact(policyOf(c, rank), (policy) => factOf(of(policy), `${what} of the ${rank}`, `Chart, ${rank}`));

export const patientName = (c: Case): Fact<PersonName> => factOf(c.patient.name, "the patient's name", 'Patient');
export const patientDob = (c: Case): Fact<IsoDate> => factOf(c.patient.dob, "the patient's birth date", 'Patient');

export const patientSex = (c: Case): Fact<Sex> =>
  c.chart ? factOf(c.chart.sex, "the patient's sex", 'Chart, patient') : noFact(CHART_NOT_READ);

export const patientAddress = (c: Case): Fact<Address> =>
  c.chart ? factOf(c.chart.address, "the patient's address", 'Chart, patient') : noFact(CHART_NOT_READ);

/** True where the patient is the insured of that policy; false where someone else is; undefined where it is not read. */
export const isOwnPolicy = (c: Case, rank: Rank): boolean | undefined => {
  const relationship = policyFact(c, rank, 'the relationship', (p) => p.relationship);
  return relationship.ok ? relationship.value === 'self' : undefined;
};

/** What the chart says of the policy's insured; where the patient is the insured and it says nothing, the patient's own. */
export const insuredFact = <T>(
  c: Case,
  rank: Rank,
  what: string,
  of: (policy: Policy) => Reading<T>,
  own: (c: Case) => Fact<T>,
): Fact<T> => {
  const policy = policyOf(c, rank);
  if (!policy.ok) return policy;
  const reading = of(policy.value);
  if (reading.kind === 'absent' && isOwnPolicy(c, rank) === true) return own(c);
  return factOf(reading, `${what} of the ${rank}`, `Chart, ${rank}`);
};

/** The group number; where there is none, the member ID (`policy or group number` on the form). */
export const policyOrGroup = (c: Case, rank: Rank): Fact<string> => {
  const group = policyFact(c, rank, 'the group number', (p) => p.group);
  if (group.ok && group.value.trim() !== '') return group;
  const policy = policyOf(c, rank);
  if (policy.ok && policy.value.group.kind === 'unreadable') return group;
  return filledIn(
    policyFact(c, rank, 'the member ID', (p) => p.memberId),
    `the member ID of the ${rank}`,
  );
};

/** The plan's name; where there is none, the payer's. */
export const planName = (c: Case, rank: Rank): Fact<string> => {
  const plan = policyFact(c, rank, 'the plan name', (p) => p.plan);
  if (plan.ok && plan.value.trim() !== '') return plan;
  const policy = policyOf(c, rank);
  if (policy.ok && policy.value.plan.kind === 'unreadable') return plan;
  return filledIn(
    policyFact(c, rank, 'the payer', (p) => p.payer),
    `the payer of the ${rank}`,
  );
};

/**
 * The member's ID at the secondary: what was picked in the payer search, and what the chart says. Where both speak they
 * must agree.
 */
export const memberId = (c: Case): Fact<string> => {
  const picked = c.picked?.insuranceId.trim();
  if (!picked) {
    return filledIn(
      policyFact(c, 'secondary', 'the member ID', (p) => p.memberId),
      'the member ID of the secondary',
    );
  }
  const policy = ranked(c, 'secondary')[0];
  const why = policy && pickedDoubt(c, policy);
  return why === undefined ? fact(picked, 'Payer search, picked by you') : noFact(why);
};
