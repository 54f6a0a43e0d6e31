import type { ReactNode } from 'react';

/** Shapes on a 16 x 16 grid. Every verdict has its own outline, so that shape alone tells them apart. */
const SHAPES = {
  ready: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path
        d="M4.8 8.3l2.2 2.2 4.3-4.7"
        fill="none"
        stroke="var(--bg)"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  blocked: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8" stroke="var(--bg)" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  decide: (
    <>
      <path d="M8 .7L15.3 8 8 15.3.7 8z" fill="currentColor" />
      <path
        d="M6.3 6.4c.1-1 .8-1.5 1.7-1.5s1.7.6 1.7 1.4c0 1.1-1.6 1.2-1.6 2.4"
        fill="none"
        stroke="var(--bg)"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="8.1" cy="11" r=".95" fill="var(--bg)" />
    </>
  ),
  nobill: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M3.8 3.8l8.4 8.4" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  unk: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.6 2.4" />
      <path
        d="M6.2 6.5c.1-1.1.9-1.6 1.8-1.6s1.8.6 1.8 1.5c0 1.2-1.7 1.3-1.7 2.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="8.1" cy="11.2" r=".95" fill="currentColor" />
    </>
  ),
  wait: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M8 4.4V8l2.4 1.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  sent: (
    <path
      d="M1.5 8.6l2.7 2.7 5.6-6.4M7 10.9l.5.4 6.6-7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  tick: (
    <path
      d="M3 8.5l3.3 3.3L13 4.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 7.3v4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      <circle cx="8" cy="4.7" r=".95" fill="currentColor" />
    </>
  ),
  back: (
    <path
      d="M10 3.5L5.5 8l4.5 4.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  chev: (
    <path
      d="M6 3.5L10.5 8 6 12.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  arrow: (
    <path
      d="M2.5 8h10m-3.6-3.6L12.5 8l-3.6 3.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  more: (
    <>
      <circle cx="3" cy="8" r="1.3" fill="currentColor" />
      <circle cx="8" cy="8" r="1.3" fill="currentColor" />
      <circle cx="13" cy="8" r="1.3" fill="currentColor" />
    </>
  ),
  reread: (
    <>
      <path
        d="M13.2 6.4A5.6 5.6 0 1 0 13.6 9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <path
        d="M13.6 2.6v4h-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  show: (
    <>
      <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1v3M8 12v3M1 8h3M12 8h3" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  undo: (
    <>
      <path
        d="M5.6 2.8L2.5 5.9 5.6 9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M2.8 5.9h6.4a4 4 0 0 1 0 8H6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </>
  ),
  lock: (
    <>
      <rect x="2.8" y="7" width="10.4" height="7.2" rx="1.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5 7V4.8a3 3 0 0 1 6 0V7" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  page: (
    <>
      <rect x="1.7" y="2.7" width="12.6" height="10.6" rx="1.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M1.7 5.8h12.6M10 5.8v7.5" stroke="currentColor" strokeWidth="1.3" />
    </>
  ),
  door: (
    <>
      <path
        d="M6 2h6.6c.5 0 .9.4.9.9v10.2c0 .5-.4.9-.9.9H6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
      <path
        d="M1.8 8h7M6.2 5.2L9 8l-2.8 2.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  look: (
    <>
      <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M10.4 10.4L14 14" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  send: (
    <path
      d="M8.8 1.4L3.2 9h4l-.9 5.6L12.8 7h-4z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  ),
  print: (
    <>
      <path
        d="M4.4 6V2h7.2v4M4.4 11.4H2.6c-.5 0-.8-.4-.8-.8V6.8c0-.5.3-.8.8-.8h10.8c.5 0 .8.3.8.8v3.8c0 .4-.3.8-.8.8h-1.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
      <path d="M4.4 9.4h7.2V14H4.4z" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
    </>
  ),
  kept: <path d="M3 5.6h10M3 10.4h10" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** An icon in the color of the text around it. Always decoration: the word stands beside it. */
export function Icon({ name, className = 'i' }: { name: IconName; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
