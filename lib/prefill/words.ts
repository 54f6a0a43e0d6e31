import type { BoxState } from '../claim/form';

/** Why a box is left alone, said to the biller. */
export const LEFT_ALONE: Readonly<Record<Exclude<BoxState, 'open'>, string>> = {
  disabled: 'The box is disabled.',
  'read-only': 'The box is read-only.',
  hidden: 'The box is hidden.',
  'off-screen': 'The box is outside the page.',
};

/** What the filler says of a box, or of a run that ended early. */
export const SAID = {
  gone: 'The box is no longer on the page.',
  notABox: 'The panel cannot fill this kind of box.',
  changed: 'The box changed since the list was made.',
  right: 'The box already held it.',
  cleared: 'The page cleared the box after it was filled, so the panel left it.',
  ignored: 'The page did not take the value.',
  pageMoved: 'the page moved on',
  userActed: 'you typed or clicked in the page',
  stopped: 'it was stopped',
} as const;

/** Why a box stays at undo. */
export const UNDO = {
  changed: 'The box was changed since.',
  pageKeeps: 'The page does not take back what stood there.',
  stopped: (why: string) => `The undo stopped: ${why}.`,
} as const;

const LONGEST_QUOTE = 60;

/** The page made something else of the value; what the panel then did with it. */
export const madeElse = (shown: string, putBack: boolean): string => {
  const quote = shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown;
  return `The page made "${quote}" of it. ${putBack ? 'The panel put back what stood there.' : 'Type it there yourself.'}`;
};
