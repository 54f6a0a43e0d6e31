import { claimId } from '../../lib/claim/case';
import type { ClaimAction, ClaimRow } from '../../lib/claim/claim';
import type { Place } from '../../lib/claim/reading';
import { needsTick, type PlanItem, type PrefillPlan } from '../../lib/prefill/plan';
import type { PatientFile } from '../../lib/session/session';

/** The row's own link to its charge ledger. */
export const ledgerLink = (row: ClaimRow): ClaimAction | undefined => row.actions.find(({ kind }) => kind === 'ledger');

/** The row's way to the secondary claim form. */
export const cobAction = (row: ClaimRow): ClaimAction | undefined => row.actions.find(({ kind }) => kind === 'cob');

export const rowOf = (file: PatientFile, claim: string): ClaimRow | undefined =>
  file.claims.find((row) => claimId(row) === claim);

/** The link that leads to the ledger a place is on. */
export const ledgerAction = (file: PatientFile, place: Place): ClaimAction | undefined => {
  const claim = place.path.split('/')[1];
  const row = claim === undefined ? undefined : rowOf(file, claim);
  return row && ledgerLink(row);
};

export const actionPlace = (action: ClaimAction): Place => ({
  page: 'claim-history',
  path: action.path,
  label: action.label,
});

/** A tick is for one value in place of one value: another value, and it is no longer ticked. */
export const tickKey = (item: PlanItem): string => JSON.stringify([item.box, item.present, item.wanted]);

/** The boxes she ticked in this plan. */
export const tickedBoxes = (plan: PrefillPlan, ticks: readonly string[]): Set<string> =>
  new Set(plan.items.filter((item) => needsTick(item) && ticks.includes(tickKey(item))).map(({ box }) => box));

/** The boxes that Fill would fill: the planned ones and those she ticked. */
export const ticksOf = (plan: PrefillPlan, ticks: readonly string[]): PlanItem[] =>
  plan.items.filter((item) => item.state === 'fill' || (needsTick(item) && ticks.includes(tickKey(item))));
