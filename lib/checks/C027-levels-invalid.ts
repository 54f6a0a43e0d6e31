import type { Case } from '../claim/case';
import type { Policy } from '../claim/claim';
import { known, placeOf } from '../claim/reading';
import { mayBeSamePayer } from '../payers/aliases';
import type { Check, Missing, Raised } from './check';
import { coversByDates, inForce } from './in-force';
import { CHART, isMissing, type Judged, judge, missing, SOUND, unknown, wrong } from './outcome';
import { nameOf, secondaryClaims } from './secondary-claims';
import { counted, places } from './words';

const RANKS = ['primary', 'secondary', 'tertiary'] as const;
type Rank = (typeof RANKS)[number];

/** The policies of a rank that were in force on the days of service, and those of which that cannot be told. */
interface Level {
  rank: Rank;
  policies: Policy[];
  lacking: Missing[];
}

const levelOf = (c: Case, all: readonly Policy[], rank: Rank): Level => {
  const level: Level = { rank, policies: [], lacking: [] };
  for (const policy of all) {
    if (known(policy.rank) !== rank) continue;
    const held = inForce(c, policy);
    if (held === 'yes') level.policies.push(policy);
    else if (isMissing(held)) level.lacking.push(held);
  }
  return level;
};

/** The claim's own primary may have been archived since: the claim names it, and its dates do not say otherwise. */
const asArchived = (c: Case, policy: Policy): 'yes' | 'no' | Missing => {
  const held = known(policy.rank) === 'archived' ? coversByDates(c, policy) : 'no';
  if (held === 'no') return 'no';
  if (policy.payer.kind === 'unreadable')
    return missing('the payer of an archived policy in the chart', 'chart', policy.payer);
  if (c.primary.name === '') return missing('the primary payer', 'claim-history', c.row.primaryPayer);
  return mayBeSamePayer(known(policy.payer) ?? '', c.primary.name) ? held : 'no';
};

const finding = (title: string, short: string, policies: readonly Policy[]): Raised => ({
  title,
  short,
  places: places(...policies.map(({ rank }) => rank)),
  lines: [],
});

const twice = ({ rank, policies }: Level): Raised[] =>
  policies.length < 2
    ? []
    : [
        finding(
          `The chart has ${counted(policies.length, `${rank} insurer`)} at once`,
          `Two ${rank} insurers`,
          policies,
        ),
      ];

const isEmpty = ({ policies, lacking }: Level): boolean => policies.length === 0 && lacking.length === 0;

/** A third without a second: its own level is skipped. */
const skipped = (second: Level, third: Level): Raised[] =>
  isEmpty(second) && third.policies.length > 0
    ? [finding('The chart has a third insurer and no second', 'Third insurer without a second', third.policies)]
    : [];

const noPrimary = (c: Case, all: readonly Policy[], first: Level): Judged => {
  if (!isEmpty(first)) return SOUND;
  const archived = all.map((policy) => asArchived(c, policy));
  if (archived.includes('yes')) return SOUND;
  const lacking = archived.filter(isMissing);
  if (lacking.length > 0) return { raised: [], lacking };
  return wrong(finding('No primary insurer in the chart covers the service', 'No primary in the chart', all));
};

/** A claim to the third payer stands on Claim History, and none to the second. */
const skippedClaim = (c: Case): Raised[] => {
  const levels = secondaryClaims(c).found.map((row) => ({ row, level: known(row.level) }));
  const [third] = levels.filter(({ level }) => level === 'T');
  if (!third || levels.some(({ level }) => level === 'S')) return [];
  const place = placeOf(third.row.level);
  return [
    {
      title: `The third payer was billed (${nameOf(third.row)}), the second was not`,
      short: 'Second payer was skipped',
      places: place ? [place] : [],
      lines: [],
    },
  ];
};

const check: Check = {
  id: 'C027',
  name: 'levels_invalid',
  title: 'There is one primary, and no level twice or skipped',
  when: 'Raised where, of the policies in the chart that were in force on the days of service, none or several are primary, several have one rank, or a third stands without a second; and where Claim History has a claim to the third payer and none to the second. The claim’s own primary may be archived since. Ranks or dates that cannot be read, a chart that was not read or shows no policy: unknown.',
  why: 'Each insurer has its own place in the order, and the claim names exactly one as the first.',
  fix: 'Give each insurance in the chart its own rank, and archive what does not cover the service.',
  section: 'payers',
  severity: 'block',
  needs: ['row', 'siblings', 'chart', 'payers'],
  source: 'X12 837P SBR01: one primary payer, no level twice, none skipped',
  run: (c) => {
    if (!c.chart) return unknown([CHART]);
    const all = c.chart.policies;
    if (all.length === 0) return unknown([missing('the policies in the chart', 'chart')]);
    const unread = all.flatMap(({ rank }) =>
      known(rank) === undefined ? [missing('the rank of a policy in the chart', 'chart', rank)] : [],
    );
    const [first, second, third] = RANKS.map((rank) => levelOf(c, all, rank)) as [Level, Level, Level];
    const levels = [first, second, third];
    const primary = unread.length > 0 ? SOUND : noPrimary(c, all, first);
    const raised = [...levels.flatMap(twice), ...primary.raised, ...skippedClaim(c)];
    if (unread.length === 0) raised.push(...skipped(second, third));
    const lacking = levels.flatMap((level) => level.lacking);
    return judge(raised, [...unread, ...lacking, ...primary.lacking, ...secondaryClaims(c).lacking]);
  },
};

export default check;
