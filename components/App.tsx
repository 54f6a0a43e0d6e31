import { NO_POLICY_VIEW } from '../lib/policy-storage';
import { About } from './About';
import { ClaimView } from './ClaimView';
import { useEngine, usePanelState, useServices } from './context';
import { DropZone } from './DropZone';
import { LookupsView } from './LookupsView';
import { type ClaimItem, claimItems, GROUP_LOOKS, groupOf } from './models/claims';
import { patientName } from './models/patient';
import { sceneOf, stillHere } from './models/scene';
import { PatientView } from './PatientView';
import { RecordView } from './RecordView';
import { RemittancesView } from './RemittancesView';
import { RemittanceView } from './RemittanceView';
import { RuleBook } from './RuleBook';
import { Shortcuts } from './Shortcuts';
import type { Knowledge } from './services';
import { fileOf, type PanelState, type View } from './store';
import { useFocus } from './use-focus';
import { useKeys } from './use-keys';
import { useTheme } from './use-theme';
import { WholeView } from './WholeView';

const PRODUCT = 'COB Companion';

/** `02/24/2026 blocked - COB Companion`: what a screen reader says first. */
const titleOf = (view: View, item: ClaimItem | undefined): string => {
  if (view.at === 'remittances') return `Remittances - ${PRODUCT}`;
  if (view.at === 'rules') return `Rule book - ${PRODUCT}`;
  if (view.at === 'record') return `Record of this session - ${PRODUCT}`;
  if (!item) return PRODUCT;
  if (view.at === 'remittance') return `${item.title} remittance - ${PRODUCT}`;
  return `${item.title} ${GROUP_LOOKS[groupOf(item.exam)].name.toLowerCase()} - ${PRODUCT}`;
};

/** The panel: one scene for the tab in front, one view in it. */
export function App({ version }: { version: string }) {
  const state = usePanelState((all) => all);
  const item = useItem(state);
  useTheme(state.mirror?.settings.theme);
  useKeys();
  useFocus(state.view, state.moved);
  return (
    <>
      <title>{titleOf(state.view, item.item)}</title>
      <DropZone>
        <CurrentView state={state} {...item} version={version} />
      </DropZone>
    </>
  );
}

const NOTHING_KNOWN: Knowledge = { payers: [], payerLists: [], payerLimits: [], policy: NO_POLICY_VIEW };

/** The claims of the patient shown, and the one that is open. */
const useItem = (state: PanelState): { items: ClaimItem[]; item: ClaimItem | undefined } => {
  const engine = useEngine();
  const { today } = useServices();
  const scene = sceneOf(state);
  if (scene.is !== 'patient') return { items: [], item: undefined };
  const items = claimItems(engine, scene.file, scene.tab, state.mirror ?? NOTHING_KNOWN, today());
  const { view } = state;
  const isClaim = view.at === 'claim' || view.at === 'remittance';
  return { items, item: isClaim ? items.find(({ id }) => id === view.claim) : undefined };
};

interface CurrentProps {
  state: PanelState;
  items: ClaimItem[];
  item: ClaimItem | undefined;
  version: string;
}

function CurrentView({ state, items, item, version }: CurrentProps) {
  const { view } = state;
  const scene = sceneOf(state);
  const file = fileOf(state);
  const left = state.left?.view;
  const leftItem = left && 'claim' in left ? items.find(({ id }) => id === left.claim) : undefined;
  const back = leftItem?.title ?? (file ? patientName(file.strip) : 'the page');
  if (view.at === 'lookups') return <LookupsView back={back} />;
  if (view.at === 'record') return <RecordView back={back} />;
  if (view.at === 'remittances') return <RemittancesView back={back} items={items} />;
  if (view.at === 'rules') return <RuleBook view={view} back={back} />;
  if (view.at === 'shortcuts') return <Shortcuts back={back} />;
  if (view.at === 'about') return <About back={back} version={version} />;
  const others = stillHere(state, 'file' in scene ? scene.file?.key : undefined);
  if (scene.is !== 'patient') return <WholeView scene={scene} others={others} />;
  if (item && view.at === 'remittance') return <RemittanceView item={item} file={scene.file} tab={scene.tab} />;
  if (item) return <ClaimView item={item} items={items} file={scene.file} tab={scene.tab} />;
  return <PatientView key={scene.file.key} file={scene.file} tab={scene.tab} items={items} others={others} />;
}
