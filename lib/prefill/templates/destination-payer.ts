import {
  insuredFact,
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
import { want } from '../wanted';
import { addressBoxes, BOX_29, nameText, PATIENT_BOXES, type Template, text } from './template';

const SECONDARY = 'Secondary insurance';
const OTHER = 'Other insurance';

/**
 * Boxes 1a, 4, 6, 7, 11 are the insured of the payer that is billed; 9, 9a, 9d the other (primary) plan; 11d is YES;
 * 29 is what the primary and the patient paid, where no list says otherwise. Source: NUCC CMS-1500 (02/12) instruction manual.
 */
export const DESTINATION_PAYER: Template = {
  id: 'destination-payer',
  boxes: [
    { box: '1a', group: SECONDARY, want: (c) => text(memberId(c)) },
    ...PATIENT_BOXES,
    {
      box: '4',
      group: SECONDARY,
      want: (c) => nameText(insuredFact(c, 'secondary', "the insured's name", (p) => p.insured, patientName)),
    },
    {
      box: '6',
      group: SECONDARY,
      want: (c) => want(policyFact(c, 'secondary', 'the relationship', (p) => p.relationship)),
    },
    ...addressBoxes('7', SECONDARY, (c) =>
      insuredFact(c, 'secondary', "the insured's address", (p) => p.insuredAddress, patientAddress),
    ),
    {
      box: '9',
      group: OTHER,
      want: (c) => nameText(insuredFact(c, 'primary', "the insured's name", (p) => p.insured, patientName)),
    },
    { box: '9a', group: OTHER, want: (c) => text(policyOrGroup(c, 'primary')) },
    { box: '9d', group: OTHER, want: (c) => text(planName(c, 'primary')) },
    {
      box: '11',
      group: SECONDARY,
      want: (c) => {
        const policy = policyOf(c, 'secondary');
        // Not every plan has a group number: blank is right then.
        if (policy.ok && policy.value.group.kind === 'absent') return 'leave';
        const group = policyFact(c, 'secondary', 'the group number', (p) => p.group);
        return group.ok && group.value.trim() === '' ? 'leave' : text(group);
      },
    },
    {
      box: '11a',
      group: SECONDARY,
      want: (c) => want(insuredFact(c, 'secondary', "the insured's birth date", (p) => p.insuredDob, patientDob)),
    },
    {
      box: '11a.sex',
      group: SECONDARY,
      want: (c) => want(insuredFact(c, 'secondary', "the insured's sex", (p) => p.insuredSex, patientSex)),
    },
    { box: '11c', group: SECONDARY, want: (c) => text(planName(c, 'secondary')) },
    { box: '11d', group: OTHER, want: (c) => ({ value: 'yes', source: `Claim, primary ${c.primary.name}` }) },
    BOX_29,
  ],
};
