import type { Case } from '../claim/case';
import type { Cents } from '../claim/claim';
import type { ClaimForm } from '../claim/form';
import { formatDollars } from '../claim/money';
import type { Place } from '../claim/reading';
import type { Check, Missing, Raised } from './check';
import { boxOf, moneyIn, NO_FORM } from './form';
import { FORM_LINE_NUMBERS, isUsed } from './form-lines';
import { type Remaining, remainingToTell } from './line-amounts';
import { judge, LEDGER, missing, pass } from './outcome';
import { secondaryName } from './words';

/** What the form says of the patient's remaining liability (837 AMT*EAF), for the claim and on its lines. */
interface Liability {
  claim: Cents | undefined;
  lines: { n: number; amount: Cents }[];
  /** The form has a box for it. */
  hasBox: boolean;
  places: Place[];
  lacking: Missing[];
}

const onForm = (form: ClaimForm): Liability => {
  const found: Liability = { claim: undefined, lines: [], hasBox: false, places: [], lacking: [] };
  for (const [id, n] of [['eaf', 0] as const, ...FORM_LINE_NUMBERS.map((one) => [`24.${one}.eaf`, one] as const)]) {
    const box = boxOf(form, id);
    if (!box || (n > 0 && !isUsed(form, n))) continue;
    found.hasBox = true;
    const held = moneyIn(form, id);
    if (held.is === 'blank') continue;
    found.places.push(box.place);
    if (held.is === 'missing') {
      const where = n === 0 ? 'the claim' : `line ${n}`;
      found.lacking.push({ ...held.missing, what: `the remaining patient liability of ${where} on the form` });
    } else if (n === 0) found.claim = held.value;
    else found.lines.push({ n, amount: held.value });
  }
  return found;
};

/** Neither amount nor text stands in any box. */
const isEmpty = ({ places }: Liability): boolean => places.length === 0;

const atBothLevels = ({ claim, lines, places }: Liability): Raised[] =>
  claim === undefined || lines.length === 0
    ? []
    : [
        {
          severity: 'block',
          title: 'The remaining patient liability stands for the claim and for its lines',
          fix: 'Clear the amount of the claim, and keep those of the lines.',
          short: 'Patient liability twice',
          places,
          lines: lines.map(({ n }) => n),
        },
      ];

const notGiven = (c: Case): Raised => ({
  title: `${secondaryName(c)} wants the remaining patient liability, and the form has none`,
  fix: 'Enter on each line what the primary left to the patient.',
  short: 'Patient liability is missing',
  places: [],
  lines: [],
  question: 'acknowledge',
});

const totalOf = ({ claim, lines }: Liability): Cents =>
  lines.length > 0 ? lines.reduce((sum, { amount }) => sum + amount, 0) : (claim ?? 0);

/** More than the share is right only where the provider counts what it was cut by out of network. */
const aboveShare = (liability: Liability, { share, cuts }: Remaining): Raised[] => {
  const total = totalOf(liability);
  if (total <= share + cuts) return [];
  return [
    {
      severity: 'info',
      title: `The form says the patient owes ${formatDollars(total)}, the primary left ${formatDollars(share)}`,
      fix: 'Check the amount: it is the share that the primary left to the patient.',
      short: 'Liability above the share',
      places: liability.places,
      lines: [],
    },
  ];
};

const check: Check = {
  id: 'C117',
  name: 'eaf_rules',
  title: 'The remaining patient liability fits',
  when: 'Where the open form has boxes for the remaining patient liability: blocks where it stands for the claim and on a line; asks where the payer’s list wants it and none stands there; tells that it is more than the share which the primary left, and than that with a cut out of network (OA-45, PI-45). An amount that cannot be read: unknown. A form without such boxes has none: the PM works it out.',
  why: 'The secondary reads from it what is left for the patient, and a claim that has it at both levels is refused.',
  fix: 'Give the remaining patient liability once, on the lines.',
  section: 'form',
  severity: 'decide',
  mayBlock: true,
  needs: ['form', 'ledger', 'remittance', 'payers', 'answers'],
  source: 'X12 837P AMT*EAF in 2320 or 2430, not in both; X12 RFI 985',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    const liability = onForm(c.form);
    if (!liability.hasBox) return pass('the form has no box for the remaining patient liability');
    if (isEmpty(liability)) {
      const isWanted = c.secondary?.lists?.eafRequired?.value === 'yes';
      return isWanted ? judge([notGiven(c)], []) : pass('the payer does not ask for it');
    }
    const twice = atBothLevels(liability);
    if (twice.length > 0 || liability.lacking.length > 0) return judge(twice, liability.lacking);
    const remaining = remainingToTell(c);
    if (!remaining) return judge([], [c.ledger ? missing("the patient's share", 'ledger') : LEDGER]);
    return judge(aboveShare(liability, remaining), []);
  },
};

export default check;
