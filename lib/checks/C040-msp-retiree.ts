import type { Check } from './check';
import { judgeOrder, judgeState, stateOf } from './order';

const check: Check = {
  id: 'C040',
  name: 'msp_retiree',
  title: 'Medicare comes before retiree and COBRA coverage',
  when: 'A plan that is not based on a job held now stands before Medicare: retiree, laid off, COBRA, or a policy of their own. Inside the 30 months of kidney failure a group plan does come first. Unknown while what the plan is held by, or the reason for Medicare, is not known.',
  why: 'Medicare pays first where nobody works for the plan.',
  fix: 'Bill Medicare first, then the plan.',
  section: 'payers',
  severity: 'block',
  needs: ['payers', 'chart', 'row', 'patient', 'form', 'answers'],
  source: '42 CFR 411.104, 411.172, 411.206: Medicare is secondary only where someone works now; CMS, Who pays first',
  run: (c) => {
    const [own, former] = [stateOf(c, 'own-policy'), stateOf(c, 'former-employment')];
    if (own?.is === 'decides' || (own?.is === 'open' && former?.is === 'behind')) return judgeState(c, own);
    return judgeOrder(c, 'former-employment', 'Medicare and an employer plan are not the two payers');
  },
};

export default check;
