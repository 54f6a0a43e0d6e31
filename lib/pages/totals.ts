import type { Context } from './context';
import { rawText } from './look';
import { keyOf, pattern, plain } from './words';

/** A row of sums: one of its first cells begins with a word for it, or any cell is such a word. */
export const isTotal = (cells: readonly Element[], { profile }: Context): boolean => {
  const { total } = profile.phrases;
  const words = new Set(total.split('|').map(keyOf));
  const begins = new RegExp(`^(?:${pattern(total).source})`, 'i');
  const texts = cells.map((cell) => plain(rawText(cell), 40));
  return texts.slice(0, 4).some((text) => begins.test(text)) || texts.some((text) => words.has(keyOf(text)));
};

/** Whether nothing comes after a row in its page. */
export const endsPage = (row: Element): boolean => {
  for (let node: Element | null = row; node && node.tagName !== 'HTML'; node = node.parentElement) {
    if (node.nextElementSibling) return false;
  }
  return true;
};
