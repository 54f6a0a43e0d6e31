import type { Check } from './check';
import { boxesNotOnPage, boxName, boxOf, emptyBoxes, isMedicareSecondary, NO_FORM, shownIn, viewOf } from './form';
import { judge, pass } from './outcome';
import { listed } from './words';

const NEEDED = ['11', '4', '6', '7.street', '11c'] as const;
const NONE = /^none$/i;

const check: Check = {
  id: 'C108',
  name: 'box11_msp',
  title: 'Medicare second: boxes 4, 6, 7, 11 and 11c name the primary',
  when: 'Medicare-secondary view: raised where box 11 is empty or NONE (which says that Medicare is first), or 4, 6, 7 or 11c is empty. `SAME` is a value. A box that the form does not have: unknown.',
  why: 'Medicare pays second only on a claim that names the insurance before it.',
  fix: "Fill in the primary's policy, insured, relationship, address and plan.",
  section: 'form',
  severity: 'block',
  needs: ['form', 'payers'],
  source: 'CMS Pub. 100-04 ch. 26 section 10.2: items 4, 6, 7, 11, 11c when insurance is primary to Medicare',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    if (!isMedicareSecondary(c)) return pass(viewOf(c));
    const none = NONE.test(shownIn(c.form, '11')) ? [boxOf(c.form, '11')].flatMap((box) => box ?? []) : [];
    const wrong = [...none, ...emptyBoxes(c.form, NEEDED)];
    const finding = {
      title:
        none.length > 0
          ? 'Box 11 says NONE, as if Medicare were first'
          : `Empty: ${listed(wrong.map(({ box }) => boxName(box)))}`,
      short: none.length > 0 ? 'Box 11 says NONE' : 'Primary missing on the form',
      places: wrong.map(({ place }) => place),
      lines: [],
    };
    return judge(wrong.length > 0 ? [finding] : [], boxesNotOnPage(c.form, NEEDED));
  },
};

export default check;
