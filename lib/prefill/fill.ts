import { keyOf, sameValue } from './compare';
import { type Control, controlAt, type Method, obstacleOf } from './control';
import type { FillOrder, FillResult } from './plan';
import { type FillPage, keepingPlace, nextTask, type Run, settled, startRun } from './run';
import { madeElse, SAID } from './words';

/** What became of the orders. Orders that were not reached before a stop have no result. */
export interface Filled {
  results: FillResult[];
  /** `Stopped after 9 of 16 boxes: the page moved on.` */
  stopped?: string;
}

/** A box that was written and has to be read back, or one that is done with. */
interface Attempt {
  order: FillOrder;
  result: FillResult;
  /** Set while the result is open. */
  open?: { control: Control; text: string };
}

const blankResult = (order: FillOrder, before: string): FillResult => ({
  box: order.box,
  path: order.path,
  before,
  wanted: order.wanted,
  after: before,
  status: 'refused',
  source: order.source,
  ...(order.options ? { options: order.options } : {}),
});

const refused = (order: FillOrder, before: string, why: string): Attempt => ({
  order,
  result: { ...blankResult(order, before), why },
});

const holds = (order: FillOrder, control: Control): boolean =>
  sameValue(order.kind, control.read(), order.wanted, control.options);

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The reader trims what it reads, and writes a date in parts its own way. */
const isAsPlanned = (order: FillOrder, present: string): boolean => {
  if (squeezed(present) === squeezed(order.expected)) return true;
  const key = keyOf(order.kind, present);
  return order.kind === 'date' && key !== undefined && key === keyOf('date', order.expected);
};

/** Looks at the box anew, notes what it holds, and writes. Nothing is written where anything speaks against it. */
const attempt = (order: FillOrder, page: FillPage): Attempt => {
  const control = controlAt(page.element, order.path, order.options);
  if (!control) return refused(order, '', page.element(order.path) ? SAID.notABox : SAID.gone);
  const before = control.read();
  const obstacle = obstacleOf(control);
  if (obstacle !== undefined) return refused(order, before, obstacle);
  if (holds(order, control))
    return { order, result: { ...blankResult(order, before), status: 'kept', why: SAID.right } };
  if (!isAsPlanned(order, before)) return refused(order, before, SAID.changed);
  const typed = control.fit(order.kind, order.wanted);
  if (!typed.ok) return refused(order, before, typed.why);
  const result = blankResult(order, before);
  control.write(typed.text, 'typed');
  return { order, result, open: { control, text: typed.text } };
};

/** Reads the box back. True where it now holds the wanted value. */
const readBack = ({ order, result, open }: Attempt): boolean => {
  if (!open) return true;
  result.after = open.control.read();
  const filled = obstacleOf(open.control) !== SAID.gone && holds(order, open.control);
  if (filled) result.status = 'filled';
  return filled;
};

const isEmpty = (text: string): boolean => text.trim() === '';

const write = async (control: Control, text: string, method: Method): Promise<void> => {
  control.write(text, method);
  await settled();
};

/** The page kept another value than the wanted one: never left standing where it can be helped. */
const giveUp = async (entry: Attempt, run: Run): Promise<void> => {
  const { result, open } = entry;
  if (!open) return;
  const { control } = open;
  if (obstacleOf(control) === SAID.gone) {
    result.why = SAID.gone;
    return;
  }
  const { after, before } = result;
  const shown = control.shown();
  const touchable = run.stopped === undefined && obstacleOf(control) === undefined;
  if (after !== before && touchable) await write(control, before, 'set');
  result.after = control.read();
  if (isEmpty(after)) result.why = SAID.cleared;
  else if (after === before) result.why = SAID.ignored;
  else result.why = madeElse(shown, result.after === before);
};

const retry = async (entry: Attempt, run: Run): Promise<void> => {
  const { open } = entry;
  if (open && run.stopped === undefined && obstacleOf(open.control) === undefined) {
    await write(open.control, open.text, 'set');
  }
  if (!readBack(entry)) await giveUp(entry, run);
};

const stopWords = (done: number, total: number, why: string): string =>
  `Stopped after ${done} of ${total} boxes: ${why}.`;

const fillAll = async (orders: readonly FillOrder[], page: FillPage, run: Run): Promise<Filled> => {
  const attempts: Attempt[] = [];
  for (const order of orders) {
    if (run.stopped !== undefined) break;
    attempts.push(attempt(order, page));
    page.onProgress?.(attempts.length, orders.length);
    await nextTask();
  }
  if (run.stopped === undefined) await settled();
  // A later box may have changed an earlier one: all are read only when all are written.
  const failed = attempts.filter((entry) => !readBack(entry));
  for (const entry of failed) await retry(entry, run);
  const results = attempts.map(({ result }) => result);
  return run.stopped === undefined
    ? { results }
    : { results, stopped: stopWords(results.length, orders.length, run.stopped) };
};

/**
 * Fills the boxes in the page and reads each back. Presses nothing, sends nothing.
 * In: orders with the value each box held when the plan was made (another value means: the box is refused).
 * Out: one honest result a box (`filled` only where the box was read back as the wanted value), in the orders' order.
 * Stops at the biller's own key or press in the page, when the page goes away, and on `page.signal`.
 */
export const fillBoxes = async (orders: readonly FillOrder[], page: FillPage): Promise<Filled> => {
  const run = startRun(page.signal);
  try {
    return await keepingPlace(() => fillAll(orders, page, run));
  } finally {
    run.end();
  }
};
