import { Act } from './Act';
import type { KeptFile } from './models/files';
import { count } from './models/text';
import { PageText } from './PageText';

/** Files that are not open any more, but whose word on this session's claims is still kept. */
export function KeptFiles({ files }: { files: KeptFile[] }) {
  if (files.length === 0) return null;
  return (
    <section className="sec">
      <h2>Kept from earlier in this session</h2>
      <ul className="steplist inset">
        {files.map(({ id, name, claims }) => (
          <li key={id} className="pair">
            <span>
              <b>
                <PageText text={name} max={80} />
              </b>
              <span className="src">{`What it says of ${count(claims, 'claim')}. Drop the file again to see the rest.`}</span>
            </span>
            <Act intent={{ do: 'forget-file', file: id }} look="link" more={` ${name.slice(0, 80)}`}>
              Forget
            </Act>
          </li>
        ))}
      </ul>
    </section>
  );
}
