import type { Fault } from './variants';

export interface Asked {
  path: string;
  action: string;
}

const SEARCH = 'SECONDARY_PAYER_SEARCH';

/** Whether `fault` hits this request; a search fault hits payer searches only. */
export function hits(fault: Fault | undefined, asked: Asked): boolean {
  if (!fault || (fault.count ?? 1) <= 0) return false;
  if (fault.path !== undefined && !asked.path.includes(fault.path)) return false;
  const searching = fault.kind === 'empty-search' || fault.kind === 'doubled-search';
  const action = fault.action ?? (searching ? SEARCH : undefined);
  return action === undefined || action === asked.action;
}

/** The page up to the middle of its n-th data row; the whole page when it has fewer. */
export function cutAt(page: string, row: number): string {
  const starts = [...page.matchAll(/<tr class="datacell2?"/g)].map((m) => m.index);
  const start = starts[row - 1];
  if (start === undefined) return page;
  const end = page.indexOf('</tr>', start);
  return page.slice(0, start + Math.floor((end - start) / 2));
}
