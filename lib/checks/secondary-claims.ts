import { type Case, claimId } from '../claim/case';
import type { ClaimRow } from '../claim/claim';
import { known } from '../claim/reading';
import type { Missing } from './check';
import { shownIn } from './form';
import { oncePerCase } from './once';
import { missing } from './outcome';
import { cut } from './words';

type Twin = 'yes' | 'no' | Missing;

/** `claim 8841299`. */
export const nameOf = (row: ClaimRow): string => `claim ${cut(claimId(row) ?? 'without a number', 30)}`;

/** Same days, and same control number or same charge: each payer is billed the full charge. */
const isOfSameVisit = (row: ClaimRow, other: ClaimRow): Twin => {
  const [days, otherDays] = [known(row.dos), known(other.dos)];
  if (!days) return missing('the date of service', 'claim-history', row.dos);
  if (!otherDays) return missing(`the date of service of ${nameOf(other)}`, 'claim-history', other.dos);
  if (days.from !== otherDays.from || days.to !== otherDays.to) return 'no';
  const pcn = known(row.pcn)?.trim();
  if (pcn && pcn === known(other.pcn)?.trim()) return 'yes';
  const [charge, otherCharge] = [known(row.charge), known(other.charge)];
  if (charge === undefined) return missing('the charge of the claim', 'claim-history', row.charge);
  if (otherCharge === undefined) return missing(`the charge of ${nameOf(other)}`, 'claim-history', other.charge);
  if (charge === otherCharge) return 'yes';
  const unread = [row.pcn, other.pcn].find(({ kind }) => kind === 'unreadable');
  return unread ? missing('the control numbers of the claims', 'claim-history', unread) : 'no';
};

const isSecondaryOf = (c: Case, other: ClaimRow): Twin => {
  if (known(other.status) === 'voided' || known(other.level) === 'P') return 'no';
  const same = isOfSameVisit(c.row, other);
  if (same !== 'yes' || known(other.level) !== undefined) return same;
  return missing(`which payer ${nameOf(other)} was billed to`, 'claim-history', other.level);
};

/** The claims of the same visit to another payer than the primary, voided ones left out; and what is missing to tell. */
export const secondaryClaims = oncePerCase((c): { found: ClaimRow[]; lacking: Missing[] } => {
  const found: ClaimRow[] = [];
  const lacking: Missing[] = [];
  for (const other of c.siblings) {
    const twin = isSecondaryOf(c, other);
    if (twin === 'yes') found.push(other);
    else if (twin !== 'no') lacking.push(twin);
  }
  return { found, lacking };
});

/** The code in box 22 without leading zeros, `''` where none stands there (NUCC CMS-1500 02/12). */
export const resubmissionCode = (c: Case): string =>
  (c.form ? (shownIn(c.form, '22').split(/\s/, 1)[0] ?? '') : '').replace(/^0+(?=.)/, '');

/** True where the form replaces (7) or voids (8) an earlier claim and has that one's number. */
export const isReplacement = (c: Case): boolean =>
  c.form !== undefined && /^[78]$/.test(resubmissionCode(c)) && shownIn(c.form, '22.ref') !== '';
