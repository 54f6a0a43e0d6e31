import type { Check, Raised } from './check';
import {
  boxesNotOnPage,
  boxName,
  boxNumbers,
  boxOf,
  emptyBoxes,
  insuredOnForm,
  isYes,
  missingBox,
  NO_FORM,
  viewOf,
} from './form';
import { judge, pass, raise, unknown } from './outcome';
import { listed } from './words';

const OTHER_PLAN = ['9', '9a', '9d'] as const;

const SOURCE = 'NUCC CMS-1500 (02/12) box 11d: YES asks for 9, 9a and 9d';

const check: Check = {
  id: 'C107',
  name: 'box11d_vs_9',
  title: 'Box 11d and boxes 9, 9a, 9d fit',
  when: 'Destination-payer view: raised where 11d is not YES although the primary is another plan, or is YES while 9, 9a or 9d is empty. A box that the form does not have: unknown. In another view it does not apply.',
  why: 'YES asks for the other plan: insured, policy and plan name.',
  fix: 'Choose YES in box 11d, and fill boxes 9, 9a and 9d with the primary.',
  section: 'form',
  severity: 'block',
  needs: ['form', 'payers'],
  source: SOURCE,
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    if (insuredOnForm(c) !== 'secondary') return pass(viewOf(c));
    const box = boxOf(c.form, '11d');
    if (!box) return unknown([missingBox(c.form, '11d')]);
    if (!isYes(c.form, '11d')) {
      return raise({
        title: 'Box 11d does not say that there is another plan',
        why: 'The primary is another health plan of the patient, so box 11d is YES.',
        short: 'Box 11d must be YES',
        places: [box.place],
        lines: [],
      });
    }
    const empty = emptyBoxes(c.form, OTHER_PLAN);
    const finding: Raised = {
      title: `Box 11d is YES, but ${listed(empty.map(({ box: id }) => boxName(id)))} ${empty.length === 1 ? 'is' : 'are'} empty`,
      fix: 'Fill in the primary in boxes 9, 9a and 9d.',
      short: `${boxNumbers(empty)} empty`,
      places: empty.map(({ place }) => place),
      lines: [],
    };
    return judge(empty.length > 0 ? [finding] : [], boxesNotOnPage(c.form, OTHER_PLAN));
  },
};

export default check;
