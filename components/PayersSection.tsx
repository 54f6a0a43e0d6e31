import { formatDate } from '../lib/claim/dates';
import { allPayers } from './models/payer-list';
import { count } from './models/text';
import { PageText } from './PageText';
import { PayerImport } from './PayerImport';
import { PayerLimits } from './PayerLimits';
import { PayerSearch } from './PayerSearch';
import type { Mirror, Services } from './services';

interface PayersSectionProps {
  mirror: Mirror;
  services: Services;
}

/** Imported payer lists: search, import, remove, export; and the times to file that she entered. */
export function PayersSection({ mirror, services }: PayersSectionProps) {
  const { payerLists: lists, payerLimits: limits } = mirror;
  const { payerLists } = services;
  const payers = lists.reduce((sum, list) => sum + list.entries.length, 0);
  return (
    <section className="sec" aria-labelledby="payers">
      <h2 id="payers">
        Payers <span className="count">{payers.toLocaleString('en-US')}</span>
      </h2>
      <p className="note below">
        Lists of clearinghouses say which payers take electronic secondary claims and how long they give to file. What a
        page says counts first, then what you said, then the newest list. They stay in this browser.
      </p>
      {payers > 0 && <PayerSearch lists={lists} today={services.today()} />}
      {lists.length > 0 && (
        <>
          <h3 className="gap">Imported lists</h3>
          <ul className="pairs inset">
            {lists.map((list) => (
              <li key={list.id}>
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
                </span>
                <button type="button" className="lk" onClick={() => void payerLists.remove(list.id)}>
                  Remove<span className="sr">: {list.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <PayerImport services={services} />
      {payers > 0 && (
        <div className="btns gap">
          <button
            type="button"
            className="btn"
            onClick={() => payerLists.download(`payers-${services.today()}.csv`, allPayers(lists))}
          >
            Export {count(payers, 'payer')}
          </button>
        </div>
      )}
      <PayerLimits limits={limits} services={services} />
    </section>
  );
}
