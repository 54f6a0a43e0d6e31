import { useState } from 'react';
import type { EraFileView } from '../lib/era/files';
import { Act } from './Act';
import { EraPaymentRow } from './EraPaymentRow';
import { EraProblems } from './EraProblems';
import { FileName } from './FileName';
import { Icon } from './Icon';
import { fileName, fileSize, percentRead } from './models/files';
import { count } from './models/text';
import { PageText } from './PageText';

/** More payments of one file are not listed; the search finds their claims. */
const MOST_PAYMENTS = 200;
const FIRST_PAYMENTS = 5;

function Note({
  tone,
  icon,
  children,
}: {
  tone: string;
  icon: 'unk' | 'blocked' | 'info' | 'decide';
  children: string;
}) {
  return (
    <p className={`inl top t-${tone}`}>
      <span className="tone">
        <Icon name={icon} />
      </span>
      <PageText text={children} />
    </p>
  );
}

/** How far a file is read, or what became of it. */
function State({ file }: { file: EraFileView }) {
  const { state } = file;
  const name = fileName(file);
  switch (state.is) {
    case 'reading':
      return (
        <>
          <p className="dim">
            {state.bytesRead === 0 ? 'Waiting' : `${count(file.claims, 'claim')} so far, ${percentRead(file)} %`}
          </p>
          <progress className="prog" aria-label={`${name} read`} max={100} value={percentRead(file)} />
        </>
      );
    case 'stopped':
      return (
        <Note
          tone="ask"
          icon="decide"
        >{`Stopped after ${percentRead(file)} %. What was read until there is kept.`}</Note>
      );
    case 'refused':
      return (
        <Note tone="stop" icon="blocked">
          {state.why}
        </Note>
      );
    case 'read':
      return file.payments.length === 0 ? (
        <Note tone="unk" icon="unk">
          No payment was found in it.
        </Note>
      ) : null;
  }
}

function Ways({ file }: { file: EraFileView }) {
  const name = ` ${fileName(file)}`;
  return (
    <div className="lks">
      {file.state.is === 'reading' && (
        <Act intent={{ do: 'cancel-file', file: file.id }} look="link" more={` reading${name}`}>
          Cancel
        </Act>
      )}
      {file.state.is === 'refused' && file.state.again && (
        <Act intent={{ do: 'again-file', file: file.id }} look="link" icon="reread" more={` to read${name}`}>
          Try again
        </Act>
      )}
      {file.state.is === 'refused' && (
        <Act intent={{ do: 'choose-files' }} look="link" icon="page">
          Choose another
        </Act>
      )}
      {file.state.is !== 'reading' && (
        <Act intent={{ do: 'forget-file', file: file.id }} look="link" more={name}>
          Forget this file
        </Act>
      )}
    </div>
  );
}

function Payments({ payments }: Pick<EraFileView, 'payments'>) {
  const [all, setAll] = useState(false);
  const shown = payments.slice(0, all ? MOST_PAYMENTS : FIRST_PAYMENTS);
  const left = payments.length - shown.length;
  return (
    <>
      <ul className="steplist inset pays">
        {shown.map((payment) => (
          <EraPaymentRow key={payment.index} payment={payment} />
        ))}
      </ul>
      {left > 0 && all && <p className="note">{`${count(left, 'more payment')}. The search finds their claims.`}</p>}
      {left > 0 && !all && (
        <button type="button" className="lk" onClick={() => setAll(true)}>
          {`Show ${left.toLocaleString('en-US')} more`}
          <span className="sr"> payments</span>
        </button>
      )}
    </>
  );
}

/** One remittance file: its payments, what was found wrong in it, and the way to forget it. */
export function EraFileCard({ file }: { file: EraFileView }) {
  const { payments } = file;
  const isTest = payments.some(({ test }) => test);
  return (
    <section className="sec">
      <div className="sechead">
        <h2>
          <FileName name={file.name} />
        </h2>
        <span className="count nw">{fileSize(file.bytes)}</span>
      </div>
      <State file={file} />
      {isTest && (
        <Note tone="stop" icon="blocked">{`${fileName(file)} is marked as a test. Do not post or bill from it.`}</Note>
      )}
      {file.droppedAgain !== undefined && (
        <Note tone="unk" icon="info">
          {file.droppedAgain === file.name
            ? 'It was dropped twice. It is read once.'
            : `It was dropped again as ${file.droppedAgain}. It is read once.`}
        </Note>
      )}
      {payments.length > 0 && <Payments payments={payments} />}
      <EraProblems file={file} isTestSaid={isTest} />
      <Ways file={file} />
    </section>
  );
}
