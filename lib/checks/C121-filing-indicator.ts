import type { Case, PayerFacts } from '../claim/case';
import { filingIndicatorName, indicatorFits } from '../codes/filing-indicator';
import type { Check, Raised } from './check';
import { filingIndicatorsOf } from './filing-indicators';
import { boxOf, shownIn } from './form';
import { type Judged, judgeAll, pass, SOUND } from './outcome';
import { cut } from './words';

type Kind = PayerFacts['kind'];

/**
 * The programs of box 1 in the order in which the form prints them, and the kinds of payer that each cannot stand for. An
 * insurer of which no more is known may sell any plan; some Medicaid programs want MEDICARE on what Medicare paid first.
 */
const PROGRAMS: readonly { words: RegExp; not: readonly Kind[] }[] = [
  { words: /\bmedicare\b/i, not: ['tricare'] },
  { words: /\bmedicaid\b/i, not: ['medicare', 'medicare-advantage', 'medigap', 'tricare'] },
  { words: /\btricare\b/i, not: ['medicare', 'medicare-advantage', 'medicaid', 'medigap'] },
  { words: /\bchampva\b/i, not: ['medicare', 'medicare-advantage', 'medicaid', 'medigap', 'tricare'] },
  { words: /\bgroup\b/i, not: ['medicare', 'medicaid', 'tricare'] },
  { words: /\bfeca\b/i, not: ['medicare', 'medicare-advantage', 'medicaid', 'medigap', 'tricare'] },
  { words: /\bother\b/i, not: ['medicare', 'medicaid', 'tricare'] },
];

const KINDS: Readonly<Partial<Record<Kind, string>>> = {
  medicare: 'Medicare',
  'medicare-advantage': 'a Medicare Advantage plan',
  medicaid: 'Medicaid',
  medigap: 'a Medicare supplement',
  tricare: 'TRICARE',
  commercial: 'a commercial plan',
  other: 'another program',
};

/** What box 1 of the open form says of the secondary: the type of its insurance. */
const inBox1 = ({ form, secondary }: Case): Judged => {
  const box = form && boxOf(form, '1');
  if (!form || !box || !secondary) return SOUND;
  const text = shownIn(form, '1') || box.value.trim();
  const at = { places: [box.place], lines: [] };
  if (text === '') {
    return { raised: [{ title: 'Box 1 names no type of insurance', short: 'Box 1 is empty', ...at }], lacking: [] };
  }
  const kind = KINDS[secondary.kind];
  const program = PROGRAMS.find(({ words }) => words.test(text));
  if (kind === undefined || !program?.not.includes(secondary.kind)) return SOUND;
  const title = `Box 1 says ${cut(text, 30)}, but ${cut(secondary.name, 60)} is ${kind}`;
  return { raised: [{ title, short: 'Box 1 does not fit the payer', ...at }], lacking: [] };
};

const RANKS = ['secondary', 'primary'] as const;

/** An indicator that names another kind of payer than the one that is known. */
const inLists = (c: Case, rank: (typeof RANKS)[number]): Judged => {
  const payer = c[rank];
  const kind = payer && KINDS[payer.kind];
  if (!payer || kind === undefined) return SOUND;
  const wrong = filingIndicatorsOf(c, rank).filter(({ code }) => indicatorFits(code, payer.kind) === false);
  const raised = wrong.map(
    ({ code, says }): Raised => ({
      title: `Filing indicator ${code}, ${filingIndicatorName(code) ?? ''}, but ${cut(payer.name, 60)} is ${kind}`,
      short: `Indicator ${cut(code, 4)} does not fit`,
      places: [],
      lines: [],
      quotes: [{ text: code, says }],
    }),
  );
  return { raised, lacking: [] };
};

const check: Check = {
  id: 'C121',
  name: 'filing_indicator',
  title: 'The type of each payer fits',
  when: 'Raised where box 1 of the open form is empty or names another kind of insurance than the secondary is, and where the claim filing indicator that a payer list or the primary’s remittance gives names another kind of payer: MA or MB for a payer that is not Original Medicare, any other for Original Medicare, 16, MC or CH for another program. A payer of which no more is known than that it is an insurer contradicts nothing; where nothing shows an indicator, the PM sets it.',
  why: 'Payers and clearinghouses route the claim by its filing indicator.',
  fix: "Correct box 1, or the payer's filing indicator in the payer list of the PM.",
  section: 'form',
  severity: 'block',
  needs: ['form', 'payers', 'remittance'],
  source: 'X12 837P 2000B and 2320 SBR09; NUCC CMS-1500 (02/12) box 1',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    return judgeAll([inBox1(c), ...RANKS.map((rank) => inLists(c, rank))]);
  },
};

export default check;
