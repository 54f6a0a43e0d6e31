import type { Case } from '../claim/case';
import { countingAnswers } from '../era/evidence';
import type { Check } from './check';
import { boxOf, NO_FORM, shownIn } from './form';
import { missing, pass, raise, unknown } from './outcome';
import { plainId } from './policies';
import { primaryRemit } from './remittance';
import { resubmissionCode } from './secondary-claims';

const BOXES = ['22.ref', '22'] as const;

/** The primary's own numbers of the claim (835 CLP07). */
const numbersOf = (c: Case): string[] => {
  const remit = primaryRemit(c);
  if (remit.is !== 'here') return [];
  return countingAnswers(remit.net)
    .map(({ claim }) => plainId(claim.payerClaimNumber))
    .filter((number) => number !== '');
};

/** What stands in box 22 of a first claim beside its code: a reference that only a replacement has. */
const referenceOf = (c: Case): { box: (typeof BOXES)[number]; text: string } | undefined => {
  if (!c.form) return undefined;
  const reference = shownIn(c.form, '22.ref');
  if (reference !== '') return { box: '22.ref', text: reference };
  const whole = shownIn(c.form, '22');
  return whole.length > 2 ? { box: '22', text: whole.replace(/^0*1\s+/, '') } : undefined;
};

const check: Check = {
  id: 'C114',
  name: 'icn_in_wrong_place',
  title: "Box 22 does not hold the primary's claim number",
  when: "Raised where box 22 of a first claim holds the number that the primary gave the claim. With a code that replaces or voids it is C115's. A number there while no remittance tells the primary's: unknown.",
  why: 'There it says that this claim replaces one of the secondary.',
  fix: "Clear it; the primary's number goes with what the primary paid.",
  section: 'form',
  severity: 'block',
  needs: ['form', 'remittance', 'payers', 'answers'],
  source: "X12 837P 2330B REF*F8: the other payer's claim number; NUCC CMS-1500 (02/12) box 22",
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    const held = referenceOf(c);
    if (!held) return pass('box 22 has no number');
    if (/^[78]$/.test(resubmissionCode(c))) return pass('it replaces or voids a claim');
    const theirs = numbersOf(c);
    if (theirs.length === 0) return unknown([missing("the primary's claim number", 'remittance')]);
    if (!theirs.includes(plainId(held.text))) return pass("the number is not the primary's");
    const box = boxOf(c.form, held.box);
    return raise({
      title: "Box 22 holds the primary's claim number",
      short: "Box 22: the primary's number",
      places: box ? [box.place] : [],
      lines: [],
    });
  },
};

export default check;
