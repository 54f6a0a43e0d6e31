import type { Chart, ClaimRow, DateSpan, Policy } from '../claim/claim';
import type { ClaimForm } from '../claim/form';
import { known } from '../claim/reading';
import { samePayer } from '../payers/aliases';

/** True unless the chart says that the policy did not cover the service. */
const covers = (policy: Policy, dos: DateSpan | undefined): boolean => {
  const [effective, terminated] = [known(policy.effective), known(policy.terminated)];
  return (
    known(policy.active) !== false &&
    !(dos && effective !== undefined && dos.from < effective) &&
    !(dos && terminated !== undefined && dos.to > terminated)
  );
};

/** The policies that the chart lists as secondary and that covered the service. */
export const activeSecondaries = (chart: Chart | undefined, dos: DateSpan | undefined): Policy[] =>
  (chart?.policies ?? []).filter((policy) => known(policy.rank) === 'secondary' && covers(policy, dos));

/** The chart's policy with a payer, where exactly one has it. */
export const policyWith = (chart: Chart | undefined, payer: string): Policy | undefined => {
  const same = (chart?.policies ?? []).filter((policy) => samePayer(known(policy.payer) ?? '', payer));
  return same.length === 1 ? same[0] : undefined;
};

/** The payer chosen in the form's own drop-down, as the form names it. */
export const payerOnForm = (form: ClaimForm | undefined): string | undefined => {
  const { payer, payers } = form?.search ?? { payer: '', payers: [] };
  const label = payer === '' ? undefined : payers.find((option) => option.value === payer)?.label;
  return label?.trim() === '' ? undefined : label;
};

const payerInChart = (chart: Chart | undefined, dos: DateSpan | undefined): string | undefined => {
  const names = [...new Set(activeSecondaries(chart, dos).flatMap((policy) => known(policy.payer) ?? []))];
  return names.length === 1 ? names[0] : undefined;
};

/**
 * The secondary payer's name: as the claim has it, else the chart's one active secondary on the date of service,
 * else what is chosen on the form. Undefined where none of them names one, or the chart names several.
 * Source: NextGen Office, Secondary Claim article (payer on the claim or active in the chart).
 */
export const secondaryName = (
  row: ClaimRow,
  chart: Chart | undefined,
  form: ClaimForm | undefined,
): string | undefined => known(row.secondaryPayer)?.trim() || payerInChart(chart, known(row.dos)) || payerOnForm(form);
