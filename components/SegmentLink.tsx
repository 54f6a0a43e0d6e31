import { useState } from 'react';
import { usePanelState, useServices } from './context';
import { Icon } from './Icon';
import { PageText } from './PageText';

const LONGEST = 1000;
/** A claim's own segments come after its first; further on is somebody else's. */
const LOOK_AHEAD = 200;

/** A segment that stands somewhere behind the first of its claim or line. */
export interface Within {
  /** `MOA`, `NM1*TT`. */
  name: string;
  /** What stands in it: `MA18`. */
  holds: string;
}

const wordsOf = (text: string): string[] => text.split(/[^A-Za-z0-9]+/);

const fits = (text: string, { name, holds }: Within): boolean => {
  const words = wordsOf(text);
  return wordsOf(name).every((word, i) => words[i] === word) && words.includes(holds);
};

type Read = (segment: number) => Promise<string>;

/** The segment that is meant: the one itself, else the first behind it that fits; that one where none does. */
const textOf = async (read: Read, first: number, within: Within | undefined): Promise<string> => {
  const own = await read(first);
  if (!within || fits(own, within)) return own;
  for (let n = first + 1; n < first + LOOK_AHEAD; n += 1) {
    const text = await read(n);
    const [name = ''] = wordsOf(text);
    if (fits(text, within)) return text;
    if (['', 'CLP', 'PLB', 'SE'].includes(name)) break;
  }
  return own;
};

interface SegmentProps {
  file: string;
  segment: number;
  within?: Within;
}

/** *Show the segment*: its text as it stands in the file. Nothing where there is none, or the file is not loaded any more. */
export function SegmentLink({ file, segment, within }: SegmentProps) {
  const { remittances } = useServices();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState<string>();
  const isLoaded = usePanelState(({ files }) => files.some(({ id }) => id === file));
  if (segment <= 0 || !isLoaded) return null;
  const show = async () => {
    setOpen(!open);
    if (open || text !== undefined) return;
    try {
      const read = await textOf((n) => remittances.segment(file, n), segment, within);
      setText(read || 'The file has no such segment.');
    } catch (error) {
      setText(error instanceof Error ? error.message : 'The segment could not be read.');
    }
  };
  return (
    <span className="seg">
      <button type="button" className="lk c" aria-expanded={open} onClick={() => void show()}>
        <Icon name="chev" />
        Show the segment
        <span className="sr">{within ? ` ${within.name} ${within.holds}` : ` ${segment.toLocaleString('en-US')}`}</span>
      </button>
      {open && text !== undefined && (
        <code className="mono any quote clip">
          <PageText text={text} max={LONGEST} />
        </code>
      )}
    </span>
  );
}
