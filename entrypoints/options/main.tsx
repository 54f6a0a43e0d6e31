import '../../components/styles.css';
import { createRoot } from 'react-dom/client';
import { browserServices } from '../../components/browser-services';
import { Options } from '../../components/Options';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Options services={browserServices} />);
