import '../../components/eob.css';
import { createRoot } from 'react-dom/client';
import { EobPage } from '../../components/EobPage';
import { askForEob } from '../../components/eob-channel';

const root = document.getElementById('root');
if (root) {
  const page = createRoot(root);
  askForEob(location.hash.slice(1), (eob) => page.render(<EobPage eob={eob} print={() => window.print()} />));
}
