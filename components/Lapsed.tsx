import type { Acknowledgement } from '../lib/claim/case';
import { formatTime } from './models/text';
import { PageText } from './PageText';

/** She accepted the finding when it said something else: that counts no more. */
export function Lapsed({ said }: { said: Acknowledgement }) {
  if (said.said === '') return <p className="note">You accepted this before. Say again whether it is right.</p>;
  return (
    <p className="note">
      You accepted this at {formatTime(said.at)} when it said “<PageText text={said.said} max={160} />
      ”, because: “
      <PageText text={said.reason} max={200} />
      ”. It says something else now.
    </p>
  );
}
