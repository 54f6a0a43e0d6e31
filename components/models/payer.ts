import type { PayerSearch } from '../../lib/claim/form';
import { known } from '../../lib/claim/reading';
import { isOpen, type Lookup } from '../../lib/lookups/lookup';
import { aliasKey, type ConfirmedAliases, matchPayer, type PayerMatch, samePayer } from '../../lib/payers/aliases';
import type { FrameView } from '../../lib/session/session';
import type { Action } from '../intent';
import type { Alias } from '../services';
import type { ClaimItem } from './claims';

/** The way the claim goes out, beside what the payer takes; undefined while nobody can say. */
export const goesOut = ({ exam: { route } }: ClaimItem): string | undefined => {
  const words = {
    electronic: 'Electronically',
    print: 'On paper, with the EOB',
    none: `Not at all: ${route.why}`,
    undecided: undefined,
  };
  return words[route.way];
};

export const confirmedNames = (aliases: readonly Alias[]): ConfirmedAliases =>
  Object.fromEntries(aliases.map(({ chartName, formName }) => [aliasKey(chartName), formName]));

/** The form's payer search: in the form itself, or in its popup. */
export const searchOf = (frame: FrameView | undefined): PayerSearch | undefined => frame?.form?.search ?? frame?.search;

/** How the payer of the chart and the payer of the form stand to each other. */
export interface PayerNames {
  inChart: string | undefined;
  /** The payer chosen on the form, or the one of its list that fits. */
  onForm: string | undefined;
  chosen: boolean;
  same: 'yes' | 'confirmed' | 'not-known' | 'no-form';
  match: PayerMatch;
}

export const payerNames = (item: ClaimItem, frame: FrameView | undefined, aliases: readonly Alias[]): PayerNames => {
  const search = searchOf(frame);
  const inChart = item.case.secondary?.name || undefined;
  const options = search?.payers ?? [];
  const match: PayerMatch = inChart ? matchPayer(inChart, options, confirmedNames(aliases)) : { match: 'none' };
  const chosen = options.find(({ value, label }) => value !== '' && label !== '' && value === search?.payer)?.label;
  const onForm = chosen ?? (match.match === 'one' ? match.option.label : undefined);
  return {
    inChart,
    onForm,
    chosen: chosen !== undefined,
    same: sameAs(inChart, onForm, aliases, search, match),
    match,
  };
};

const sameAs = (
  inChart: string | undefined,
  onForm: string | undefined,
  aliases: readonly Alias[],
  search: PayerSearch | undefined,
  match: PayerMatch,
): PayerNames['same'] => {
  if (!search) return 'no-form';
  // A name that fits several payers of the list says of none of them that it is meant.
  if (!inChart || !onForm || match.match === 'several') return 'not-known';
  const before = confirmedNames(aliases)[aliasKey(inChart)];
  if (before !== undefined && match.match === 'one' && match.option.label !== onForm) return 'not-known';
  if (samePayer(inChart, onForm)) return 'yes';
  return before !== undefined && samePayer(before, onForm) ? 'confirmed' : 'not-known';
};

/** The claim's newest lookup. */
export const lookupOf = (lookups: readonly Lookup[], patient: string, claim: string): Lookup | undefined => {
  const own = lookups.filter((lookup) => lookup.claim.patient === patient && lookup.claim.claim === claim);
  return own.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.updatedAt - a.updatedAt)[0];
};

/** Starting the search, where payer and last name are known and the payer is in the form's list. */
export const searchAction = (item: ClaimItem, names: PayerNames): Action | undefined => {
  const lastName = known(item.case.patient.name)?.last;
  const ready = names.match.match === 'one' || (names.chosen && names.same !== 'not-known');
  if (!names.inChart || !lastName || !ready) return undefined;
  return {
    label: `Search for ${lastName}`,
    icon: 'look',
    intent: { do: 'search', claim: item.id, payer: names.inChart, lastName },
  };
};
