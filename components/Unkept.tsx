import { usePanelState } from './context';
import { Icon } from './Icon';
import { notKept } from './models/files';
import { PageText } from './PageText';

/** Files that say something of this claim which the session could not keep: it is not used, and that is said. */
export function Unkept({ claim }: { claim: string }) {
  const files = usePanelState(({ unkept }) => unkept.get(claim));
  return files?.map((name) => (
    <p key={name} className="inl top t-stop">
      <span className="tone">
        <Icon name="blocked" />
      </span>
      <PageText text={notKept(name)} />
    </p>
  ));
}
