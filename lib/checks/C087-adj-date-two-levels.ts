import type { Check } from './check';
import { boxOf, NO_FORM, shownIn } from './form';
import { FORM_LINE_NUMBERS } from './form-lines';
import { pass, raise } from './outcome';

const check: Check = {
  id: 'C087',
  name: 'adj_date_two_levels',
  title: 'The adjudication date stands at one level',
  when: 'Raised where the open form has an adjudication date for the claim as a whole and for one of its lines. A form without a box for the one or the other has none there.',
  why: 'Clearinghouses refuse a claim that has the date of the primary’s answer at both levels.',
  fix: 'Clear the date of the claim, and keep those of the lines.',
  section: 'dates',
  severity: 'block',
  needs: ['form'],
  source: 'X12 837P DTP*573: in 2330B or in 2430, not in both',
  run: ({ form }) => {
    if (!form) return pass(NO_FORM);
    if (shownIn(form, 'adjDate') === '') return pass('the form has no adjudication date for the whole claim');
    const lines = FORM_LINE_NUMBERS.filter((n) => shownIn(form, `24.${n}.adjDate`) !== '');
    if (lines.length === 0) return pass('no line has an adjudication date');
    const boxes = ['adjDate', ...lines.map((n) => `24.${n}.adjDate`)];
    return raise({
      title: 'The adjudication date stands for the claim and for its lines',
      short: 'Adjudication date twice',
      places: boxes.flatMap((id) => boxOf(form, id)?.place ?? []),
      lines,
    });
  },
};

export default check;
