import { parseDate } from '../claim/dates';
import type { PayerSearch, SearchHit } from '../claim/form';
import type { Context } from './context';
import { pressables, pressName, rawText } from './look';
import type { HitColumn } from './profile';
import { findGrids, rowsOf, Spans } from './table';
import { mentions, plain, plainLines } from './words';

/** More hits than this are no answer to a last name. */
const MAX_HITS = 500;
/** A member ID as a link shows it. */
const ID = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{3,24}$/i;
const NAME = /([\p{L}'’. -]{2,40}, ?[\p{L}'’. -]{1,40})/u;
const DATE = /\b\d{1,2}[/-]\d{1,2}[/-]\d{4}\b/;

type Result = Pick<PayerSearch, 'state' | 'hits' | 'message'>;

/** The link of a hit: the one that shows the ID. */
const idLink = (root: Element): Element | undefined => pressables(root).find((el) => ID.test(plain(pressName(el))));

/** What picks a row whose ID is no link: its only radio button, or button that says so; `Edit` is none. */
const pickOf = (row: Element): Element | undefined => {
  const buttons = pressables(row).filter((el) => /^(?:select|choose|pick|use)\b/i.test(pressName(el)));
  const [pick, more] = [...buttons, ...row.querySelectorAll('input[type=radio]')];
  return more ? undefined : pick;
};

const hit = (
  ctx: Context,
  seen: Map<string, number>,
  link: Element,
  texts: Partial<Record<HitColumn, string>>,
  insuranceId = plain(pressName(link)),
): SearchHit => {
  const count = (seen.get(insuranceId) ?? 0) + 1;
  seen.set(insuranceId, count);
  const path = `search/hit/${insuranceId}${count > 1 ? `#${count}` : ''}`;
  ctx.handles.set(path, link);
  const dob = parseDate(plain(texts.dob ?? ''));
  const payer = plain(texts.payer ?? '');
  const group = plain(texts.group ?? '');
  return {
    insuranceId,
    // A list that names both is about the patient: the search was by her name.
    name: plain(texts.name ?? texts.insured ?? ''),
    ...(dob.ok ? { dob: dob.value } : {}),
    ...(payer ? { payer } : {}),
    ...(group ? { group } : {}),
    path,
  };
};

/** Hits of a table with heads. */
const fromTable = (ctx: Context, seen: Map<string, number>): SearchHit[] | undefined => {
  const grids = findGrids(ctx.doc.body, ctx.profile.columns.hits, 2, ctx.look).filter(({ meanings }) =>
    meanings.has('insuranceId'),
  );
  for (const grid of grids) {
    const hits: SearchHit[] = [];
    const column = grid.columns.of.get('insuranceId')?.[0] ?? -1;
    const spans = new Spans();
    let n = 0;
    let rows = 0;
    for (const row of rowsOf(grid.table)) {
      const cells = spans.lay(row);
      n += 1;
      if (n <= grid.headRows || !ctx.look.shows(row) || hits.length >= MAX_HITS) continue;
      rows += 1;
      const cell = cells[column];
      const own = cell && idLink(cell);
      const id = cell ? plain(ctx.look.text(cell)) : '';
      const link = own ?? (ID.test(id) ? pickOf(row) : undefined);
      if (!link) continue;
      const texts: Partial<Record<HitColumn, string>> = {};
      for (const [field, columns] of grid.columns.of) {
        const at = cells[columns[0] ?? -1];
        if (at && columns.length === 1) texts[field] = plainLines(ctx.look.text(at)).join(' ');
      }
      hits.push(hit(ctx, seen, link, texts, own ? undefined : id));
    }
    if (hits.length > 0 || rows === 0) return hits;
  }
  return undefined;
};

/** Hits of a list: each item with a link that shows an ID, and a name. */
const fromList = (ctx: Context, seen: Map<string, number>): SearchHit[] => {
  const hits: SearchHit[] = [];
  for (const item of [...ctx.doc.querySelectorAll('li,[role="listitem"],[role="option"]')].slice(0, MAX_HITS)) {
    if (item.querySelector('li,input,select')) continue;
    const link = idLink(item);
    const text = plainLines(ctx.look.text(item)).join(' | ');
    const rest = link ? text.replace(plain(rawText(link)), ' | ') : '';
    const name = NAME.exec(rest)?.[1];
    if (!link || !name || !ctx.look.shows(item)) continue;
    const dob = DATE.exec(rest)?.[0];
    hits.push(hit(ctx, seen, link, { name, ...(dob ? { dob } : {}) }));
  }
  return hits;
};

/** The page's own words about the search, outside links, choices and the form's labels. */
const said = (ctx: Context, phrases: string): string => {
  const walker = ctx.doc.createTreeWalker(ctx.doc.body, NodeFilter.SHOW_TEXT);
  for (let n = 0; n < 6000 && walker.nextNode(); n += 1) {
    const text = plain(rawText(walker.currentNode));
    const el = walker.currentNode.parentElement;
    if (text.length < 3 || !mentions(text, phrases) || !el || el.closest('a,button,script,style,option,label,noscript'))
      continue;
    if (ctx.look.shows(el)) return text;
  }
  return '';
};

/** Reads the result of the payer search: hits, the words that nothing was found, or that the page still searches. */
export const readSearch = (ctx: Context): Result => {
  const seen = new Map<string, number>();
  const table = fromTable(ctx, seen);
  const hits = table?.length ? table : fromList(ctx, seen);
  if (hits.length > 0) return { state: 'done', hits, message: '' };
  const busy = said(ctx, ctx.profile.phrases.busy);
  if (busy) return { state: 'busy', hits, message: busy };
  const failed = table ? '' : said(ctx, `${ctx.profile.phrases.searchFailed}|${ctx.profile.phrases.signedOut}`);
  if (failed) return { state: 'failed', hits, message: failed };
  const none = said(ctx, ctx.profile.phrases.none);
  return { state: none || table ? 'done' : 'none', hits, message: none };
};
