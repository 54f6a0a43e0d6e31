import type { FillJournal, FillResult, PlanItem, PrefillPlan } from '../../lib/prefill/plan';

/** Boxes under one heading of the prefill table. */
export interface BoxGroup {
  name: string;
  /** Where all of them come from; undefined where they differ: then each row names its own. */
  source: string | undefined;
  items: PlanItem[];
}

export const boxGroups = (items: PlanItem[]): BoxGroup[] => {
  const groups = new Map<string, PlanItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([name, members]) => {
    const [first] = members;
    const one = members.every(({ source }) => source === first?.source);
    return { name, items: members, source: one ? first?.source : undefined };
  });
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
