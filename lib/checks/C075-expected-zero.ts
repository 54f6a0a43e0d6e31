import type { Case } from '../claim/case';
import { isNotCovered } from '../codes/carc';
import { type Method, mostOnClaim } from '../estimate/upper-bound';
import { answersToClaim } from './answered';
import C060 from './C060-zero-pr';
import type { Check } from './check';
import { judge, pass, raise, unknown } from './outcome';
import { secondaryName } from './words';

/** Ways in which the lists say that Medicaid pays the primary's cost share and no more. */
const COST_SHARE: ReadonlySet<string> = new Set([
  'medicaid_lesser_of_line',
  'medicaid_lesser_of_claim',
  'medicaid_full_cost_share',
]);
const STANDARD: ReadonlySet<string> = new Set(['standard', 'nondup', 'mob']);

/** By which rule the secondary pays, where that is known without assuming anything. */
const methodOf = ({ secondary }: Case): Method => {
  const said = secondary?.lists?.cobMethod?.value ?? '';
  switch (secondary?.kind) {
    case 'medicare':
      return 'medicare-second';
    case 'tricare':
      return 'tricare';
    case 'medigap':
      return 'medigap';
    case 'medicaid':
      return COST_SHARE.has(said) ? 'medicaid-cost-share' : 'not-known';
    default:
      return STANDARD.has(said) ? 'standard' : 'not-known';
  }
};

const check: Check = {
  id: 'C075',
  name: 'expected_zero',
  title: 'The secondary can pay something',
  when: 'Tells that the secondary pays $0.00 whatever it allows, by the rule of its kind or the one that its list names: a Medicare supplement where nothing of the patient’s share is deductible, coinsurance, copay or excess; Medicaid that pays the cost share alone, where there is none; TRICARE or Medicare where nothing is left. Where C060 says that nothing is left to bill, it passes. An answer that is not read: unknown.',
  why: 'By the rule by which the secondary pays, nothing of what the primary left is its to pay.',
  fix: 'Bill it only where the answer is wanted, as for a deductible to be counted or a denial to be shown.',
  section: 'money',
  severity: 'info',
  needs: ['ledger', 'remittance', 'payers', 'answers'],
  source:
    '42 CFR 411.33(a); Medicare.gov, Medigap plan chart; TRICARE, other health insurance; state Medicaid, cost sharing',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    const method = methodOf(c);
    if (method === 'not-known') return pass('it is not known by which rule the secondary pays');
    const nothingLeft = C060.run(c);
    if (nothingLeft.is === 'unknown') return unknown(nothingLeft.missing);
    if (nothingLeft.is === 'raised') return pass('nothing is left to bill: C060');
    const { lines, wholeClaim, lacking } = answersToClaim(c);
    if (lacking.length > 0) return judge([], [...lacking]);
    if (wholeClaim.length > 0) return pass('the primary adjusted the claim as a whole');
    if (lines.length === 0 || mostOnClaim(lines, method) > 0) return pass();
    const denied = lines.filter(({ adjustments }) => adjustments.some(({ carc }) => isNotCovered(carc)));
    return raise({
      title: `${secondaryName(c)} has nothing to pay on this claim`,
      short: 'Secondary will pay $0.00',
      places: denied.flatMap(({ place }) => place ?? []),
      lines: denied.map(({ line }) => line.n),
    });
  },
};

export default check;
