import { BOXES, lineOf, printedNumber } from '../../lib/claim/boxes';
import { small } from './text';

/** `Box 24, line 3, adjudication date`: a box as the biller finds it on the form. */
export const boxTitle = (box: string): string => {
  const name = BOXES.get(box)?.name ?? box;
  const line = lineOf(box);
  if (!/^\d/.test(box)) return name;
  return [`Box ${printedNumber(box)}`, line && `line ${line}`, small(name)].filter(Boolean).join(', ');
};

/** The number for the gray tag, or a sign for boxes without one. */
export const boxTag = (box: string): string => (/^\d/.test(box) ? printedNumber(box) : '–');
