import { Act } from './Act';
import { usePanelState } from './context';
import { Icon } from './Icon';
import type { ClaimItem } from './models/claims';
import { remittanceModel } from './models/remittance';
import { capital } from './models/text';
import { Unkept } from './Unkept';
import { Unread } from './Unread';

/** In Check: whether a remittance of the claim is loaded, and whether the posting is as it says. */
export function RemittanceSection({ item }: { item: ClaimItem }) {
  const model = remittanceModel(item.case);
  const isLoaded = usePanelState(({ files }) => files.length > 0);
  const offered = usePanelState(({ candidates }) => candidates[item.id]?.length ?? 0);
  const compare = (words: string) => (
    <Act intent={{ do: 'open-remittance', claim: item.id }} look="link" icon="look" more=" with the remittance">
      {words}
    </Act>
  );
  if (model)
    return (
      <section className="sec">
        <div className="sechead">
          <h2>Remittance</h2>
          <span className={`count inl t-${model.band.tone}`}>
            <span className="tone">
              <Icon name={model.band.tone === 'ok' ? 'tick' : model.band.icon} />
            </span>
            {model.band.short}
          </span>
        </div>
        <p>{model.band.headline}.</p>
        <Unkept claim={item.id} />
        <div className="lks">{compare('Compare')}</div>
      </section>
    );
  return (
    <section className="sec">
      <div className="sechead">
        <h2>Remittance</h2>
        <Unread>{isLoaded ? 'none found' : 'none loaded'}</Unread>
      </div>
      <Unkept claim={item.id} />
      {offered > 0 && <p>{capital(offered === 1 ? 'one claim' : `${offered} claims`)} of the files may be this one.</p>}
      <div className="lks">
        {offered > 0 && compare('Choose which')}
        {isLoaded ? (
          <Act intent={{ do: 'remittances' }} look="link" icon="look">
            Look in Remittances
          </Act>
        ) : (
          <Act intent={{ do: 'choose-files' }} look="link" icon="page">
            Choose the 835 file
          </Act>
        )}
      </div>
    </section>
  );
}
