import { useState } from 'react';
import { usePanelState, useServices } from './context';
import { Icon } from './Icon';
import { PageText } from './PageText';

const LONGEST = 1000;

/** *Show the segment*: its text as it stands in the file. Nothing where there is no segment, or the file is not loaded any more. */
export function SegmentLink({ file, segment }: { file: string; segment: number }) {
  const { remittances } = useServices();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState<string>();
  const isLoaded = usePanelState(({ files }) => files.some(({ id }) => id === file));
  if (segment <= 0 || !isLoaded) return null;
  const show = async () => {
    setOpen(!open);
    if (open || text !== undefined) return;
    try {
      setText((await remittances.segment(file, segment)) || 'The file has no such segment.');
    } catch (error) {
      setText(error instanceof Error ? error.message : 'The segment could not be read.');
    }
  };
  return (
    <span className="seg">
      <button type="button" className="lk c" aria-expanded={open} onClick={() => void show()}>
        <Icon name="chev" />
        Show the segment<span className="sr"> {segment.toLocaleString('en-US')}</span>
      </button>
      {open && text !== undefined && (
        <code className="mono any quote clip">
          <PageText text={text} max={LONGEST} />
        </code>
      )}
    </span>
  );
}
