import type { Case } from '../claim/case';
import type { Check } from './check';
import { idOf, type KnownId } from './member-ids';
import { isMissing, type Judged, judgeAll, SOUND, wrong } from './outcome';
import { cut } from './words';

/** The letters S, L, O, I, B and Z are never used. Source: CMS, Understanding the MBI format. */
const MBI = /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;

const isMbi = (text: string): boolean => MBI.test(text.toUpperCase().replace(/[-\s]/g, ''));

const judgeId = (id: KnownId): Judged => {
  if (id === undefined) return SOUND;
  if (isMissing(id)) return { raised: [], lacking: [id] };
  if (isMbi(id.text)) return SOUND;
  return wrong({
    title: `Member ID ${cut(id.text, 30)} is no Medicare number`,
    short: 'No Medicare number',
    places: id.place ? [id.place] : [],
    lines: [],
  });
};

const RANKS = ['secondary', 'primary'] as const;

const check: Check = {
  id: 'C094',
  name: 'mbi_format',
  title: 'The Medicare number is one',
  when: "Original Medicare as a payer: raised where its member ID is not written as a Medicare Beneficiary Identifier, dashes and blanks aside. No ID is C093's; a chart that was not read, or an ID that cannot be read: unknown.",
  why: 'Medicare numbers have 11 places in a fixed pattern, without the letters S, L, O, I, B and Z.',
  fix: 'Enter the number from the Medicare card; the old numbers do not count any more.',
  section: 'identity',
  severity: 'block',
  needs: ['row', 'chart', 'form', 'payers'],
  source: 'CMS, Understanding the MBI format',
  run: (c: Case) =>
    judgeAll(RANKS.filter((rank) => c[rank]?.kind === 'medicare').map((rank) => judgeId(idOf(c, rank, 'memberId')))),
};

export default check;
