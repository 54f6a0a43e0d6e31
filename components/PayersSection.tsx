import type { IsoDate } from '../lib/claim/claim';
import { formatDate } from '../lib/claim/dates';
import type { LoadedList } from '../lib/payers/lists';
import { AliasSection } from './AliasSection';
import { DoneNote } from './DoneNote';
import { allPayers, staleWords } from './models/payer-list';
import { count } from './models/text';
import { PageText } from './PageText';
import { PayerAnswerSection } from './PayerAnswerSection';
import { PayerImport } from './PayerImport';
import { PayerLimits } from './PayerLimits';
import { PayerSearch } from './PayerSearch';
import type { Mirror, Services } from './services';
import { useDone } from './use-done';

interface PayersSectionProps {
  mirror: Mirror;
  services: Services;
}

function ListRow({ list, today, onRemove }: { list: LoadedList; today: IsoDate; onRemove: () => void }) {
  const stale = staleWords(list, today);
  return (
    <li>
      <span>
        <PageText text={list.name} max={80} />
        <span className="src">
          {list.clearinghouse && (
            <>
              <PageText text={list.clearinghouse} max={60} />,{' '}
            </>
          )}
          {`${count(list.entries.length, 'payer')}, imported ${formatDate(list.importedOn)}`}
        </span>
        {stale !== undefined && <span className="src">{stale}</span>}
      </span>
      <button type="button" className="lk" onClick={onRemove}>
        Remove<span className="sr">: {list.name}</span>
      </button>
    </li>
  );
}

/** The imported lists, each to be removed with a way back. */
function Lists({ lists, services }: { lists: readonly LoadedList[]; services: Services }) {
  const { done, say, undo } = useDone();
  const { payerLists } = services;
  const remove = async (list: LoadedList, at: number) => {
    await payerLists.remove(list.id);
    say(`${list.name} is removed.`, () => payerLists.restore(list, at));
  };
  return (
    <>
      {lists.length > 0 && <h3 className="gap">Imported lists</h3>}
      <ul className="pairs inset">
        {lists.map((list, at) => (
          <ListRow key={list.id} list={list} today={services.today()} onRemove={() => void remove(list, at)} />
        ))}
      </ul>
      <DoneNote done={done} onUndo={undo} />
    </>
  );
}

/** All that is known of payers: lists, built-in rules, what the biller entered, confirmed and answered. */
export function PayersSection({ mirror, services }: PayersSectionProps) {
  const { payerLists: lists } = mirror;
  const payers = lists.reduce((sum, list) => sum + list.entries.length, 0);
  return (
    <section className="sec" aria-labelledby="payers">
      <h2 id="payers" tabIndex={-1}>
        Payers <span className="count">{payers.toLocaleString('en-US')}</span>
      </h2>
      <p className="note below">
        Lists of clearinghouses say which payers take electronic secondary claims, how long they give to file, and how
        they want the form. What a page says counts first, then what you said, then the newest list. Where lists differ,
        the panel says so. They stay in this browser.
      </p>
      <PayerSearch lists={lists} today={services.today()} />
      <Lists lists={lists} services={services} />
      <PayerImport services={services} />
      {payers > 0 && (
        <div className="btns gap">
          <button
            type="button"
            className="btn"
            onClick={() => services.payerLists.download(`payers-${services.today()}.csv`, allPayers(lists))}
          >
            Export {count(payers, 'payer')}
          </button>
        </div>
      )}
      <PayerLimits limits={mirror.payerLimits} services={services} />
      <AliasSection aliases={mirror.aliases} services={services} />
      <PayerAnswerSection answers={mirror.payers} services={services} />
    </section>
  );
}
