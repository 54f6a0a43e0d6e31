import { isOpen } from '../lib/lookups/lookup';
import { Candidates } from './Candidates';
import type { ClaimProps } from './ClaimView';
import { useNow, usePanelState } from './context';
import { Fold } from './Fold';
import { LookupRow } from './LookupRow';
import { formFrame, framesOf, listedHits } from './models/frames';
import { nextOfPayer } from './models/next';
import { lookupOf, payerNames, searchAction, searchOf } from './models/payer';
import { NextBar } from './NextBar';
import { PayerMatchSection } from './PayerMatchSection';
import { RouteSection } from './RouteSection';
import { Strips } from './Strips';

/** Step 2: the payer in chart and on form, its lookup, the candidates, and how the claim goes out. */
export function PayerStep({ item, file, tab }: ClaimProps) {
  const aliases = usePanelState((state) => state.mirror?.aliases) ?? [];
  const lookups = usePanelState((state) => state.mirror?.lookups) ?? [];
  const tabs = usePanelState((state) => state.mirror?.tabs) ?? {};
  const frame = formFrame(tab, file, item.id);
  const searched = frame && (searchOf(frame)?.payers.length ? frame : framesOf(tab).find((one) => one.search));
  const names = payerNames(item, searched, aliases);
  const lookup = lookupOf(lookups, file.key, item.id);
  const mine = lookups.filter(({ claim }) => claim.patient === file.key);
  const now = useNow(mine.some(isOpen));
  const search = searchAction(item, names);
  const picked = file.picked[item.id];
  const member = frame?.form?.boxes.find(({ box }) => box === '1a')?.value;
  return (
    <>
      <main>
        <Strips lookups={false} />
        <PayerMatchSection names={names} place={frame?.form?.boxes.find(({ box }) => box === 'payer')?.place} />
        <Candidates
          item={item}
          lookup={lookup}
          picked={picked}
          listed={listedHits(tabs, tab, file, item.id)}
          now={now}
        />
        <RouteSection item={item} answers={file.answers[item.id]} />
        {mine.length > 0 && (
          <Fold
            title="All lookups"
            count={`${mine.filter((one) => !isOpen(one)).length} done, ${mine.filter(isOpen).length} open`}
          >
            <ul className="steplist inset">
              {mine.map((one) => (
                <LookupRow key={one.id} lookup={one} now={now} />
              ))}
            </ul>
          </Fold>
        )}
      </main>
      <NextBar
        next={nextOfPayer(item, {
          lookup,
          search,
          formOpen: frame !== undefined,
          picked: picked !== undefined || Boolean(member),
        })}
      />
    </>
  );
}
