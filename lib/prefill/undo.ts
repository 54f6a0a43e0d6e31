import { type Control, controlAt, obstacleOf } from './control';
import type { FillJournal, FillResult } from './plan';
import { type FillPage, keepingPlace, nextTask, type Run, settled, startRun } from './run';
import { SAID, UNDO } from './words';

export interface Undone {
  putBack: number;
  stayed: { box: string; why: string }[];
}

interface Step {
  result: FillResult;
  control?: Control;
  /** Set where the box stays as it is. */
  why?: string | undefined;
}

/** Why the box must stay as it is, or undefined. */
const whyStay = (result: FillResult, control: Control): string | undefined =>
  control.read() === result.after ? obstacleOf(control) : UNDO.changed;

const putBack = (result: FillResult, page: FillPage, run: Run): Step => {
  if (run.stopped !== undefined) return { result, why: UNDO.stopped(run.stopped) };
  const control = controlAt(page.element, result.path, result.options);
  if (!control) return { result, why: SAID.gone };
  const why = whyStay(result, control);
  if (why === undefined) control.write(result.before, 'typed');
  return { result, control, why };
};

/** A page that tidies on change gets the text once more, at last in silence, until the box holds it byte for byte. */
const insist = async ({ result, control }: Step, run: Run): Promise<string | undefined> => {
  for (const method of ['set', 'silent'] as const) {
    if (!control || control.read() === result.before) return undefined;
    if (run.stopped !== undefined) return UNDO.stopped(run.stopped);
    control.write(result.before, method);
    await settled();
  }
  return control?.read() === result.before ? undefined : UNDO.pageKeeps;
};

const undoAll = async (results: readonly FillResult[], page: FillPage, run: Run): Promise<Undone> => {
  const steps: Step[] = [];
  for (const result of results.toReversed()) {
    steps.push(putBack(result, page, run));
    await nextTask();
  }
  await settled();
  const undone: Undone = { putBack: 0, stayed: [] };
  for (const step of steps) {
    const why = step.why ?? (await insist(step, run));
    if (why === undefined) undone.putBack += 1;
    else undone.stayed.push({ box: step.result.box, why });
  }
  return undone;
};

/**
 * Takes a fill back, last box first: each box gets what it held before, byte for byte, but only where it still holds what
 * the fill left there. What the biller or the page changed since stays, with the reason.
 */
export const undoFill = async (journal: Pick<FillJournal, 'results'>, page: FillPage): Promise<Undone> => {
  const run = startRun(page.signal);
  const changed = journal.results.filter((result) => result.after !== result.before);
  try {
    return await keepingPlace(() => undoAll(changed, page, run));
  } finally {
    run.end();
  }
};
