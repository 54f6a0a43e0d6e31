import { App } from './App';
import { PanelProvider } from './context';
import type { Panel } from './store';

/** The whole panel around its store. */
export function PanelApp({ panel, version }: { panel: Panel; version: string }) {
  return (
    <PanelProvider value={panel}>
      <App version={version} />
    </PanelProvider>
  );
}
