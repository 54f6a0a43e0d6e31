import { countingAnswers } from '../era/evidence';
import type { Check } from './check';
import { boxOf, NO_FORM, shownIn } from './form';
import { missing, pass, raise, unknown } from './outcome';
import { plainId } from './policies';
import { primaryRemit } from './remittance';
import { secondaryName } from './words';

/** The authorizations that the primary names in its answers (835 REF*G1). */
const authorizationsOf = (remit: ReturnType<typeof primaryRemit>): string[] =>
  remit.is === 'here'
    ? countingAnswers(remit.net).flatMap(({ claim: { references } }) =>
        Object.hasOwn(references, 'G1') ? (references.G1 ?? []) : [],
      )
    : [];

const check: Check = {
  id: 'C113',
  name: 'primary_auth_on_secondary',
  title: "Box 23 does not hold the primary's authorization",
  when: "Raised where box 23 holds the authorization that the primary names in its remittance. An empty box passes; a number in it while no remittance names the primary's: unknown.",
  why: 'Each payer has its own, and refuses that of another.',
  fix: 'Put the authorization of the secondary there, or clear the box.',
  section: 'form',
  severity: 'decide',
  needs: ['form', 'remittance', 'payers', 'answers'],
  source: 'NUCC CMS-1500 (02/12) box 23; X12 835 and 837P REF*G1: each payer has its own authorization',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    const box = boxOf(c.form, '23');
    const held = plainId(shownIn(c.form, '23'));
    if (!box || held === '') return pass('box 23 is empty');
    const theirs = authorizationsOf(primaryRemit(c)).map(plainId);
    if (theirs.length === 0) return unknown([missing("the primary's authorization", 'remittance')]);
    if (!theirs.includes(held)) return pass();
    return raise({
      title: "Box 23 holds the primary's authorization",
      fix: `Put the authorization of ${secondaryName(c)} there, or clear the box.`,
      short: "Box 23 is the primary's",
      places: [box.place],
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
