import Papa from 'papaparse';
import { knownHeads } from './payers/columns';
import type { Table } from './payers/import';
import { readWorkbook } from './xlsx';

/** Why a file is not read; the message is one sentence for the biller. */
export class NotAList extends Error {
  override name = 'NotAList';
}

/** Larger files are no payer lists. */
const MOST_BYTES = 30 * 2 ** 20;
const MOST_ROWS = 60_000;
const MOST_COLUMNS = 500;
/** The head row stands among the first rows, under a title at most. */
const HEAD_AMONG = 20;

const starts = (bytes: Uint8Array, ...with_: number[]): boolean => with_.every((byte, i) => bytes[i] === byte);

const isZip = (bytes: Uint8Array): boolean => starts(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Kinds of file that are told by their first bytes. */
const BINARY: readonly { is: (bytes: Uint8Array) => boolean; why: string }[] = [
  { is: (bytes) => starts(bytes, 0x25, 0x50, 0x44, 0x46), why: 'is a PDF' },
  { is: (bytes) => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0), why: 'is an old Excel file, or one with a password' },
  { is: (bytes) => starts(bytes, 0x1f, 0x8b), why: 'is packed' },
];

/** Kinds of text that are no table. */
const TEXTS: readonly { is: RegExp; why: string }[] = [
  { is: /^\s*(?:<!doctype|<html|<\?xml|<head|<body|<table|<!--)/i, why: 'is a web page' },
  { is: /^\s*ISA[^A-Za-z0-9]/, why: 'is an X12 file (an 835 or another transaction)' },
  { is: /^\s*(?:GS|ST)[*|~^]/, why: 'is an X12 file (an 835 or another transaction)' },
  { is: /^\s*[[{]/, why: 'is JSON' },
  { is: /^\{\\rtf/, why: 'is a text document' },
];

const SAVE_AS = 'Save the list as CSV or XLSX and choose that.';

const refuse = (what: string): never => {
  throw new NotAList(what);
};

/** Bytes that are zero at every other place are UTF-16, whatever the first bytes say. */
const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be';
  const head = bytes.subarray(0, 400);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 5 && even === 0) return 'utf-16le';
  return even > head.length / 5 && odd === 0 ? 'utf-16be' : undefined;
};

/** The bytes as text: UTF-16 or UTF-8 with or without its mark, else as Windows writes it. */
const decode = (bytes: Uint8Array, name: string): string => {
  const wide = utf16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  if (bytes.subarray(0, 4_096).includes(0)) refuse(`${name} is not a text file. ${SAVE_AS}`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** What the parser says where quotes do not fit: from there on nobody can tell where a row ends. */
const BROKEN: Readonly<Record<string, string>> = {
  MissingQuotes: 'a quote is opened and never closed',
  InvalidQuotes: 'a quote stands in the middle of a value',
};

const rowsOfText = (text: string, name: string): string[][] => {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    preview: MOST_ROWS + HEAD_AMONG,
  });
  const [first] = errors.filter(({ code }) => Object.hasOwn(BROKEN, code));
  if (first) refuse(`${name}, row ${(first.row ?? 0) + 1}: ${BROKEN[first.code]}. Nothing was read.`);
  return data;
};

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The head row: of the first rows the one with most heads that are known, else the first with several values. */
const headOf = (rows: readonly (readonly string[])[]): number => {
  const first = rows.slice(0, HEAD_AMONG);
  const counts = first.map(knownHeads);
  const most = Math.max(0, ...counts);
  if (most >= 2) return counts.indexOf(most);
  return first.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
};

const tableOf = (rows: readonly (readonly string[])[], name: string): Table => {
  if (rows.every(isEmpty)) refuse(`${name} is empty.`);
  const head = headOf(rows);
  const heads = rows[head];
  if (!heads) return refuse(`${name} has one column. A list has payer IDs and names beside each other.`);
  const body = rows.slice(head + 1);
  if (body.length > MOST_ROWS) refuse(`${name} has more than ${MOST_ROWS.toLocaleString('en-US')} rows. Split it.`);
  if (heads.length > MOST_COLUMNS)
    refuse(`${name} has more than ${MOST_COLUMNS} columns. Leave out what is not needed.`);
  if (body.every(isEmpty)) refuse(`${name} has a head row and nothing under it.`);
  return { heads: heads.map((cell) => cell.trim().slice(0, 200)), rows: body, first: head + 1 };
};

/**
 * Reads a payer list of a clearinghouse: CSV (comma, semicolon, tab, bar; UTF-8, UTF-16, Windows) or the first sheet of XLSX.
 * @throws NotAList with one sentence for the biller; then nothing is read
 */
export const readTable = (bytes: Uint8Array, name: string): Table => {
  if (bytes.length === 0) refuse(`${name} is empty.`);
  if (bytes.length > MOST_BYTES) refuse(`${name} is larger than a payer list can be. Nothing was read.`);
  const binary = BINARY.find(({ is }) => is(bytes));
  if (binary) refuse(`${name} ${binary.why}, not a payer list. ${SAVE_AS}`);
  if (isZip(bytes)) {
    const sheet = readWorkbook(bytes, MOST_ROWS + HEAD_AMONG, MOST_COLUMNS + 1);
    return sheet.is === 'sheet' ? tableOf(sheet.rows, name) : refuse(`${name} ${sheet.why}. Nothing was read.`);
  }
  const text = decode(bytes, name);
  const kind = TEXTS.find(({ is }) => is.test(text.slice(0, 2_000)));
  if (kind) refuse(`${name} ${kind.why}, not a payer list. ${SAVE_AS}`);
  return { ...tableOf(rowsOfText(text, name), name), delimited: true };
};

/** Rows as the text of a CSV file that no spreadsheet takes for formulas; with the mark by which Excel knows UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true },
  )}\r\n`;
