import type { Case } from '../../claim/case';
import type { Address } from '../../claim/claim';
import { sameName } from '../../claim/names';
import {
  insuredFact,
  isOwnPolicy,
  memberId,
  patientAddress,
  patientDob,
  patientName,
  patientSex,
  planName,
  policyFact,
  policyOf,
  policyOrGroup,
} from '../policies';
import { type Fact, mapFact, type Wanted, want } from '../wanted';
import { addressBoxes, BOX_29, nameText, PATIENT_BOXES, type Template, type TemplateBox, text } from './template';

const PRIMARY = 'Insurance primary to Medicare';

/** Item 4 and 7: the word SAME where the insured is the patient, or lives with the patient. */
const SAME = 'SAME';

const IS_SAME: Wanted = { value: SAME, source: 'Chart, primary' };

const insuredName = (c: Case): Wanted => {
  const name = insuredFact(c, 'primary', "the insured's name", (p) => p.insured, patientName);
  if (isOwnPolicy(c, 'primary') !== true) return nameText(name);
  const patient = patientName(c);
  return name.ok && patient.ok && !sameName(name.value, patient.value)
    ? { missing: 'The chart calls the patient the insured of the primary, under another name.' }
    : IS_SAME;
};

const insuredAddress = (c: Case): Fact<Address> =>
  insuredFact(c, 'primary', "the insured's address", (p) => p.insuredAddress, patientAddress);

const livesWithPatient = (c: Case): boolean => {
  const insured = insuredAddress(c);
  const patient = patientAddress(c);
  const line = ({ line1, city, state, zip }: Address) => [line1, city, state, zip].join('|').toUpperCase();
  return insured.ok && patient.ok && line(insured.value) === line(patient.value);
};

/** The insured lives with the patient, or is the patient and the policy has no address of its own. */
const isPatientsAddress = (c: Case): boolean => {
  const policy = policyOf(c, 'primary');
  const isBare = policy.ok && policy.value.insuredAddress.kind === 'absent';
  return (isBare && isOwnPolicy(c, 'primary') === true) || livesWithPatient(c);
};

/** SAME stands in the street's box; the rest of the address is blank then. */
const orSame = (box: TemplateBox): TemplateBox => ({
  ...box,
  want: (c) => {
    if (!isPatientsAddress(c)) return box.want(c);
    return box.box === '7.street' ? IS_SAME : 'leave';
  },
});

/** Completed only where the insured is not the patient: item 3 says it then. */
const unlessPatient = (box: TemplateBox): TemplateBox => ({
  ...box,
  want: (c) => (isOwnPolicy(c, 'primary') === true ? 'leave' : box.want(c)),
});

/**
 * Medicare is billed second: 1a is the Medicare number; 4, 6, 7, 11 to 11c describe the plan that is primary to Medicare;
 * 9 to 9d are for Medigap alone and 11d is not used; 29 is what the patient paid, never what the primary paid.
 * Source: CMS Pub. 100-04 ch. 26, 10.2-10.3.
 */
export const MEDICARE_SECONDARY: Template = {
  id: 'medicare-secondary',
  boxes: [
    {
      box: '1a',
      group: 'Medicare',
      want: (c) => text(mapFact(memberId(c), (id) => id.replace(/[\s-]/g, ''))),
    },
    ...PATIENT_BOXES,
    {
      box: '4',
      group: PRIMARY,
      want: insuredName,
    },
    {
      box: '6',
      group: PRIMARY,
      want: (c) => want(policyFact(c, 'primary', 'the relationship', (p) => p.relationship)),
    },
    ...addressBoxes('7', PRIMARY, insuredAddress).map(orSame),
    { box: '11', group: PRIMARY, want: (c) => text(policyOrGroup(c, 'primary')) },
    unlessPatient({
      box: '11a',
      group: PRIMARY,
      want: (c) => want(insuredFact(c, 'primary', "the insured's birth date", (p) => p.insuredDob, patientDob)),
    }),
    unlessPatient({
      box: '11a.sex',
      group: PRIMARY,
      want: (c) => want(insuredFact(c, 'primary', "the insured's sex", (p) => p.insuredSex, patientSex)),
    }),
    { box: '11c', group: PRIMARY, want: (c) => text(planName(c, 'primary')) },
    BOX_29,
  ],
};
