import type { Case } from '../claim/case';
import type { Check } from './check';
import { insuredOnForm } from './form';
import { boxFact, chartFact, type Fact, isPatientInsured, sorted, unknownFact } from './identity';
import { CHART, isMissing, judgeAll } from './outcome';
import { policyOf } from './policies';
import { listed } from './words';

const patientDob = (c: Case): Fact =>
  boxFact(c, '3') ?? chartFact(c.patient.dob, "the patient's birth date", 'must-be-read');

const patientSex = (c: Case): Fact => {
  const inForm = boxFact(c, '3.sex');
  if (inForm) return inForm;
  return c.chart ? chartFact(c.chart.sex, "the patient's sex", 'shown-on-form') : unknownFact(CHART);
};

/** Where another person is the insured, box 11a asks for birth date and sex of that person; Medicare's insured is the patient. */
const insuredFacts = (c: Case): Fact[] => {
  if (isPatientInsured(c, 'secondary') === true) return [];
  const inForm = [boxFact(c, '11a'), boxFact(c, '11a.sex')].flatMap((fact) => fact ?? []);
  const policy = policyOf(c, 'secondary');
  if (c.form && insuredOnForm(c) === 'secondary') return inForm;
  if (isMissing(policy)) return c.secondary ? [unknownFact(policy)] : [];
  return [
    chartFact(policy.insuredDob, "the insured's birth date", 'shown-on-form'),
    chartFact(policy.insuredSex, "the insured's sex", 'shown-on-form'),
  ];
};

const check: Check = {
  id: 'C097',
  name: 'dob_sex_missing',
  title: 'Birth date and sex are there',
  when: "Raised where birth date or sex of the patient, or of an insured who is somebody else, is empty: on the open form, else in the chart. What the chart does not show at all (absent) is judged when the form is open; the patient's birth date must be read. A chart that was not read, or a value that cannot be read: unknown.",
  why: 'Payers match the member by birth date and sex.',
  fix: 'Enter it in the chart, or in the box of the form.',
  section: 'identity',
  severity: 'block',
  needs: ['row', 'patient', 'chart', 'form', 'payers'],
  source: 'X12 837P 2010BA DMG; NUCC CMS-1500 (02/12) boxes 3 and 11a',
  run: (c) => {
    const judged = sorted([patientDob(c), patientSex(c), ...insuredFacts(c)], (what) => ({
      title: `Empty: ${listed(what)}`,
      short: 'Birth date or sex is missing',
    }));
    return judgeAll([judged]);
  },
};

export default check;
