import type { Case } from '../claim/case';
import type { Check } from './check';
import { boxFact, chartFact, type Fact, sorted, THERE, unknownFact } from './identity';
import { isMissing, judgeAll, pass } from './outcome';
import { policyOf } from './policies';
import { listed } from './words';

const secondaryId = (c: Case): Fact => {
  const inForm = boxFact(c, '1a');
  if (inForm) return inForm;
  if (c.picked && c.picked.insuranceId !== '') return THERE;
  const policy = policyOf(c, 'secondary');
  return isMissing(policy)
    ? unknownFact(policy)
    : chartFact(policy.memberId, "the secondary's member ID", 'must-be-read');
};

/** The chart's, else the policy number that the form names for the primary (box 9a; 11 with Medicare second). */
const primaryId = (c: Case): Fact => {
  const policy = policyOf(c, 'primary');
  const inChart = isMissing(policy)
    ? unknownFact(policy)
    : chartFact(policy.memberId, "the primary's member ID", 'must-be-read');
  if (inChart.is !== 'unknown') return inChart;
  const inForm = boxFact(c, c.secondary?.kind === 'medicare' ? '11' : '9a');
  return inForm?.is === 'there' ? inForm : inChart;
};

const check: Check = {
  id: 'C093',
  name: 'member_id_missing',
  title: 'Both member IDs are there',
  when: "Raised where a member ID is empty: box 1a of the open form, else the chart's policy. An ID picked in the payer search counts while no form box shows one. A chart that does not show IDs, or was not read: unknown.",
  why: 'Neither payer can find the member without the ID.',
  fix: 'Enter the ID from the card, or pick it in the payer search.',
  section: 'identity',
  severity: 'block',
  needs: ['row', 'chart', 'form', 'payers'],
  source: 'X12 837P 2010BA and 2330A NM109: member identifier; NUCC CMS-1500 (02/12) box 1a',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    const judged = sorted([secondaryId(c), primaryId(c)], (what) => ({
      title: `Empty: ${listed(what)}`,
      short: 'Member ID is missing',
    }));
    return judgeAll([judged]);
  },
};

export default check;
