import { isOpen } from '../lib/lookups/lookup';
import { Act } from './Act';
import { useNow, usePanelState } from './context';
import { STEP_NAMES } from './intent';
import { LoadingStrip } from './LoadingStrip';
import { formatAge, shown } from './models/text';
import { Strip } from './Strip';

const WORDS = { check: 'the claim', payer: 'the claim form', fill: 'the claim form', submit: 'an answer to Submit' };

/** What the page has moved on to while she works in the panel, and searches under way. */
export function Strips({ lookups = true }: { lookups?: boolean }) {
  const offer = usePanelState((state) => state.offer);
  const all = usePanelState((state) => state.mirror?.lookups);
  const open = lookups ? all?.filter(isOpen) : [];
  const first = open?.find((lookup) => lookup.state === 'searching') ?? open?.[0];
  const now = useNow(first !== undefined);
  return (
    <>
      <LoadingStrip />
      {offer && (
        <Strip
          icon="page"
          link={
            <Act intent={{ do: 'open', claim: offer.claim, step: offer.step }} look="link">
              {`Go to ${STEP_NAMES[offer.step]}`}
            </Act>
          }
        >
          The page now shows {WORDS[offer.step]}.
        </Strip>
      )}
      {first && (
        <Strip
          icon="look"
          link={
            <Act intent={{ do: 'lookups' }} look="link" more=" the lookup">
              View
            </Act>
          }
        >
          {first.state === 'searching' ? 'Searching' : 'Queued:'}{' '}
          <bdi>{shown(first.option?.label ?? first.payer, 60)}</bdi>, {formatAge(now - first.createdAt)}
        </Strip>
      )}
    </>
  );
}
