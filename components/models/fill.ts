import type { FillJournal, FillResult, PlanItem, PrefillPlan } from '../../lib/prefill/plan';

/** One row of the prefill table: one box, or the three boxes of one adjustment. */
export interface BoxRow {
  key: string;
  box: string;
  name: string;
  now: string;
  will: string;
  source: string;
}

/** Boxes under one heading of the prefill table. */
export interface BoxGroup {
  name: string;
  /** Where all of them come from; undefined where they differ: then each row names its own. */
  source: string | undefined;
  rows: BoxRow[];
  boxes: number;
  isLine: boolean;
}

const rowOf = (item: PlanItem): BoxRow => ({
  key: item.box,
  box: item.box,
  name: item.name,
  now: item.presentShown,
  will: item.wantedShown,
  source: item.source,
});

const ADJUSTMENT = /^(24\.\d+\.adj\d+)\.(group|reason|amount)$/;

/** The adjustment a box belongs to: `24.2.adj1`. */
const adjustmentOf = (item: PlanItem): string | undefined => ADJUSTMENT.exec(item.box)?.[1];

/** Group, reason and amount of one adjustment as the biller says it: `CO-45` 42.00. */
const adjustmentRow = (items: PlanItem[]): BoxRow | undefined => {
  const [group, reason, amount] = ['group', 'reason', 'amount'].map((part) =>
    items.find(({ box }) => box.endsWith(`.${part}`)),
  );
  if (!group || !reason || !amount) return undefined;
  const now = [group, reason, amount].map(({ presentShown }) => presentShown).filter(Boolean);
  return { ...rowOf(amount), name: `${group.wantedShown}-${reason.wantedShown}`, now: now.join(' ') };
};

const rowsOf = (items: PlanItem[]): BoxRow[] => {
  const rows: BoxRow[] = [];
  const done = new Set<string>();
  for (const item of items) {
    const key = adjustmentOf(item);
    const whole = key && adjustmentRow(items.filter((other) => adjustmentOf(other) === key));
    if (!whole || key === undefined) rows.push(rowOf(item));
    else if (!done.has(key)) rows.push(whole);
    if (key !== undefined) done.add(key);
  }
  return rows;
};

const head = (source: string): string => source.split(',', 1)[0] ?? source;

/** The source that all name, or the page that all come from. */
const commonSource = (items: PlanItem[]): string | undefined => {
  const [first, ...more] = items.map(({ source }) => source);
  if (first === undefined) return undefined;
  if (more.every((source) => source === first)) return first;
  return more.every((source) => head(source) === head(first)) ? head(first) : undefined;
};

export const boxGroups = (items: PlanItem[]): BoxGroup[] => {
  const groups = new Map<string, PlanItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([name, members]) => ({
    name,
    source: commonSource(members),
    rows: rowsOf(members),
    boxes: members.length,
    isLine: members[0]?.line !== undefined,
  }));
};

/** The results of a fill still describe the form: no box that was filled wants filling again. */
export const stands = (journal: FillJournal | undefined, plan: PrefillPlan | undefined): FillJournal | undefined => {
  if (!journal || journal.undone) return undefined;
  const again = journal.results.some(
    (result) =>
      result.status === 'filled' && plan?.items.some((item) => item.box === result.box && item.state === 'fill'),
  );
  return again ? undefined : journal;
};

export const resultsOf = (journal: FillJournal, status: FillResult['status']): FillResult[] =>
  journal.results.filter((result) => result.status === status);

/** The plan without the boxes that refused to be filled: those are hers to do, the panel does not try for ever. */
export const leftOf = (plan: PrefillPlan, journal: FillJournal | undefined): PrefillPlan => {
  if (!journal) return plan;
  const refused = new Set(resultsOf(journal, 'refused').map(({ box }) => box));
  return { ...plan, items: plan.items.filter(({ box, state }) => state !== 'fill' || !refused.has(box)) };
};
