import '../../components/styles.css';
import { createRoot } from 'react-dom/client';
import { browserServices } from '../../components/browser-services';
import { engine } from '../../components/engine';
import { PanelApp } from '../../components/PanelApp';
import { createPanel } from '../../components/store';

const panel = createPanel(browserServices, engine);
panel.start();
const root = document.getElementById('root');
if (root) createRoot(root).render(<PanelApp panel={panel} version={browser.runtime.getManifest().version} />);
