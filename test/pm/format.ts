import { Temporal } from 'temporal-polyfill';

/** Whole cents to `1,234.56`; a negative amount is put in brackets, as the PM prints it. */
export function amount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const text = `${whole}.${digits.slice(-2)}`;
  return cents < 0 ? `(${text})` : text;
}

/** Whole cents to `$1,234.56` or `($1,234.56)`. */
export function dollars(cents: number): string {
  return cents < 0 ? `($${amount(-cents)})` : `$${amount(cents)}`;
}

/** Whole cents to `1234.56`, the way a text box holds it. */
export function boxAmount(cents: number): string {
  return `${cents < 0 ? '-' : ''}${amount(Math.abs(cents)).replaceAll(',', '')}`;
}

/** What a biller types in an amount box, to whole cents; undefined when it is no amount. */
export function typedCents(text: string): number | undefined {
  const match = /^\$?(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', cents = '00'] = match;
  const value = Number(whole.replaceAll(',', '')) * 100 + Number(cents);
  return sign === '-' ? -value : value;
}

/** ISO `2026-03-20` to `03/20/2026`; an absent date is an empty text. */
export function usDate(iso: string | undefined): string {
  if (!iso) return '';
  const [year, month, day] = iso.split('-');
  return `${month}/${day}/${year}`;
}

/** `03/20/2026` (or `3/2/2026`) to ISO; undefined when there is no such day. */
export function typedDate(text: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (!match) return undefined;
  const [, month, day, year] = match;
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** The ISO date `days` before `iso`. */
export function daysBefore(iso: string, days: number): string {
  return Temporal.PlainDate.from(iso).subtract({ days }).toString();
}
