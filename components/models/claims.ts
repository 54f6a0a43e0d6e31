import type { Examination, VerdictKind } from '../../lib/checks/check';
import { type ClaimDeadline, deadlineOf } from '../../lib/checks/filing';
import { type Case, claimId } from '../../lib/claim/case';
import type { IsoDate } from '../../lib/claim/claim';
import { formatDate } from '../../lib/claim/dates';
import { known } from '../../lib/claim/reading';
import type { PatientFile, TabView } from '../../lib/session/session';
import type { IconName } from '../Icon';
import type { Engine, Knowledge } from '../services';
import { amountOf, type Shown, total } from './money';
import { shown } from './text';

/** One claim of the open patient with everything that is said about it. */
export interface ClaimItem {
  id: string;
  case: Case;
  exam: Examination;
  /** How the biller knows it: the date of service, else the number. */
  title: string;
  /** ISO date for the order; `''` where none was read. */
  dos: string;
  primary: string;
  secondary: string | undefined;
  balance: Shown;
  /** Until when the secondary must have it; undefined where that is not known. */
  filing: ClaimDeadline | undefined;
}

/** Groups of the list, in its order. */
export const GROUPS = [
  'ready',
  'decide',
  'blocked',
  'cannot-tell',
  'do-not-bill',
  'waiting',
  'billed',
  'nothing',
] as const;
export type GroupKey = (typeof GROUPS)[number];

export interface Look {
  name: string;
  /** Short form for chips and marks. */
  short: string;
  icon: IconName;
  tone: 'ok' | 'ask' | 'stop' | 'unk' | 'fwd';
}

export const VERDICT_LOOKS: Record<VerdictKind, Look> = {
  ready: { name: 'Ready', short: 'Ready', icon: 'ready', tone: 'ok' },
  decide: { name: 'Needs a decision', short: 'Decide', icon: 'decide', tone: 'ask' },
  blocked: { name: 'Blocked', short: 'Blocked', icon: 'blocked', tone: 'stop' },
  'cannot-tell': { name: 'Cannot tell', short: 'Cannot tell', icon: 'unk', tone: 'unk' },
  'do-not-bill': { name: 'Do not bill', short: 'Do not bill', icon: 'nobill', tone: 'fwd' },
};

export const GROUP_LOOKS: Record<GroupKey, Look> = {
  ...VERDICT_LOOKS,
  waiting: { name: 'Waiting for the primary', short: 'Waiting', icon: 'wait', tone: 'unk' },
  billed: { name: 'Already billed', short: 'Billed', icon: 'sent', tone: 'unk' },
  nothing: { name: 'Nothing left to bill', short: 'Nothing left', icon: 'tick', tone: 'unk' },
};

/** Groups that only the list has: folded at its end. */
export const isFolded = (group: GroupKey): boolean => group === 'waiting' || group === 'billed' || group === 'nothing';

export const groupOf = (exam: Examination): GroupKey => exam.verdict.group ?? exam.verdict.kind;

const itemOf = (c: Case, exam: Examination): ClaimItem | undefined => {
  const id = claimId(c.row);
  if (id === undefined) return undefined;
  const dos = known(c.row.dos)?.from ?? '';
  return {
    id,
    case: c,
    exam,
    dos,
    title: dos ? formatDate(dos) : `Claim ${shown(id, 40)}`,
    primary: shown(c.primary.name) || 'Primary not read',
    secondary: c.secondary && (shown(c.secondary.name) || undefined),
    balance: amountOf(c.row.patientBalance),
    filing: deadlineOf(c),
  };
};

interface Memo extends Knowledge {
  file: PatientFile;
  tab: TabView | undefined;
  today: IsoDate;
  items: ClaimItem[];
}
let memo: Memo | undefined;

const isSame = (a: Memo, b: Omit<Memo, 'items'>): boolean =>
  a.file === b.file &&
  a.tab === b.tab &&
  a.today === b.today &&
  a.payers === b.payers &&
  a.payerLists === b.payerLists &&
  a.payerLimits === b.payerLimits &&
  a.policy === b.policy;

/** The patient's claims, examined. Computed once for one state of the session. */
export const claimItems = (
  engine: Engine,
  file: PatientFile,
  tab: TabView | undefined,
  { payers, payerLists, payerLimits, policy }: Knowledge,
  today: IsoDate,
): ClaimItem[] => {
  const asked = { file, tab, payers, payerLists, payerLimits, policy, today };
  if (memo && isSame(memo, asked)) return memo.items;
  const items = engine
    .casesOf(file, tab, asked, today)
    .map((c) => itemOf(c, engine.examine(c, policy.effective)))
    .filter((item) => item !== undefined);
  memo = { ...asked, items };
  return items;
};

export interface Group {
  key: GroupKey;
  look: Look;
  items: ClaimItem[];
  balance: Shown;
}

const newestFirst = (a: ClaimItem, b: ClaimItem): number => b.dos.localeCompare(a.dos) || a.id.localeCompare(b.id);

/** Groups whose claims are still to be filed: the days left count. */
const TO_FILE: ReadonlySet<GroupKey> = new Set<GroupKey>(['ready', 'decide', 'blocked', 'cannot-tell']);

/** The days left to file, where they count; undefined for claims that nobody will file and where the deadline is not known. */
export const daysToFile = ({ exam, filing }: ClaimItem): number | undefined =>
  TO_FILE.has(groupOf(exam)) ? filing?.daysLeft : undefined;

const NEVER = Number.MAX_SAFE_INTEGER;

/** By days to file, then the newest first. */
const byUrgency = (a: ClaimItem, b: ClaimItem): number =>
  (daysToFile(a) ?? NEVER) - (daysToFile(b) ?? NEVER) || newestFirst(a, b);

/** Where each claim of a list stands: its group, and its place in the whole list. */
export type Arrangement = ReadonlyMap<string, { group: GroupKey; at: number }>;

const NO_ARRANGEMENT: Arrangement = new Map();

/** Where the claims stand in these groups. */
export const arrangementOf = (groups: Group[]): Arrangement => {
  const rows = groups.flatMap(({ key, items }) => items.map(({ id }) => ({ id, group: key })));
  return new Map(rows.map(({ id, group }, at) => [id, { group, at }]));
};

/**
 * The list's groups in their order; empty ones are left out. Claims that stand in `kept` stay where they stood there, whatever
 * is said of them now; new ones come behind them in their group.
 */
export const groupsOf = (items: ClaimItem[], kept = NO_ARRANGEMENT): Group[] => {
  const placeOf = ({ id }: ClaimItem): number => kept.get(id)?.at ?? NEVER;
  const inOrder = (a: ClaimItem, b: ClaimItem): number => placeOf(a) - placeOf(b) || byUrgency(a, b);
  return GROUPS.map((key) => {
    const members = items.filter((item) => (kept.get(item.id)?.group ?? groupOf(item.exam)) === key).sort(inOrder);
    return { key, look: GROUP_LOOKS[key], items: members, balance: total(members.map((item) => item.balance)) };
  }).filter((group) => group.items.length > 0);
};

/** How many claims stand in another group than what is said of them now. */
export const misplaced = (groups: Group[]): number =>
  groups.flatMap(({ key, items }) => items.filter(({ exam }) => groupOf(exam) !== key)).length;

/** Which claims fit what she typed: date, payer, claim number, amount, reason. */
export const matching = (items: ClaimItem[], query: string): ClaimItem[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const balance = item.case.row.patientBalance;
    const amount = balance.kind === 'read' ? (balance.value / 100).toFixed(2) : '';
    const text = [item.title, item.id, item.primary, item.secondary, item.exam.verdict.short, amount]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word.replace(/^\$/, '')));
  });
};

/** The claim to work next after `id`: the next one that can be worked, in the list's order. */
export const nextClaim = (items: ClaimItem[], after?: string): ClaimItem | undefined => {
  const worked = groupsOf(items)
    .filter(({ key }) => key === 'ready' || key === 'decide' || key === 'blocked')
    .flatMap((group) => group.items);
  const at = worked.findIndex((item) => item.id === after);
  return worked[at + 1] ?? worked.find((item) => item.id !== after);
};
