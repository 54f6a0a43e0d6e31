import fc from 'fast-check';
import type { EraStyle } from './write-era';

type Chars = Pick<EraStyle, 'element' | 'component' | 'segment'>;

/**
 * One way to break a file. What leaves a file that is as good as before is none of them: a changed letter in a name, another
 * number of a reference, an amount beside the payment (AMT) that no sum holds against anything.
 */
type Damage = (text: string, chars: Chars) => { text: string; what: string };

/** Elements that the sums hold against each other. */
const SUMMED: Record<string, number[]> = {
  BPR: [2],
  CLP: [3, 4, 5],
  SVC: [2, 3],
  CAS: [3, 6, 9, 12, 15, 18],
  PLB: [4, 6, 8],
};

const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** Where each segment begins and ends, with its terminator and what follows up to the next. */
const pieces = (text: string, { segment }: Chars): [from: number, to: number][] => {
  const found: [number, number][] = [];
  let from = 0;
  // The terminator stands in ISA only at its end: 105 characters behind its beginning.
  for (let at = text.indexOf(segment, 100); at >= 0; at = text.indexOf(segment, at + 1)) {
    found.push([from, at + 1]);
    from = at + 1;
  }
  return found;
};

const splice = (text: string, from: number, to: number, instead: string) =>
  text.slice(0, from) + instead + text.slice(to);

const segments =
  (what: string, change: (piece: string) => string) =>
  (n: number): Damage =>
  (text, chars) => {
    const [from, to] = pick(pieces(text, chars), n) ?? [0, 0];
    const piece = text.slice(from, to);
    return { text: splice(text, from, to, change(piece)), what: `${what} ${JSON.stringify(piece)}` };
  };

const deleted = segments('deleted', () => '');
const doubled = segments('doubled', (piece) => piece + piece);

const cut =
  (n: number): Damage =>
  (text) => ({ text: text.slice(0, n % text.length), what: `cut at ${n % text.length}` });

const amounts = (text: string, chars: Chars): [from: number, to: number][] =>
  pieces(text, chars).flatMap(([from, to]) => {
    const piece = text.slice(from, to - 1);
    const elements = piece.split(chars.element);
    return (SUMMED[elements[0]!.trim()] ?? []).flatMap((i): [number, number][] => {
      const amount = elements[i];
      if (!amount) return [];
      const begin = from + elements.slice(0, i).join(chars.element).length + 1;
      return [[begin, begin + amount.length]];
    });
  });

/** A digit changed, added or lost; a point, a sign, a comma. */
const amount =
  (n: number, how: number): Damage =>
  (text, chars) => {
    const place = pick(amounts(text, chars), n);
    if (!place) return { text, what: '' };
    const [from, to] = place;
    const was = text.slice(from, to);
    const at = how % was.length;
    const changes = [
      splice(was, at, at + 1, String(how % 10)),
      splice(was, at, at, String(how % 10)),
      splice(was, at, at + 1, ''),
      splice(was, at, at, '.'),
      splice(was, at, at, ','),
      was.startsWith('-') ? was.slice(1) : `-${was}`,
      `${was}.001`,
      `${was}E1`,
    ];
    // An amount that is left out may be one that need not be there (CLP05).
    const is = changes[how % changes.length] || was;
    return { text: splice(text, from, to, is), what: `${was} became ${is}` };
  };

/** One delimiter written as another. */
const delimiter =
  (n: number, how: number): Damage =>
  (text, { element, component, segment }) => {
    const all = [element, component, segment];
    const places = Array.from({ length: text.length }, (_, i) => i).filter((i) => all.includes(text.charAt(i)));
    const at = pick(places, n) ?? 0;
    const others = all.filter((char) => char !== text[at]);
    const is = others[how % others.length]!;
    return {
      text: splice(text, at, at + 1, is),
      what: `at ${at} ${JSON.stringify(text[at])} became ${JSON.stringify(is)}`,
    };
  };

const GARBAGE = ['\0\0\0', '@@@@', 'no segment\r\n', '\u0007', '\ufffd', 'ZZZ', '<br>', '   ', 'From: edi\n\n'];

/** Garbage between segments. */
const between =
  (n: number, how: number): Damage =>
  (text, chars) => {
    const [from] = pick(pieces(text, chars), n) ?? [0, 0];
    const garbage = pick(GARBAGE, how)!;
    return { text: splice(text, from, from, garbage), what: `at ${from} ${JSON.stringify(garbage)}` };
  };

/** Bytes that stand in no text, anywhere. */
const inside =
  (n: number, how: number): Damage =>
  (text) => {
    const at = n % text.length;
    const garbage = pick(['\0', '\u0007', '\ufffd', '\u001b[0m'], how)!;
    return { text: splice(text, at, at, garbage), what: `at ${at} ${JSON.stringify(garbage)}` };
  };

const WAYS = { deleted, doubled, cut, amount, delimiter, between, inside };

/** Which way, where, how. */
export const damage = fc.record({
  way: fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[])),
  n: fc.nat(),
  how: fc.nat(),
});

/** Breaks a text. Out: the broken one, and what was done to it. */
export const broken = (
  { way, n, how }: { way: keyof typeof WAYS; n: number; how: number },
  text: string,
  chars: Chars,
): { text: string; what: string } => WAYS[way](n, how)(text, chars);
