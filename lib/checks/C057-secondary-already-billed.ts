import { type Case, claimId } from '../claim/case';
import type { ClaimRow } from '../claim/claim';
import { known } from '../claim/reading';
import type { Check, Missing } from './check';
import { judge, missing } from './outcome';
import { cut, places } from './words';

type Twin = 'yes' | 'no' | Missing;

const nameOf = (row: ClaimRow): string => `claim ${cut(claimId(row) ?? 'without a number', 30)}`;

const sameText = (a: ClaimRow['pcn'], b: ClaimRow['pcn']): boolean =>
  a.kind === 'read' && b.kind === 'read' && a.value === b.value;

/** Same control number, else same days and same charge: each payer is billed the full charge. */
const isOfSameVisit = (row: ClaimRow, other: ClaimRow): Twin => {
  if (sameText(row.pcn, other.pcn)) return 'yes';
  const [days, otherDays] = [known(row.dos), known(other.dos)];
  if (!days) return missing('the date of service', 'claim-history', row.dos);
  if (!otherDays) return missing(`the date of service of ${nameOf(other)}`, 'claim-history', other.dos);
  if (days.from !== otherDays.from || days.to !== otherDays.to) return 'no';
  const [charge, otherCharge] = [known(row.charge), known(other.charge)];
  if (charge === undefined) return missing('the charge of the claim', 'claim-history', row.charge);
  if (otherCharge === undefined) return missing(`the charge of ${nameOf(other)}`, 'claim-history', other.charge);
  return charge === otherCharge ? 'yes' : 'no';
};

const isSecondaryOf = (c: Case, other: ClaimRow): Twin => {
  if (known(other.status) === 'voided' || known(other.level) === 'P') return 'no';
  const same = isOfSameVisit(c.row, other);
  if (same !== 'yes' || known(other.level) !== undefined) return same;
  return missing(`which payer ${nameOf(other)} was billed to`, 'claim-history', other.level);
};

/**
 * Raised where Claim History holds a claim to another payer than the primary for the same visit, unless it is voided.
 * The visit is the same by control number, or by days and charge. A claim of the same visit of which the page does not
 * say whom it was billed to: unknown.
 */
const check: Check = {
  id: 'C057',
  name: 'secondary_already_billed',
  title: 'The secondary is not billed yet',
  section: 'crossover',
  severity: 'block',
  needs: ['row', 'siblings'],
  source: 'NextGen Office, Secondary Billing: no secondary already created',
  run: (c) => {
    const lacking: Missing[] = [];
    const billed: ClaimRow[] = [];
    for (const other of c.siblings) {
      const twin = isSecondaryOf(c, other);
      if (twin === 'yes') billed.push(other);
      else if (twin !== 'no') lacking.push(twin);
    }
    const [first] = billed;
    if (!first) return judge([], lacking);
    const raw = first.status.kind === 'read' ? ` It stands at "${cut(first.status.raw, 40)}".` : '';
    return judge(
      [
        {
          title: `The secondary was already billed with ${nameOf(first)}`,
          why: `A second claim for the same visit is denied as a duplicate.${raw}`,
          fix: `Open ${nameOf(first)}; mend or replace that one where needed.`,
          short: 'Already billed',
          places: places(...billed.map((row) => row.id)),
          lines: [],
        },
      ],
      [],
    );
  },
};

export default check;
