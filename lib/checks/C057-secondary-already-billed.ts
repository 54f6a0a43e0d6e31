import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import type { Check } from './check';
import { type Judged, judgeAll, LEDGER, pass, SOUND, wrong } from './outcome';
import { adjudicatedLines } from './postings';
import { isReplacement, nameOf, secondaryClaims } from './secondary-claims';
import { cut, places, secondaryName } from './words';

const onHistory = (c: Case): Judged => {
  const { found, lacking } = secondaryClaims(c);
  const [first] = found;
  if (!first) return lacking.length > 0 ? { raised: [], lacking } : SOUND;
  const raw = first.status.kind === 'read' ? ` It stands at "${cut(first.status.raw, 40)}".` : '';
  return wrong({
    title: `The secondary was already billed with ${nameOf(first)}`,
    why: `A second claim for the same visit is denied as a duplicate.${raw}`,
    fix: `Open ${nameOf(first)}; mend or replace that one where needed.`,
    short: 'Already billed',
    places: places(...found.map((row) => row.id)),
    lines: [],
  });
};

const inLedger = (c: Case): Judged => {
  if (!c.ledger) return { raised: [], lacking: [LEDGER] };
  const answered = adjudicatedLines(c).filter(({ others }) => others.length > 0);
  const [first] = answered;
  if (!first) return { raised: [], lacking: adjudicatedLines(c).flatMap(({ unclear }) => unclear ?? []) };
  const name = known(first.others[0]?.payer) ?? '';
  return wrong({
    title: `${name === '' ? secondaryName(c) : cut(name, 60)} has already answered`,
    why: 'The ledger holds its posting, so it has the claim; a second one is denied as a duplicate.',
    fix: 'Look at that posting; replace the claim where it was wrong.',
    short: 'Already billed',
    places: places(...answered.flatMap(({ others }) => others.map(({ paid }) => paid))),
    lines: answered.map(({ line }) => line.n),
  });
};

const check: Check = {
  id: 'C057',
  name: 'secondary_already_billed',
  title: 'The secondary is not billed yet',
  when: 'Raised where Claim History holds a claim to another payer than the primary for the same visit, unless it is voided, or where the ledger holds a posting of another payer. The visit is the same by its days, and control number or charge. A claim of the same visit of which the page does not say whom it was billed to: unknown. A form that replaces or voids the earlier claim is no second one.',
  why: 'A second claim for the same visit is denied as a duplicate.',
  fix: 'Open the claim that was sent; mend or replace that one where needed.',
  section: 'crossover',
  severity: 'block',
  needs: ['row', 'siblings', 'ledger', 'form', 'payers'],
  source: 'NextGen Office, Secondary Billing: no secondary already created',
  run: (c) => {
    if (isReplacement(c)) return pass('the form replaces an earlier claim');
    return judgeAll([onHistory(c), inLedger(c)]);
  },
};

export default check;
