import { type ChangeEvent, useRef, useState } from 'react';
import { CATALOGUE } from '../lib/checks/catalogue';
import type { Policy } from '../lib/policy/policy';
import { readPolicyFile } from '../lib/policy-file';
import { keyed } from './models/keyed';
import { count, shown } from './models/text';
import { PageText } from './PageText';
import type { Services } from './services';

interface PolicyFileProps {
  own: Policy;
  services: Services;
}

type Came =
  | { is: 'wrong'; file: string; problems: string[] }
  | { is: 'imported'; file: string; policy: Policy; before: Policy }
  | { is: 'undone'; file: string };

/** So many problems are listed. */
const LISTED = 20;

const sizeOf = ({ checks, margins }: Policy): string =>
  `${count(Object.keys(checks).length, 'rule')} and ${count(Object.keys(margins).length, 'margin')}`;

/** Her policy as a file: to keep, to share, to read back. A file in which anything is wrong changes nothing. */
export function PolicyFile({ own, services }: PolicyFileProps) {
  const [came, setCame] = useState<Came>();
  const chooser = useRef<HTMLInputElement>(null);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    const name = shown(file.name, 60);
    const text = await file.text().catch(() => '');
    const { policy, problems } = readPolicyFile(text, CATALOGUE);
    if (problems.length > 0) {
      setCame({ is: 'wrong', file: name, problems });
      return;
    }
    await services.savePolicy(policy);
    setCame({ is: 'imported', file: name, policy, before: own });
  };
  const undo = async (before: Policy, file: string) => {
    await services.savePolicy(before);
    setCame({ is: 'undone', file });
  };
  return (
    <>
      <div className="btns gap">
        <button type="button" className="btn" onClick={() => services.downloadPolicy(own)}>
          Export your policy
        </button>
        <button type="button" className="btn" onClick={() => chooser.current?.click()}>
          Import a policy
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="Policy file"
          onChange={(event) => void take(event)}
        />
      </div>
      <output>
        {came?.is === 'imported' && `${came.file} is imported: ${sizeOf(came.policy)}.`}
        {came?.is === 'undone' && `The import of ${came.file} was undone.`}
      </output>
      {came?.is === 'imported' && (
        <div className="btns gap">
          <button type="button" className="btn" onClick={() => void undo(came.before, came.file)}>
            Undo the import
          </button>
        </div>
      )}
      {came?.is === 'wrong' && (
        <div className="gap" role="alert">
          <p>
            {came.file}: {count(came.problems.length, 'thing is', 'things are')} wrong. Nothing was imported.
          </p>
          <ul className="dots">
            {keyed(came.problems.slice(0, LISTED), (text) => text).map(({ key, item }) => (
              <li key={key}>
                <PageText text={item} max={200} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
