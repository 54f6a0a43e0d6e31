import { useEffect, useRef, useState } from 'react';
import { ClaimLink, type ListKeys } from './ClaimLink';
import type { ClaimItem } from './models/claims';

/** From this many rows on, only the rows near the screen are in the page. */
export const WINDOWED_FROM = 500;
const CHUNK = 50;
const ROW_HEIGHT = 53;

interface RowsProps {
  items: ClaimItem[];
  list: ListKeys;
  windowed: boolean;
  label: string;
}

/** The rows of one group. */
export function ClaimRows({ items, list, windowed, label }: RowsProps) {
  if (!windowed) return <Chunk items={items} list={list} label={label} />;
  const chunks = Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) =>
    items.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  return chunks.map((chunk, i) => (
    <LazyChunk
      key={chunk[0]?.id}
      items={chunk}
      list={list}
      label={`${label}, from ${i * CHUNK + 1}`}
      first={i * CHUNK + 1}
      of={items.length}
    />
  ));
}

interface ChunkProps extends Omit<RowsProps, 'windowed'> {
  first?: number;
  of?: number;
}

function Chunk({ items, list, first, of, label }: ChunkProps) {
  return (
    <ul aria-label={label}>
      {items.map((item, i) => (
        <li key={item.id} {...(first !== undefined && { 'aria-setsize': of, 'aria-posinset': first + i })}>
          <ClaimLink item={item} list={list} />
        </li>
      ))}
    </ul>
  );
}

/** Fifty rows that are in the page only while near the screen; their height stays. */
function LazyChunk(props: ChunkProps) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [height, setHeight] = useState(props.items.length * ROW_HEIGHT);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        const isNear = entries.at(-1)?.isIntersecting ?? false;
        if (!isNear && element.firstChild) setHeight(element.offsetHeight);
        setNear(isNear);
      },
      { rootMargin: '1200px 0px' },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  const inside = near || props.items.some((item) => item.id === props.list.stop);
  return (
    <div ref={box} style={inside ? undefined : { height }}>
      {inside && <Chunk {...props} />}
    </div>
  );
}
