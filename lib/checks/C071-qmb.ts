import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import { rarcsOf } from '../codes/rarc';
import { kindOf } from '../payers/directory';
import { answersToClaim, placed, reasonsThat } from './answered';
import type { Check, Missing } from './check';
import { CHART, judge, missing, pass } from './outcome';
import { remarksOf } from './remarks';
import { cut, places } from './words';

const QMB_REMARKS: ReadonlySet<string> = new Set(rarcsOf('qmb'));

/** Whether any payer behind the primary is Medicaid: the secondary, or another policy in the chart. */
const hasMedicaid = (c: Case): 'yes' | 'no' | Missing => {
  if (c.secondary?.kind === 'medicaid') return 'yes';
  if (!c.chart) return CHART;
  const policies = c.chart.policies.filter(({ active }) => known(active) !== false);
  const medicaid = policies.filter(({ payer, type }) =>
    [payer, type].some((one) => kindOf(known(one) ?? '') === 'medicaid'),
  );
  if (medicaid.some(({ active }) => active.kind !== 'unreadable')) return 'yes';
  const [unsure] = medicaid;
  if (unsure) return missing('whether the Medicaid policy in the chart is active', 'chart', unsure.active);
  const unread = policies.find(({ payer }) => payer.kind === 'unreadable');
  if (unread) return missing('the payer of a policy in the chart', 'chart', unread.payer);
  const isUnknown = c.secondary?.kind === 'unknown';
  return isUnknown ? missing(`whether ${cut(c.secondary?.name ?? '', 40)} is Medicaid`, 'payer-directory') : 'no';
};

const check: Check = {
  id: 'C071',
  name: 'qmb',
  title: 'No share of a QMB patient is collected',
  when: 'Raised where remarks (N192, N781, N782, N783) or CARC 209 say that the patient is a Qualified Medicare Beneficiary, and a statement was sent, or no payer of the patient is Medicaid. Without such a sign it passes; a page that shows no remarks has none.',
  why: 'The patient has Medicaid beside Medicare: deductible, coinsurance and copay may not be collected.',
  fix: 'Take the statement back, refund what was paid, and bill Medicaid.',
  section: 'money',
  severity: 'block',
  needs: ['ledger', 'remittance', 'chart', 'payers', 'answers'],
  source: 'CMS, Qualified Medicare Beneficiary program; X12 CARC 209, remark codes N192, N781-N783',
  run: (c) => {
    const remarks = remarksOf(c, QMB_REMARKS);
    const reasons = reasonsThat(c, ({ adjustment }) => adjustment.carc === '209');
    const lacking = [...remarks.lacking, ...answersToClaim(c).lacking];
    if (remarks.quotes.length === 0 && reasons.length === 0) return judge([], lacking);
    const { quotes = [], ...where } = placed(reasons);
    const signs = { ...where, quotes: [...quotes, ...remarks.quotes] };
    const statement = c.ledger?.statementSent;
    if (statement && known(statement) === true) {
      return judge(
        [
          {
            ...signs,
            title: 'A QMB patient was sent a statement',
            short: 'QMB patient was billed',
            places: [...signs.places, ...places(statement)],
          },
        ],
        [],
      );
    }
    const medicaid = hasMedicaid(c);
    if (medicaid === 'no') {
      return judge(
        [
          {
            ...signs,
            title: 'A QMB patient, and no payer is Medicaid',
            fix: 'Add Medicaid in the chart, and bill it.',
            short: 'QMB without Medicaid',
          },
        ],
        [],
      );
    }
    const unread = statement?.kind === 'unreadable' ? [missing('the statement mark', 'ledger', statement)] : [];
    const gaps = [...unread, ...(medicaid === 'yes' ? [] : [medicaid]), ...lacking];
    return gaps.length > 0 ? judge([], gaps) : pass('Medicaid is billed, and no statement was sent');
  },
};

export default check;
