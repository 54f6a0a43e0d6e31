import type { Case, ElectronicSecondary } from '../claim/case';
import type { Route } from './check';
import { crossoverOf } from './crossover';
import { transmissionOf } from './form';
import { oncePerCase } from './once';
import { primaryName, secondaryName } from './words';

/** Whether the secondary takes electronic secondary claims: the biller's answer for this claim, else what the PM shows. */
export const takesElectronic = (c: Case): ElectronicSecondary =>
  c.answers.electronicSecondary ?? c.secondary?.electronicSecondary ?? 'unknown';

const print = (why: string): Route => ({ way: 'print', why, attachEob: true });

/** The biller overrode *do not bill*: the claim goes the way of any other. Whether her word still counts is the check's to say. */
const isSentAnyway = (c: Case): boolean =>
  (c.answers.acknowledged.C051 ?? []).some(({ lapsedAt }) => lapsedAt === undefined);

/**
 * How the secondary claim is sent. Not at all where the primary forwarded it; printed where the payer takes no
 * electronic secondary claims or the biller chose paper on the form; undecided where nobody said what the payer takes.
 * Source: NextGen Office, Secondary Claim article.
 */
export const decideRoute = oncePerCase((c): Route => {
  if (crossoverOf(c).is === 'forwarded' && !isSentAnyway(c))
    return { way: 'none', why: `${primaryName(c)} forwarded the claim` };
  if (!c.secondary) return { way: 'undecided', why: 'No second insurer on file' };
  const takes = takesElectronic(c);
  const payer = secondaryName(c);
  if (takes === 'no') return print(`${payer} takes no electronic secondary claims`);
  if (transmissionOf(c.form) === 'paper') return print('Print Locally is chosen on the form');
  if (takes === 'yes') return { way: 'electronic', why: `${payer} takes electronic secondary claims` };
  return { way: 'undecided', why: `Not known whether ${payer} takes electronic secondary claims` };
});
