import type { Case } from '../claim/case';
import type { Adjustment, GroupCode } from '../claim/claim';
import { groupsFor } from '../codes/carc';
import { codeOf } from '../codes/group';
import { judgeReasons, type Reason, shortOf } from './answered';
import type { Check } from './check';
import { firstOf } from './words';

/** Payers by a state's workers' compensation law may send 18 with CO; `other` are those that pay for accidents. */
const allowed = (c: Case, carc: string): readonly GroupCode[] | undefined =>
  carc === '18' && c.primary.kind === 'other' ? ['OA', 'CO'] : groupsFor(carc);

const isBroken = (c: Case, { group, carc }: Adjustment): boolean =>
  group !== '' && allowed(c, carc)?.includes(group) === false;

const wordsOf = ({ adjustment }: Reason): string =>
  `${codeOf(adjustment)} comes with ${groupsFor(adjustment.carc)?.join(' or ') ?? 'any'} only`;

const check: Check = {
  id: 'C078',
  name: 'group_restriction',
  title: 'Groups and reasons go together',
  when: "Raised where a reason stands with a group that its usage does not allow. An adjustment without a group is C076's.",
  why: 'The group says who owes the amount; payers break the rule at times, postings more often.',
  fix: 'Compare it with the remittance, and change it only where the posting is wrong.',
  section: 'adjustments',
  severity: 'decide',
  needs: ['ledger', 'remittance', 'payers', 'answers'],
  source: 'X12 external code list 139: usage of 18, 23, 45, 85, 133, 136, 139, 201, 209, 229, 238, 249 and others',
  run: (c) =>
    judgeReasons(
      c,
      (adjustment) => isBroken(c, adjustment),
      (found, lines) => ({
        title: `A reason has a group that it does not come with: ${firstOf([...new Set(found.map(wordsOf))])}`,
        short: shortOf(lines, 'group does not fit'),
        question: 'acknowledge',
      }),
    ),
};

export default check;
