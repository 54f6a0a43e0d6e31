import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import { samePayer } from '../payers/aliases';
import type { Check } from './check';
import { isMissing, missing, pass, raise, unknown } from './outcome';
import { plainId, policyOf, secondaryMemberId } from './policies';
import { places, secondaryName } from './words';

const isSamePayer = ({ primary, secondary }: Case): boolean => {
  if (!secondary) return false;
  const bothIds = primary.payerId !== '' && secondary.payerId !== '';
  return bothIds ? primary.payerId === secondary.payerId : samePayer(primary.name, secondary.name);
};

const check: Check = {
  id: 'C025',
  name: 'secondary_is_primary',
  title: 'Primary and secondary are two policies',
  when: "Raised where primary and secondary are one policy: same payer, same member ID, and no group that differs. Two plans of one company have two IDs. The secondary's ID is the form's, else the one picked in the payer search, else the chart's.",
  why: 'The same insurer would be billed twice for one member ID.',
  fix: 'Choose the other policy of the patient, or correct the insurance in the chart.',
  section: 'payers',
  severity: 'block',
  needs: ['row', 'chart', 'form', 'payers'],
  source: 'X12 837P: one plan is billed once; a second plan of the same company has another ID',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    if (!isSamePayer(c)) return pass();
    const primary = policyOf(c, 'primary');
    const secondary = policyOf(c, 'secondary');
    if (isMissing(primary)) return unknown([primary]);
    const policy = isMissing(secondary) ? undefined : secondary;
    const first = known(primary.memberId);
    const second = secondaryMemberId(c);
    if (!first) return unknown([missing("the primary's member ID", 'chart', primary.memberId)]);
    if (!second) {
      return unknown([
        isMissing(secondary) ? secondary : missing("the secondary's member ID", 'chart', policy?.memberId),
      ]);
    }
    const groups = [known(primary.group), c.picked?.group || known(policy?.group)].map((group) => plainId(group ?? ''));
    const hasOtherGroup = !groups.includes('') && groups[0] !== groups[1];
    if (plainId(first) !== plainId(second) || hasOtherGroup) return pass();
    return raise({
      title: 'Primary and secondary are the same policy',
      why: `${secondaryName(c)} would be billed twice for one member ID.`,
      short: 'Secondary equals the primary',
      places: places(primary.memberId, policy?.memberId),
      lines: [],
    });
  },
};

export default check;
