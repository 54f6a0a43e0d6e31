import { useRef } from 'react';
import { usePanelState } from './context';
import { EraClaimSearch } from './EraClaimSearch';
import { EraFileCard } from './EraFileCard';
import { Header } from './Header';
import { KeptFiles } from './KeptFiles';
import type { ClaimItem } from './models/claims';
import { keptFiles, nextOfFiles } from './models/files';
import { count } from './models/text';
import { NextBar } from './NextBar';
import { useKeptFocus } from './use-kept-focus';
import { Whole } from './Whole';

interface ViewProps {
  back: string;
  /** Claims of the open patient: one of them may be a claim of a file, by her word. */
  items: ClaimItem[];
}

/** The remittance files: what was read, what was found wrong, and the claims in them. */
export function RemittancesView({ back, items }: ViewProps) {
  const files = usePanelState((state) => state.files);
  const patients = usePanelState((state) => state.mirror?.patients);
  const kept = keptFiles(Object.values(patients ?? {}), files);
  const searchable = files.filter(({ claims, state }) => claims > 0 && (state.is === 'read' || state.is === 'stopped'));
  const view = useRef<HTMLDivElement>(null);
  useKeptFocus(view);
  return (
    <div className="panel" ref={view}>
      <Header
        title="Remittances"
        sub={files.length > 0 ? count(files.length, 'file') : undefined}
        back={{ to: back, intent: { do: 'back' } }}
      />
      <main>
        {files.length === 0 && kept.length === 0 && (
          <Whole icon="page" title="No remittance loaded">
            <p className="dim">Drop the primary's 835 file here. It stays in memory and is not sent anywhere.</p>
          </Whole>
        )}
        {files.map((file) => (
          <EraFileCard key={file.id} file={file} />
        ))}
        <KeptFiles files={kept} />
        {searchable.length > 0 && <EraClaimSearch files={searchable} items={items} />}
      </main>
      <NextBar next={nextOfFiles(files)} />
    </div>
  );
}
