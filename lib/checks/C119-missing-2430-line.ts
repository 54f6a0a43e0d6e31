import type { ClaimForm } from '../claim/form';
import { shortOf } from './answered';
import type { Check } from './check';
import { boxOf, NO_FORM, shownIn } from './form';
import { adjustmentSetsOn, FORM_LINE_NUMBERS, isUsed } from './form-lines';
import { pass, raise } from './outcome';
import { listed } from './words';

const isTold = (form: ClaimForm, n: number): boolean =>
  shownIn(form, `24.${n}.paid`) !== '' || (adjustmentSetsOn(form, n) ?? []).length > 0;

const check: Check = {
  id: 'C119',
  name: 'missing_2430_line',
  title: 'Every line of the form has what the primary did',
  when: 'Raised where some lines of the form say what the primary paid and adjusted, and others do not. No line that does is a claim without line data. A form without boxes for it is not asked.',
  why: 'The claim is refused where one line lacks it, $0.00 and denials included.',
  fix: 'Fill in what the primary paid and adjusted, with 0.00 where it paid nothing.',
  section: 'form',
  severity: 'block',
  needs: ['form'],
  source: 'X12 837P 2430: on every line or on none',
  run: ({ form }) => {
    if (!form) return pass(NO_FORM);
    const asked = FORM_LINE_NUMBERS.filter((n) => isUsed(form, n) && boxOf(form, `24.${n}.paid`));
    const bare = asked.filter((n) => !isTold(form, n));
    if (bare.length === 0 || bare.length === asked.length) return pass();
    return raise({
      title: `${bare.length === 1 ? 'Line' : 'Lines'} ${listed(bare)} of the form ${bare.length === 1 ? 'does' : 'do'} not say what the primary paid`,
      short: shortOf(bare, 'paid is empty'),
      places: bare.flatMap((n) => boxOf(form, `24.${n}.paid`)?.place ?? []),
      lines: bare,
    });
  },
};

export default check;
