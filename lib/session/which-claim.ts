import type { ClaimRow } from '../claim/claim';
import { parseDate } from '../claim/dates';
import type { ClaimForm } from '../claim/form';
import { parseMoney } from '../claim/money';
import { known } from '../claim/reading';
import type { PatientFile } from './session';

const valueIn = (form: ClaimForm, box: string): string =>
  form.boxes.find((each) => each.box === box)?.value.trim() ?? '';

const only = (rows: ClaimRow[]): string | undefined => (rows.length === 1 ? known(rows[0]?.id) : undefined);

/** The one row that the patient's account number on the form names (box 26). */
const byAccount = (form: ClaimForm, rows: ClaimRow[]): string | undefined => {
  const account = valueIn(form, '26');
  return account === '' ? undefined : only(rows.filter((row) => [known(row.id), known(row.pcn)].includes(account)));
};

/** The one row with the form's first service date and total charge (boxes 24A and 28). */
const byServices = (form: ClaimForm, rows: ClaimRow[]): string | undefined => {
  const from = parseDate(valueIn(form, '24.1.A.from'));
  const charge = parseMoney(valueIn(form, '28'));
  if (!from.ok || !charge.ok) return undefined;
  return only(rows.filter((row) => known(row.dos)?.from === from.value && known(row.charge) === charge.value));
};

/** The primary claim a form is for, where the page does not say it: only if exactly one claim of the patient fits. */
export const claimOfForm = (form: ClaimForm, file: PatientFile): string | undefined => {
  const primaries = file.claims.filter((row) => known(row.level) !== 'S' && known(row.level) !== 'T');
  return byAccount(form, primaries) ?? byServices(form, primaries);
};
