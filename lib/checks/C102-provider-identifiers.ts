import type { Check } from './check';
import { boxesNotOnPage, boxName, emptyBoxes, NO_FORM } from './form';
import { FORM_LINE_NUMBERS, isUsed } from './form-lines';
import { judge, pass } from './outcome';
import { firstOf } from './words';

const BILLING = ['33a', '25'] as const;

const check: Check = {
  id: 'C102',
  name: 'provider_identifiers',
  title: 'The providers have their NPI and tax ID',
  when: 'Medicaid second: raised where the open form lacks the NPI of the billing provider (33a), the tax ID (25) or the NPI of the rendering provider on a line that bills something (24J). A form without those boxes: unknown. The taxonomy has no box of its own on the form.',
  why: 'A missing provider number is the most common reason for which Medicaid denies a secondary claim.',
  fix: 'Enter the numbers under which the provider is enrolled with this Medicaid; check the taxonomy too.',
  section: 'identity',
  severity: 'decide',
  needs: ['form', 'payers'],
  source: 'NUCC CMS-1500 (02/12) boxes 24J, 25, 33a; state Medicaid, reasons of denied crossover claims',
  run: (c) => {
    const { form } = c;
    if (c.secondary?.kind !== 'medicaid') return pass('Medicaid is not second');
    if (!form) return pass(NO_FORM);
    const used = FORM_LINE_NUMBERS.filter((n) => isUsed(form, n));
    const boxes = [...BILLING, ...used.map((n) => `24.${n}.J`)];
    const empty = emptyBoxes(form, boxes);
    const finding = {
      title: `Empty: ${firstOf([...new Set(empty.map(({ box }) => boxName(box)))])}`,
      short: 'NPI or tax ID is missing',
      places: empty.map(({ place }) => place),
      lines: used.filter((n) => empty.some(({ box }) => box === `24.${n}.J`)),
      question: 'acknowledge' as const,
    };
    return judge(empty.length > 0 ? [finding] : [], boxesNotOnPage(form, boxes));
  },
};

export default check;
