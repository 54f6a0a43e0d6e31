import type { Case } from '../claim/case';
import type { Address, IsoDate, PersonName, Policy, Sex } from '../claim/claim';
import { formatDate } from '../claim/dates';
import { known, type Reading } from '../claim/reading';
import { matchPayer } from '../payers/aliases';
import { type Fact, fact, factOf, filledIn, noFact, thenFact } from './wanted';

export type Rank = 'primary' | 'secondary';

const CHART_NOT_READ = 'The chart is not read.';

/** The day the policy has to be in force: the first day of service. */
const serviceDay = (c: Case): IsoDate | undefined => known(c.row.dos)?.from;

const samePayerName = (a: string, b: string): boolean => matchPayer(a, [{ value: '', label: b }]).match === 'one';

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
  return undefined;
};

/**
 * The one policy of the chart that is this claim's primary or secondary: of that rank, active, of the claim's payer and
 * in force on the first day of service. Anything less is no policy, with the reason.
 */
export const policyOf = (c: Case, rank: Rank): Fact<Policy> => {
  if (!c.chart) return noFact(CHART_NOT_READ);
  const ranked = c.chart.policies.filter((p) => known(p.rank) === rank && known(p.active) !== false);
  const [policy] = ranked;
  if (!policy) return noFact(`The chart names no ${rank} insurance.`);
  if (ranked.length > 1) return noFact(`The chart names ${ranked.length} ${rank} insurances.`);
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

const bareId = (id: string): string => id.replace(/[\s-]/g, '').toUpperCase();

/**
 * The member's ID at the secondary: what was picked in the payer search, and what the chart says. Where both speak they
 * must agree.
 */
export const memberId = (c: Case): Fact<string> => {
  const inChart = filledIn(
    policyFact(c, 'secondary', 'the member ID', (p) => p.memberId),
    'the member ID of the secondary',
  );
  const picked = c.picked?.insuranceId.trim();
  if (!picked) return inChart;
  if (inChart.ok && bareId(inChart.value) !== bareId(picked)) {
    return noFact(`The chart says ${inChart.value}, the ID you picked is ${picked}.`);
  }
  return fact(picked, 'Payer search, picked by you');
};
