import type { Case } from '../claim/case';
import type { Check, Raised } from './check';
import { boxesNotOnPage, boxOf, NO_FORM } from './form';
import { INJURY_BOXES, injuriesOnForm, injuryInsured } from './injury';
import { judge, missing, pass } from './outcome';
import { listed, primaryName } from './words';

const HEALTH_PLANS: ReadonlySet<Case['primary']['kind']> = new Set([
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medigap',
  'tricare',
  'commercial',
]);

const INSURED = { work: 'work injuries', auto: 'car accidents', other: 'liability' } as const;

const SOURCE =
  'NUCC CMS-1500 (02/12) boxes 10a-10c; CMS Pub. 100-04 ch. 26 item 10: YES means that another insurance may be first';

const check: Check = {
  id: 'C042',
  name: 'accident_vs_payer',
  title: 'Boxes 10a to 10c fit the primary',
  when: 'Raised where the primary insures work injuries, car accidents or liability and none of boxes 10a to 10c says YES; and where one of them says YES and the primary is a health plan. While no form is open it does not apply. A box that the form does not have, or a YES beside a primary whose kind nobody knows: unknown.',
  why: 'YES says that the insurance of an accident or of the employer may have to pay first.',
  fix: 'Correct boxes 10a to 10c, or bill the insurer of the accident first.',
  section: 'payers',
  severity: 'decide',
  needs: ['row', 'chart', 'form', 'payers'],
  source: SOURCE,
  run: (c) => {
    const { form } = c;
    if (!form) return pass(NO_FORM);
    const yes = injuriesOnForm(c);
    const injury = injuryInsured(c, 'primary');
    const absent = boxesNotOnPage(form, INJURY_BOXES);
    const finding = (title: string, short: string, ids: readonly string[]): Raised => ({
      title,
      short,
      places: ids.flatMap((id) => boxOf(form, id)?.place ?? []),
      lines: [],
      question: 'acknowledge',
    });
    if (yes.length === 0) {
      const raised = injury
        ? [
            finding(
              `${primaryName(c)} insures ${INSURED[injury]}, but boxes 10a to 10c name no accident`,
              'Box 10 names no accident',
              INJURY_BOXES,
            ),
          ]
        : [];
      return absent.length > 0 ? judge([], absent) : judge(raised, []);
    }
    if (injury) return pass('the primary insures accidents');
    if (!HEALTH_PLANS.has(c.primary.kind))
      return judge([], [missing('what kind of insurer the primary is', 'payer-directory')]);
    const boxes = `${yes.length === 1 ? 'Box' : 'Boxes'} ${listed(yes)} ${yes.length === 1 ? 'says' : 'say'} YES`;
    return judge([finding(`${boxes}, but ${primaryName(c)} is a health plan`, 'Accident, but a health plan', yes)], []);
  },
};

export default check;
