/** Longest page text that is shown before it is cut. */
export const SHOWN = 300;

const BIDI_AND_CONTROLS = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text of a page as one line that cannot disturb the text around it: no controls, no direction marks, at most `max` characters. */
export const shown = (text: string, max = SHOWN): string => {
  const head = text
    .slice(0, max * 4)
    .replace(BIDI_AND_CONTROLS, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (head.length <= max && text.length <= max * 4) return head;
  return `${head.slice(0, max).replace(/[\ud800-\udbff]$/, '')} …`;
};

const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });

/** `10:41 AM`, in the biller's time zone. */
export const formatTime = (epoch: number): string => clock.format(epoch).replaceAll(/\s/g, ' ');

const calendar = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** `03/20/2026`: the day of a moment, in the biller's time zone. */
export const formatDay = (epoch: number): string => calendar.format(epoch);

/** `1 claim`, `2 claims`; `2 boxes` by the third argument. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** First letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** First letter small, unless the word is an abbreviation. */
export const small = (text: string): string =>
  /^[A-Z][A-Z0-9]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** `4 s`, `2 min`, `3 h`: how long something has taken, or how old it is. */
export const formatAge = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};
