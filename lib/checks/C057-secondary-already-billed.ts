import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import type { Check, Raised } from './check';
import { judge, pass } from './outcome';
import { secondaryPostings } from './postings';
import { isReplacement, nameOf, secondaryClaims } from './secondary-claims';
import { cut, places, secondaryName } from './words';

const onHistory = (c: Case): Raised[] => {
  const { found } = secondaryClaims(c);
  const [first] = found;
  if (!first) return [];
  const raw = first.status.kind === 'read' ? ` It stands at "${cut(first.status.raw, 40)}".` : '';
  return [
    {
      title: `The secondary was already billed with ${nameOf(first)}`,
      why: `A second claim for the same visit is denied as a duplicate.${raw}`,
      fix: `Open ${nameOf(first)}; mend or replace that one where needed.`,
      short: 'Already billed',
      places: places(...found.map((row) => row.id)),
      lines: [],
    },
  ];
};

const inLedger = (c: Case): Raised[] => {
  const answered = secondaryPostings(c);
  if (answered.length === 0) return [];
  const name = known(answered[0]?.posting.payer) ?? '';
  return [
    {
      title: `${name === '' ? secondaryName(c) : cut(name, 60)} has already answered`,
      why: 'The ledger holds its posting, so it has the claim; a second one is denied as a duplicate.',
      fix: 'Look at that posting; replace the claim where it was wrong.',
      short: 'Already billed',
      places: places(...answered.map(({ posting }) => posting.paid)),
      lines: [...new Set(answered.map(({ line }) => line.n))],
    },
  ];
};

/**
 * Raised where Claim History holds a claim to another payer than the primary for the same visit, unless it is voided, or
 * where the ledger holds a posting of another payer. The visit is the same by its days, and control number or charge. A
 * claim of the same visit of which the page does not say whom it was billed to: unknown. A form that replaces or voids
 * the earlier claim is no second one.
 */
const check: Check = {
  id: 'C057',
  name: 'secondary_already_billed',
  title: 'The secondary is not billed yet',
  section: 'crossover',
  severity: 'block',
  needs: ['row', 'siblings', 'ledger', 'form'],
  source: 'NextGen Office, Secondary Billing: no secondary already created',
  run: (c) => {
    if (isReplacement(c)) return pass('the form replaces an earlier claim');
    return judge([...onHistory(c), ...inLedger(c)], secondaryClaims(c).lacking);
  },
};

export default check;
