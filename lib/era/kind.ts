/** What files of other kinds begin with, as Latin-1 or as UTF-8 gives their bytes, and what the biller calls them. */
const SIGNATURES: [name: string, ...begins: string[]][] = [
  ['a PDF', '%PDF'],
  ['a ZIP or Excel file', 'PK\u0003\u0004', 'PK\u0005\u0006'],
  ['an old Word or Excel file', '\u00d0\u00cf\u0011\u00e0', '\ufffd\ufffd\u0011\ufffd'],
  ['a compressed file', '\u001f\u2039', '\u001f\u008b', '\u001f\ufffd'],
  ['an image', '\u2030PNG', '\u0089PNG', '\ufffdPNG', 'GIF8', '\u00ff\u00d8\u00ff', '\ufffd\ufffd\ufffd', 'RIFF'],
  ['an image', 'II*\0', 'MM\0*'],
  ['a text document', '{\\rtf'],
];

/** What other texts look like, the surest first. */
const LOOKS: [name: string, looks: RegExp][] = [
  ['a web page', /^<(?:!doctype html|html|head|body)/i],
  ['an XML file', /^</],
  ['a JSON file', /^[{[]/],
  ['an HL7 message', /^MSH\|/],
  ['a table (CSV)', /^[^\r\n]*(?:,[^\r\n]*){2}/],
  ['a table', /^[^\r\n]*(?:\t[^\r\n]*){2}/],
];

/** `a PDF`, `an image` ... where the text begins as only a file of that kind does. */
export const signedKind = (head: string): string | undefined =>
  SIGNATURES.find(([, ...begins]) => begins.some((signature) => head.startsWith(signature)))?.[0];

/**
 * The sentence for a file in which nothing of an 835 was found. `{file}` stands for its name.
 * In: the beginning of the file, without BOM and leading blanks.
 */
export const notAnEra = (head: string): string => {
  if (head === '') return '{file} is empty. Nothing was read.';
  const kind = signedKind(head) ?? LOOKS.find(([, looks]) => looks.test(head))?.[0];
  return kind ? `{file} is ${kind}, not an 835. Nothing was read.` : '{file} is not an 835. Nothing was read.';
};
