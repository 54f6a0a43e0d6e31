import type { Case } from '../claim/case';
import type { Address, Policy } from '../claim/claim';
import { known, placeOf, type Reading } from '../claim/reading';
import type { Check } from './check';
import { insuredOnForm, isMedicareSecondary, shownIn } from './form';
import { boxFact, chartFact, type Fact, isPatientInsured, sorted, unknownFact } from './identity';
import { isMissing, judgeAll, pass } from './outcome';
import { policyOf } from './policies';
import { listed } from './words';

type Rank = 'primary' | 'secondary';

/** Street, city, state and ZIP: each is part of an address that can be sent. */
const isWhole = ({ line1, city, state, zip }: Address): boolean =>
  [line1, city, state, zip].every((part) => part.trim() !== '');

const addressFact = (reading: Reading<Address>, what: string): Fact => {
  const address = known(reading);
  if (address === undefined || isWhole(address)) return chartFact(reading, what, 'shown-on-form');
  const place = placeOf(reading);
  return place ? { is: 'empty', what, place } : { is: 'empty', what };
};

const inChart = ({ insured, insuredAddress }: Policy, rank: Rank): [name: Fact, address: Fact] => [
  chartFact(insured, `the name of the insured of the ${rank}`, 'shown-on-form'),
  addressFact(insuredAddress, `the address of the insured of the ${rank}`),
];

const SAME = /^same$/i;
const ADDRESS_BOXES = ['7.street', '7.city', '7.state', '7.zip'] as const;

/** Boxes 4 and 7 of the open form; undefined what it has no box for. */
const onForm = (c: Case): [name: Fact | undefined, address: Fact[] | undefined] => {
  const isSame = c.form !== undefined && SAME.test(shownIn(c.form, '7.street'));
  const address = (isSame ? [] : ADDRESS_BOXES).flatMap((id) => boxFact(c, id) ?? []);
  return [boxFact(c, '4'), isSame || address.length > 0 ? address : undefined];
};

/** What is known of an insured who is not the patient: on the form where it has that insured, else in the chart. */
const factsOf = (c: Case, rank: Rank): Fact[] => {
  const isPatient = isPatientInsured(c, rank);
  if (isMissing(isPatient)) return [unknownFact(isPatient)];
  if (isPatient !== false) return [];
  const isOnForm = c.form !== undefined && insuredOnForm(c) === rank;
  // In the Medicare-secondary view C108 looks at boxes 4 and 7.
  if (isOnForm && isMedicareSecondary(c)) return [];
  const [nameBox, addressBoxes] = isOnForm ? onForm(c) : [];
  const policy = policyOf(c, rank);
  const chart = isMissing(policy) ? [unknownFact(policy), unknownFact(policy)] : inChart(policy, rank);
  return [nameBox ?? chart[0], ...(addressBoxes ?? [chart[1]])].flatMap((fact) => fact ?? []);
};

const check: Check = {
  id: 'C099',
  name: 'insured_name_address',
  title: 'An insured who is not the patient has name and address',
  when: 'Where the patient is not the insured of the secondary or of the primary: raised where the name of the insured, or street, city, state or ZIP, is empty: in boxes 4 and 7 of the open form, else in the chart. What the chart does not show at all is judged when the form is open. In the Medicare-secondary view C108 looks at these boxes. A relationship, a name or an address that cannot be read, a chart that was not read: unknown.',
  why: 'Payers find the policy by its insured, whose name and address they ask for.',
  fix: 'Enter the insured’s name and address in the chart, or in boxes 4 and 7 of the form.',
  section: 'identity',
  severity: 'block',
  needs: ['row', 'chart', 'form', 'payers'],
  source: 'CMS Pub. 100-04 ch. 26 items 4 and 7; X12 837P 2010BA and 2330A; remark code MA88',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    const judged = sorted([...factsOf(c, 'secondary'), ...factsOf(c, 'primary')], (what) => ({
      title: `Empty: ${listed(what)}`,
      short: 'Insured: name or address empty',
    }));
    return judgeAll([judged]);
  },
};

export default check;
