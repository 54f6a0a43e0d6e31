import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PatientFile, TabView } from '../lib/session/session';
import { ClaimGroup } from './ClaimGroup';
import { WINDOWED_FROM } from './ClaimRows';
import { usePanelState } from './context';
import { Header } from './Header';
import { LedgerProgress } from './LedgerProgress';
import { ListTools } from './ListTools';
import { type ClaimItem, type GroupKey, groupsOf, isFolded, matching } from './models/claims';
import { nextOfList } from './models/next';
import { patientName, patientSub } from './models/patient';
import { shown } from './models/text';
import { listCount } from './models/words';
import { NextBar } from './NextBar';
import { Problems } from './Problems';
import { RemittancesLink } from './RemittancesLink';
import { StillHere } from './StillHere';
import { Strips } from './Strips';
import { useSteadyGroups } from './use-steady-groups';
import { Whole } from './Whole';

/** Search and chips appear from this many claims on. */
export const TOOLS_FROM = 21;

interface PatientViewProps {
  file: PatientFile;
  tab: TabView | undefined;
  items: ClaimItem[];
  others: PatientFile[];
}

const KEYS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  j: (at, last) => Math.min(at + 1, last),
  k: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

const linkOf = (claim: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-claim]')].find((link) => link.dataset.claim === claim);

/** The open patient's claims, grouped by what can be done. */
export function PatientView({ file, items, others, tab }: PatientViewProps) {
  const cameFrom = usePanelState((state) => state.cameFrom);
  const singleKeys = usePanelState((state) => state.mirror?.settings.singleKeys ?? false);
  const [query, setQuery] = useState('');
  const [chip, setChip] = useState<GroupKey | 'all'>('all');
  const [stopAt, setStop] = useState(cameFrom?.claim);
  const focusStop = useRef(false);

  const tools = items.length >= TOOLS_FROM;
  const found = matching(items, query);
  const { groups: all, moved, steady, sortAgain, pointer } = useSteadyGroups(found);
  const groups = all.filter(({ key }) => chip === 'all' || key === chip);
  const order = groups.flatMap((group) => group.items);
  const stop = order.some((item) => item.id === stopAt) ? stopAt : order[0]?.id;

  useEffect(() => {
    if (!focusStop.current || stop === undefined) return;
    focusStop.current = false;
    linkOf(stop)?.focus();
  }, [stop]);

  // A reading may move a row to another group: the focus stays with the claim.
  const at = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (at.current !== undefined && document.activeElement === document.body)
      linkOf(at.current)?.focus({ preventScroll: true });
  });
  const onStop = (claim: string) => {
    at.current = claim;
    setStop(claim);
  };
  const onLeave = (row: Element) =>
    queueMicrotask(() => {
      if (row.isConnected && row !== document.activeElement) at.current = undefined;
    });

  const onKey = (event: KeyboardEvent, claim: string) => {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1 && !singleKeys) return;
    event.preventDefault();
    const reachable = groups
      .filter(({ key, items: members }) => !isFolded(key) || members.some(({ id }) => linkOf(id)?.checkVisibility()))
      .flatMap((group) => group.items);
    const to =
      reachable[
        move(
          reachable.findIndex((item) => item.id === claim),
          reachable.length - 1,
        )
      ];
    if (!to) return;
    const link = linkOf(to.id);
    if (link) link.focus();
    else focusStop.current = true;
    setStop(to.id);
  };

  const filtered = found.length < items.length || chip !== 'all';
  return (
    <div className="panel">
      <Header title={<bdi>{patientName(file.strip)}</bdi>} sub={patientSub(file.strip)} reread={tab !== undefined} />
      <main {...pointer}>
        <Strips />
        <LedgerProgress steady={steady} />
        {tools && (
          <ListTools
            query={query}
            onQuery={setQuery}
            groups={groupsOf(items)}
            chip={chip}
            onChip={setChip}
            all={items.length}
          />
        )}
        <Problems problems={file.problems} />
        {items.length === 0 ? (
          <Whole icon="page" title="No claims for this patient">
            <p className="dim">
              {file.claimsReadAt === undefined
                ? 'Claim History is not read yet. Open it on the page.'
                : 'Claim History is empty.'}
            </p>
          </Whole>
        ) : (
          <div className="listhead">
            <span>{listCount(filtered ? order.length : undefined, items.length, file.claimsReadAt)}</span>
            {moved > 0 ? (
              <button type="button" className="lk" onClick={sortAgain}>
                {`${moved} changed, sort again`}
              </button>
            ) : (
              <span>Patient balance</span>
            )}
          </div>
        )}
        {items.length > 0 && groups.length === 0 && (
          <div className="whole">
            <h2>No claim fits</h2>
            <p>
              {items.length} claims do not match “<bdi>{shown(query, 60)}</bdi>”.
            </p>
            <button
              type="button"
              className="lk"
              onClick={() => {
                setQuery('');
                setChip('all');
              }}
            >
              Clear search
            </button>
          </div>
        )}
        {groups.map((group) => (
          <ClaimGroup
            key={group.key}
            group={group}
            list={{ stop, onStop, onKey, onLeave }}
            windowed={items.length >= WINDOWED_FROM}
          />
        ))}
        <RemittancesLink />
        <StillHere files={others} />
      </main>
      <NextBar next={nextOfList(items, file)} />
    </div>
  );
}
