import { Accepted } from './Accepted';
import type { ClaimProps } from './ClaimView';
import { HeldStrip } from './HeldStrip';
import { LiveCheck } from './LiveCheck';
import { formFrame } from './models/frames';
import { nextOfSubmit } from './models/next';
import { postingOf } from './models/refusal';
import { NextBar } from './NextBar';
import { Refused } from './Refused';
import { Strips } from './Strips';
import { Whole } from './Whole';

/** Step 4: what the PM answered to Submit. */
export function SubmitStep(props: ClaimProps) {
  const { item, items, file, tab } = props;
  const outcome = file.outcomes[item.id];
  const frame = formFrame(tab, file, item.id);
  const posting = outcome?.kind === 'refused' ? postingOf(item, outcome.messages) : undefined;
  return (
    <>
      <main>
        <Strips />
        <HeldStrip item={item} file={file} tab={tab} />
        {outcome?.kind === 'accepted' && <Accepted {...props} outcome={outcome} />}
        {outcome?.kind === 'refused' && <Refused item={item} outcome={outcome} />}
        {!outcome && (
          <Whole icon="send" title="Not submitted yet">
            <p className="dim">
              {frame
                ? 'Read the form and press Submit in NextGen Office. The panel never submits.'
                : 'The form is not open. When NextGen Office answers to Submit, its answer is explained here.'}
            </p>
          </Whole>
        )}
        {!outcome && frame && <LiveCheck item={item} />}
      </main>
      <NextBar next={nextOfSubmit(item, outcome, items, posting?.places[0], frame !== undefined)} />
    </>
  );
}
