import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAct } from './context';
import { Icon } from './Icon';
import { CHOOSER } from './intent';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes remittance files that are dropped anywhere on the panel, and those of the browser's own file chooser. */
export function DropZone({ children }: { children: ReactNode }) {
  const act = useAct();
  const [over, setOver] = useState(false);
  /** Entering a part of the page leaves another: how many are entered. */
  const depth = useRef(0);
  useEffect(() => {
    const end = () => {
      depth.current = 0;
      setOver(false);
    };
    const onEnter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) end();
    };
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      end();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) act({ do: 'add-files', files });
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [act]);
  return (
    <>
      {children}
      <input
        id={CHOOSER}
        type="file"
        multiple
        hidden
        aria-label="Remittance files"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (files.length > 0) act({ do: 'add-files', files });
        }}
      />
      {over && (
        <div className="drop" aria-hidden="true">
          <Icon name="page" className="big" />
          <b>Drop 835 files to read them</b>
          <span>They stay in memory and are not sent anywhere.</span>
        </div>
      )}
    </>
  );
}
