import type { Case } from '../claim/case';
import type { ClaimForm } from '../claim/form';
import { known } from '../claim/reading';
import { insuranceTypeName } from '../codes/insurance-type';
import { isGap } from '../order/gaps';
import { isAged } from '../order/medicare';
import { givenOf, type Plan, planOf } from '../order/plan';
import type { Check, Missing } from './check';
import { boxesNotOnPage, boxOf, NO_FORM } from './form';
import { injuriesOnForm } from './injury';
import { mspTypeOn } from './msp-type';
import { isMissing, judge, missing, pass, raise, unknown } from './outcome';

/** Why the type does not fit, as a sentence without its end; what is missing to tell; undefined where nothing speaks against it. */
type Against = string | Missing | undefined;
type Rule = (c: Case, form: ClaimForm) => Against;

const ifAged =
  (is: boolean, says: string): Rule =>
  (c) => {
    const day = known(c.row.dos)?.from;
    if (day === undefined) return missing('the date of service', 'claim-history', c.row.dos);
    const aged = isAged(c, day);
    return typeof aged === 'boolean' ? (aged === is ? says : undefined) : aged;
  };

/** What would tell of work that has ended, and cannot be read. */
const unreadBasis = ({ policy }: Plan): Missing | undefined => {
  if (isGap(policy)) return policy;
  const unread = [policy.plan, policy.type].find(({ kind }) => kind === 'unreadable');
  return unread && missing("the primary's plan in the chart", 'chart', unread);
};

/** 12 and 43 are for a plan from work that goes on: what the biller, the chart or box 11b say otherwise speaks against them. */
const ifRetired: Rule = (c) => {
  const plan = planOf(c, 'primary');
  if (!plan) return missing('the primary payer', 'claim-history', c.row.primaryPayer);
  const onPages = givenOf(plan).flatMap(({ id, value }) => (id === 'plan-basis' ? [value] : []));
  const other = [plan.said.basis, ...onPages].find((basis) => basis !== undefined && basis !== 'current-employment');
  return other === undefined ? unreadBasis(plan) : 'The plan before Medicare does not come from work that goes on';
};

const ifNotEsrd: Rule = ({ coverage }) =>
  coverage?.medicareFor && !coverage.medicareFor.includes('esrd')
    ? 'You said that the patient has Medicare for another reason than kidney failure'
    : undefined;

/** The type stands for an accident of one of these kinds: box 10 or the biller must say so. */
const ifNoAccident =
  (kinds: readonly string[], boxes: readonly ('10a' | '10b' | '10c')[], says: string): Rule =>
  (c, form) => {
    if (kinds.includes(c.coverage?.accident?.kind ?? '')) return undefined;
    if (injuriesOnForm(c).some((id) => boxes.includes(id))) return undefined;
    return boxesNotOnPage(form, boxes)[0] ?? says;
  };

const NO_ACCIDENT = ifNoAccident(['auto', 'other'], ['10b', '10c'], 'Neither box 10b nor box 10c names an accident');

/** What speaks against each type. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  12: [ifAged(false, 'The patient was not yet 65 on the day of service'), ifRetired],
  13: [ifNotEsrd],
  14: [NO_ACCIDENT],
  15: [ifNoAccident(['work'], ['10a'], 'Box 10a does not say that it happened at work')],
  43: [ifAged(true, 'The patient was 65 or older on the day of service'), ifRetired],
  47: [NO_ACCIDENT],
};

const check: Check = {
  id: 'C044',
  name: 'msp_type_conflict',
  title: 'The insurance type fits the patient',
  when: 'Medicare second: raised where the insurance type (MSP) on the open form is 12 for a patient under 65, 43 for one of 65 or older, 12 or 43 for a plan that does not come from work that goes on, 13 where you said that Medicare is not for kidney failure, 15 without a work injury, 14 or 47 without another accident. A birth date, a day of service, the plan in the chart or a box 10 that is needed and not read, or a type that is none: unknown.',
  why: 'Medicare compares the type with its own record of the patient, and denies what does not fit.',
  fix: 'Choose the type that fits, or correct box 10, the birth date or what is said of the coverage.',
  section: 'payers',
  severity: 'block',
  needs: ['form', 'payers', 'patient', 'row', 'chart', 'answers'],
  source: 'CMS, MSP value of SBR05: 12, 13, 14, 15, 43, 47; 42 CFR 411.20-411.206',
  run: (c) => {
    if (c.secondary?.kind !== 'medicare') return pass('Medicare is not second');
    const type = mspTypeOn(c);
    if (!type || !c.form) return pass(NO_FORM);
    if (type.is === 'missing') return pass('the form has no insurance type');
    if (type.is === 'blank') return pass('no insurance type is chosen: C043');
    if (type.is === 'other') {
      const lacking = {
        what: 'the insurance type (MSP) on the form',
        source: 'claim-form',
        place: type.place,
      } as const;
      return unknown([{ ...lacking, raw: type.text, why: 'it is none of the types' }]);
    }
    const { code, place } = type;
    const form = c.form;
    const against = (RULES[code] ?? []).map((rule) => rule(c, form)).filter((one) => one !== undefined);
    const [first] = against.filter((one) => typeof one === 'string');
    if (first === undefined) return judge([], against.filter(isMissing));
    return raise({
      title: `Insurance type ${code}, ${insuranceTypeName(code) ?? ''}: it does not fit`,
      why: `${first}.`,
      short: `Insurance type ${code} does not fit`,
      places: [
        place,
        ...['10a', '10b', '10c'].flatMap((id) =>
          ['14', '15', '47'].includes(code) ? (boxOf(form, id)?.place ?? []) : [],
        ),
      ],
      lines: [],
    });
  },
};

export default check;
