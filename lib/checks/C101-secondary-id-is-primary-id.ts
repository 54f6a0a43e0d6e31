import { samePayer } from '../payers/aliases';
import type { Check } from './check';
import { boxOf } from './form';
import { CHART, missing, pass, raise, unknown } from './outcome';
import { plainId, primaryMemberId, secondaryMemberId } from './policies';

const check: Check = {
  id: 'C101',
  name: 'secondary_id_is_primary_id',
  title: "The secondary's ID is not the primary's",
  when: "Raised where the secondary's member ID is the primary's while the payers differ. Either not known: unknown.",
  why: 'Two insurers give one member two IDs; this is usually a slip of the hand.',
  fix: "Pick the secondary's own ID in the payer search.",
  section: 'identity',
  severity: 'decide',
  needs: ['row', 'chart', 'form', 'payers'],
  source: 'NextGen Office, Secondary Claim article: the ID is picked in the payer search of the secondary',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    if (samePayer(c.primary.name, c.secondary.name)) return pass('one payer with two policies');
    const [first, second] = [primaryMemberId(c), secondaryMemberId(c)];
    if (!c.chart && first === undefined) return unknown([CHART]);
    if (first === undefined) return unknown([missing("the primary's member ID", 'chart')]);
    if (second === undefined) return unknown([missing("the secondary's member ID", 'chart')]);
    if (plainId(first) !== plainId(second)) return pass();
    const box = c.form && boxOf(c.form, '1a');
    return raise({
      title: 'The secondary has the member ID of the primary',
      short: "ID is the primary's",
      places: box ? [box.place] : [],
      lines: [],
      question: 'acknowledge',
    });
  },
};

export default check;
