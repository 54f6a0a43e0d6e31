import type { Check } from './check';
import { boxOf, missingBox, NO_FORM, shownIn } from './form';
import { pass, raise, unknown } from './outcome';
import { cut } from './words';

/** IDs that CMS gave to Medigap insurers for claims that name them: 55000 to 59999. Those of eligibility files lie lower. */
const CLAIM_BASED = /^5[5-9]\d{3}$/;

/** Box 9a that marks a Medigap policy for the crossover (CMS Pub. 100-04 ch. 26 item 9a). */
const MARKED = /^(?:MEDIGAP|MGAP|MG)\b/i;

const check: Check = {
  id: 'C096',
  name: 'medigap_coba_id',
  title: 'The ID of the Medigap insurer is one of CMS’s',
  when: 'Medicare first, a Medicare supplement second: raised where box 9d of the open form is to name it for a claim-based crossover (box 9a says MEDIGAP, MGAP or MG, or box 9d is a number) and is not five digits from 55000 to 59999. A plan name in box 9d without that mark is none. Box 9a is marked and the form has no box 9d: unknown.',
  why: 'Medicare forwards such a claim only by the ID that CMS gave to the Medigap insurer.',
  fix: 'Look the ID up in CMS’s list of claim-based COBA IDs.',
  section: 'identity',
  severity: 'decide',
  needs: ['form', 'payers'],
  source: 'CMS, COBA Medigap claim-based crossover: IDs 55000-59999 in item 9d',
  run: (c) => {
    const { form } = c;
    if (c.primary.kind !== 'medicare' || c.secondary?.kind !== 'medigap') return pass('no Medigap behind Medicare');
    if (!form) return pass(NO_FORM);
    const box = boxOf(form, '9d');
    const id = shownIn(form, '9d');
    const isMarked = MARKED.test(shownIn(form, '9a'));
    if (!isMarked && !/^\d+$/.test(id)) return pass('no claim-based crossover');
    if (!box) return unknown([missingBox(form, '9d')]);
    if (CLAIM_BASED.test(id)) return pass();
    return raise({
      title:
        id === '' ? 'Box 9d has no ID of the Medigap insurer' : `Box 9d says ${cut(id, 20)}, which is no Medigap ID`,
      short: 'Box 9d is no Medigap ID',
      places: [box.place],
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
