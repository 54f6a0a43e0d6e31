import type { Check } from './check';
import { boxesNotOnPage, boxName, boxNumbers, emptyBoxes, isMedicareSecondary, NO_FORM } from './form';
import { judge, pass } from './outcome';
import { listed } from './words';

const check: Check = {
  id: 'C116',
  name: 'assignment_missing',
  title: 'Boxes 12 and 13 are signed',
  when: 'Raised where box 12 or 13 is empty; with Medicare second an empty box 13 is allowed, it only authorizes Medigap. A box that the form does not have: unknown.',
  why: 'Without the signatures the payer may neither use the records nor pay the practice.',
  fix: 'Put "Signature on file" in, or the date it was signed.',
  section: 'form',
  severity: 'block',
  needs: ['form', 'payers'],
  source: 'X12 837P OI03 and OI06; NUCC CMS-1500 (02/12) boxes 12 and 13; CMS Pub. 100-04 ch. 26',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    const needed = isMedicareSecondary(c) ? ['12'] : ['12', '13'];
    const empty = emptyBoxes(c.form, needed);
    const finding = {
      title: `Empty: ${listed(empty.map(({ box }) => boxName(box)))}`,
      short: `${boxNumbers(empty)} not signed`,
      places: empty.map(({ place }) => place),
      lines: [],
    };
    return judge(empty.length > 0 ? [finding] : [], boxesNotOnPage(c.form, needed));
  },
};

export default check;
