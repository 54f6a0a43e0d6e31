import type { PatientFile } from '../lib/session/session';
import { Go } from './Go';
import { patientName } from './models/patient';
import { count, formatTime } from './models/text';

/** Patients read earlier in this browser session. */
export function StillHere({ files }: { files: PatientFile[] }) {
  if (files.length === 0) return null;
  return (
    <section className="sec still">
      <h2>Still here from this session</h2>
      <ul>
        {files.map((file) => (
          <li key={file.key}>
            <Go className="row" intent={{ do: 'patient', key: file.key }}>
              <bdi className="d nm">{patientName(file.strip)}</bdi>
              <span className="dim">{count(file.claims.length, 'claim')}</span>
              <span className="p">NextGen Office, read {formatTime(file.claimsReadAt ?? file.touchedAt)}</span>
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}
