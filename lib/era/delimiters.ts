/** The characters that divide an X12 file. `component` is `''` where the file does not say it: then each composite shows it. */
export interface Delimiters {
  element: string;
  component: string;
  segment: string;
}

/** What a place in the text says about the delimiters, and where reading goes on. */
export interface Envelope {
  delimiters: Delimiters;
  /** Where the segment at this place ends, and where the next one may begin; both 0 where the text does not begin with ISA. */
  end: number;
  next: number;
  /** What is odd about it, in words. */
  odd: string | null;
}

/** So much text is looked at to tell the delimiters. */
export const WINDOW = 4096;
/** The longest ISA met, padded and wrapped. */
const LONGEST_ISA = 400;

/** ISA has 16 elements, each one behind a separator. */
const ISA_ELEMENTS = 16;
const PUNCTUATION = /^[^\w\s]$/;
const NEW_LINES = '\r\n';
const INSIDE = 'BPR|TRN|REF|DTM|N1|LX|CLP|SVC|CAS|NM1|GS|ST|SE|BHT|TA1|GE|IEA';

const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The character that stands before most of the segments, or a line break where none does. */
const terminatorOf = (text: string, element: string): string | undefined => {
  const votes = new Map<string, number>();
  const before = new RegExp(`([^A-Za-z0-9 ])[ \\t]*([\\r\\n]?)[\\s]*(?:${INSIDE})${escaped(element)}`, 'g');
  for (const [, char = '', lineBreak = ''] of text.matchAll(before)) {
    const votedFor = char === element ? lineBreak : char;
    if (votedFor !== '') votes.set(votedFor, (votes.get(votedFor) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [char, count] of votes) if (best === undefined || count > (votes.get(best) ?? 0)) best = char;
  return best;
};

/** The character between the parts of the first procedure in sight. */
const componentOf = (text: string, { element, segment }: { element: string; segment: string }): string => {
  const first = new RegExp(`SVC${escaped(element)}[A-Z0-9]{2}([^\\w\\s])`).exec(text)?.[1] ?? '';
  return first === element || first === segment ? '' : first;
};

/** Text that begins with a segment of a remittance, without ISA: its delimiters, as the segments show them. */
export const guessDelimiters = (text: string): Delimiters | undefined => {
  const element =
    /(?:^|[^A-Za-z0-9])(?:ST([^\w\s])\d{3}\1|GS([^\w\s])[A-Z]{2}\2|BPR([^\w\s])[A-Z]\3|CLP([^\w\s]))/.exec(text);
  const separator = element?.slice(1).find((found) => found !== undefined);
  if (!separator) return undefined;
  const segment = terminatorOf(text, separator);
  if (!segment) return undefined;
  return { element: separator, segment, component: componentOf(text, { element: separator, segment }) };
};

/** Where the separator number `n` of ISA stands, or -1. Not counted in characters: files pad the elements wrongly. */
const separatorAt = (text: string, element: string, n: number): number => {
  let at = 2;
  for (let i = 0; i < n; i += 1) {
    at = text.indexOf(element, at + 1);
    if (at < 0 || at > LONGEST_ISA) return -1;
  }
  return at;
};

const skip = (text: string, from: number, chars: string): number => {
  let at = from;
  while (at < text.length && chars.includes(text.charAt(at))) at += 1;
  return at;
};

/** A segment begins here: two or three letters or digits and the separator. */
const segmentAt = (text: string, from: number, element: string): boolean => {
  const at = skip(text, from, ' \t\r\n\0');
  return (
    at >= text.length || /^[A-Z][A-Z0-9]{1,2}$/.test(text.slice(at, text.indexOf(element, at)).replace(/[\r\n]/g, ''))
  );
};

/** Both delimiters where ISA16 and the terminator stand as they should, or nothing. */
const asWritten = (text: string, element: string, last: number) => {
  const place = skip(text, last + 1, NEW_LINES);
  const component = text.charAt(place);
  if (!PUNCTUATION.test(component) || component === element) return undefined;
  const after = text.charAt(place + 1);
  const beyond = skip(text, place + 1, NEW_LINES);
  const wrapped = NEW_LINES.includes(after) && PUNCTUATION.test(text.charAt(beyond));
  const end = wrapped ? beyond : place + 1;
  const segment = text.charAt(end);
  if (segment === '' || segment === element || segment === component) return undefined;
  if (!PUNCTUATION.test(segment) && !NEW_LINES.includes(segment)) return undefined;
  if (!segmentAt(text, end + 1, element)) return undefined;
  // `P*~` and a line break: is ISA16 missing, or does each line end the segment? The other segments tell.
  if (NEW_LINES.includes(segment) && terminatorOf(text.slice(end), element) === component) return undefined;
  return { delimiters: { element, component, segment }, end, next: end + 1 };
};

/**
 * Reads ISA at the beginning of `text` (a window of the file): the element separator is its 4th character, the component
 * separator ISA16, the terminator what follows it. Where those contradict each other or the segments behind them, the
 * segments win. Out: undefined where nothing can be told.
 */
export const readIsa = (text: string): Envelope | undefined => {
  const element = text.charAt(3);
  if (!text.startsWith('ISA') || !PUNCTUATION.test(element)) return undefined;
  const last = separatorAt(text, element, ISA_ELEMENTS);
  const written = last < 0 ? undefined : asWritten(text, element, last);
  if (written) return { ...written, odd: null };
  const segment = terminatorOf(text.slice(3), element);
  if (!segment) return undefined;
  const delimiters = { element, segment, component: componentOf(text, { element, segment }) };
  // ISA16 may be missing, with its separator or without.
  const found = text.indexOf(segment, separatorAt(text, element, ISA_ELEMENTS - 1) + 1);
  const end = found < 0 ? Math.min(text.length, LONGEST_ISA) : found;
  let next = end;
  while (text.charAt(next) === segment) next += 1;
  return {
    delimiters,
    end,
    next,
    odd: 'ISA does not say the delimiters as it should. They were taken from the segments.',
  };
};
