import type { Check } from './check';
import { boxOf, NO_FORM } from './form';
import { pass, raise, unknown } from './outcome';
import { isReplacement, resubmissionCode, secondaryClaims } from './secondary-claims';
import { cut } from './words';

const check: Check = {
  id: 'C115',
  name: 'frequency_not_1',
  title: 'Sent as a first claim',
  when: "Raised where box 22 says that the claim replaces (7) or voids (8) another although there is none yet, or without the secondary's own claim number. An empty box means 1, a first claim; so does a form without box 22.",
  why: "A first claim has the code 1, and a replacement needs the secondary's own claim number.",
  fix: "Clear box 22, put 1 in it, or enter the secondary's claim number.",
  section: 'form',
  severity: 'block',
  needs: ['row', 'siblings', 'form'],
  source: 'NUCC CMS-1500 (02/12) box 22; X12 837P CLM05-3',
  run: (c) => {
    if (!c.form) return pass(NO_FORM);
    const box = boxOf(c.form, '22');
    const code = resubmissionCode(c);
    if (!box || code === '' || code === '1') return pass();
    const { found, lacking } = secondaryClaims(c);
    const hasSecondary = found.length > 0;
    if (isReplacement(c) && hasSecondary) return pass('it replaces an earlier secondary claim');
    if (isReplacement(c) && lacking.length > 0) return unknown(lacking);
    return raise({
      title: `Box 22 says ${cut(code, 10)}, as if the claim replaced another`,
      why: hasSecondary
        ? "A replacement needs the secondary's own claim number."
        : 'This is the first claim to the secondary, so its code is 1.',
      fix: hasSecondary ? "Enter the secondary's claim number beside box 22." : 'Clear box 22, or put 1 in it.',
      short: 'Box 22 is not a first claim',
      places: [box.place],
      lines: [],
    });
  },
};

export default check;
