import type { Case } from '../claim/case';
import { parseDate } from '../claim/dates';
import { parseName, sameName } from '../claim/names';
import { known, type Reading } from '../claim/reading';
import type { Check, Missing, Raised } from './check';
import { boxOf, insuredOnForm, shownIn } from './form';
import { boxFact, chartFact, type Fact, sorted, unknownFact } from './identity';
import { isMissing, type Judged, judgeAll, missing, pass, SOUND, wrong } from './outcome';
import { policyOf } from './policies';
import { listed, places } from './words';

type Rank = 'primary' | 'secondary';

/** Box 6 speaks of the payer that the form bills, with Medicare second of the primary. */
const isInBox6 = (c: Case, rank: Rank): boolean => insuredOnForm(c) === rank;

const relationshipOf = (c: Case, rank: Rank): Fact => {
  const inForm = isInBox6(c, rank) ? boxFact(c, '6') : undefined;
  if (inForm) return inForm;
  const policy = policyOf(c, rank);
  return isMissing(policy)
    ? unknownFact(policy)
    : chartFact(policy.relationship, `the patient's relationship to the insured of the ${rank}`, 'shown-on-form');
};

const contradiction = (who: string, what: string, at: Raised['places']): Raised => ({
  title: `The patient is the insured, but the ${what} of the ${who} differs`,
  why: 'Self means one person: same name and same birth date.',
  fix: `Correct the relationship, or the ${what} of the insured.`,
  short: `Self, but another ${what}`,
  places: at,
  lines: [],
});

/** What is missing to compare one thing of the insured with the patient's. */
const uncompared = (own: Reading<unknown>, patients: Reading<unknown>, rank: Rank): Missing[] => {
  if (own.kind === 'unreadable') return [missing(`the insured of the ${rank}`, 'chart', own)];
  return own.kind === 'read' && patients.kind !== 'read'
    ? [missing('name or birth date of the patient', 'claim-history', patients)]
    : [];
};

/** The chart says Self: insured and patient must be one person, as far as both can be read. */
const inChart = (c: Case, rank: Rank): Judged => {
  const policy = policyOf(c, rank);
  if (isMissing(policy) || known(policy.relationship) !== 'self') return SOUND;
  const { name, dob } = c.patient;
  const { insured, insuredDob } = policy;
  const [theirName, ownName] = [known(insured), known(name)];
  const [theirDob, ownDob] = [known(insuredDob), known(dob)];
  if (theirName && ownName && !sameName(theirName, ownName))
    return wrong(contradiction(`insured of the ${rank}`, 'name', places(insured)));
  if (theirDob && ownDob && theirDob !== ownDob)
    return wrong(contradiction(`insured of the ${rank}`, 'birth date', places(insuredDob)));
  if (theirName && ownName && theirDob && ownDob) return SOUND;
  return { raised: [], lacking: [...uncompared(insured, name, rank), ...uncompared(insuredDob, dob, rank)] };
};

const SAME = /^same$/i;

const differs = <T>(
  a: string,
  b: string,
  parse: (t: string) => { ok: true; value: T } | { ok: false },
  same: (x: T, y: T) => boolean,
) => {
  if (a === b) return false;
  const [x, y] = [parse(a), parse(b)];
  return x.ok && y.ok && !same(x.value, y.value);
};

/** Box 6 says Self: boxes 4 and 2, and 11a and 3, must be one person. */
const inForm = ({ form }: Case): Judged => {
  if (!form || !/^self$/i.test(shownIn(form, '6'))) return SOUND;
  const at = (id: string) => [boxOf(form, id)?.place ?? []].flat();
  const name = shownIn(form, '4');
  if (!SAME.test(name) && differs(name, shownIn(form, '2'), parseName, sameName)) {
    return wrong(contradiction('insured in box 4', 'name', at('4')));
  }
  return differs(shownIn(form, '11a'), shownIn(form, '3'), parseDate, (a, b) => a === b)
    ? wrong(contradiction('insured in box 11a', 'birth date', at('11a')))
    : SOUND;
};

const check: Check = {
  id: 'C098',
  name: 'relationship_missing',
  title: 'Relationship to the insured is there and fits',
  when: "Raised where the relationship of the patient to either insured is empty, or is Self while name or birth date differ. Names are compared without case and punctuation. The open form's box 6 counts before the chart; a relationship that the chart does not show (absent) is judged when the form is open. A chart that was not read: unknown.",
  why: 'The payer finds the patient through the insured; Self means that they are one person.',
  fix: 'Choose the relationship in the chart or in box 6, or correct the insured.',
  section: 'identity',
  severity: 'block',
  needs: ['row', 'patient', 'chart', 'form', 'payers'],
  source: 'X12 837P SBR02 and PAT01; NUCC CMS-1500 (02/12) box 6',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    const blanks = sorted([relationshipOf(c, 'secondary'), relationshipOf(c, 'primary')], (what) => ({
      title: `Empty: ${listed(what)}`,
      why: 'The payer finds the patient through the insured.',
      fix: 'Choose the relationship in the chart, or in box 6 of the form.',
      short: 'Relationship is missing',
    }));
    return judgeAll([blanks, inChart(c, 'secondary'), inChart(c, 'primary'), inForm(c)]);
  },
};

export default check;
