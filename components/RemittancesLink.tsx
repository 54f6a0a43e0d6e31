import { usePanelState } from './context';
import { Go } from './Go';
import { Icon } from './Icon';
import { filesWords, keptFiles } from './models/files';

/** In the patient's list: the way to the remittance files, and how many are loaded. */
export function RemittancesLink() {
  const files = usePanelState((state) => state.files);
  const patients = usePanelState((state) => state.mirror?.patients);
  return (
    <Go intent={{ do: 'remittances' }} className="row place" data-leads="remittances">
      <span className="inl">
        <Icon name="page" />
        Remittances
      </span>
      <span className="count">{filesWords(files, keptFiles(Object.values(patients ?? {}), files))}</span>
    </Go>
  );
}
