// oxlint-disable react/incompatible-library -- nothing here is memoized by a compiler
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { EraClaimRow } from '../lib/era/files';
import { EraClaimRowView } from './EraClaimRowView';
import type { ClaimItem } from './models/claims';

const ROW_HEIGHT = 69;
/** Head and foot of the panel lie over the list. */
const COVERED = 110;

const MOVES: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

interface ListProps {
  total: number;
  row: (i: number) => EraClaimRow | undefined;
  need: (first: number, last: number) => void;
  items: ClaimItem[];
}

/** Rows of which only those near the screen are in the page. One tab stop; arrows move, Enter opens. */
export function EraClaimList({ total, row, need, items }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const [stop, setStop] = useState(0);
  const [open, setOpen] = useState<number>();
  const moved = useRef(false);

  useLayoutEffect(() => {
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top;
      if (top !== undefined) setMargin(Math.round(top + window.scrollY));
    };
    measure();
    let frame = 0;
    const watcher = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    watcher.observe(document.body);
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
    };
  }, []);

  // What has the focus, and what is open, stays in the page.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      const kept = [stop, open].filter((i) => i !== undefined && i < range.count && !near.includes(i));
      return [...near, ...(kept as number[])].sort((a, b) => a - b);
    },
    [stop, open],
  );
  const rows = useWindowVirtualizer<HTMLLIElement>({
    count: total,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: margin,
    useAnimationFrameWithResizeObserver: true,
    scrollPaddingStart: COVERED,
    scrollPaddingEnd: COVERED,
    rangeExtractor,
  });
  const visible = rows.getVirtualItems();
  const first = visible[0]?.index;
  const last = visible.at(-1)?.index;
  useEffect(() => {
    for (const { index } of visible) need(index, index);
  });

  const isThere = row(stop) !== undefined;
  useEffect(() => {
    if (!moved.current || !isThere) return;
    moved.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${stop}"] .erow`)?.focus({ preventScroll: true });
  }, [stop, isThere]);

  const onKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to = move(stop, total - 1);
    moved.current = true;
    setStop(to);
    rows.scrollToIndex(to);
  };

  if (total === 0) return null;
  return (
    <ul
      ref={list}
      className="windowed"
      aria-label="Claims in the files"
      data-first={first}
      data-last={last}
      style={{ height: rows.getTotalSize() }}
    >
      {visible.map(({ index, start, key }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={total}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - margin}px)` }}
        >
          <EraClaimRowView
            row={row(index)}
            open={open === index}
            stop={stop === index}
            onStop={() => setStop(index)}
            onKey={onKey}
            onToggle={() => setOpen(open === index ? undefined : index)}
            items={items}
          />
        </li>
      ))}
    </ul>
  );
}
