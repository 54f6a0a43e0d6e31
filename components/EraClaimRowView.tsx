import type { KeyboardEvent } from 'react';
import { formatMoney } from '../lib/claim/money';
import type { EraClaimRow } from '../lib/era/files';
import { EraClaimDetail } from './EraClaimDetail';
import { spanWords, statusWords } from './models/answer';
import type { ClaimItem } from './models/claims';
import { personName } from './models/patient';
import { capital, shown } from './models/text';
import { Unread } from './Unread';

interface RowProps {
  row: EraClaimRow | undefined;
  open: boolean;
  /** The list's tab stop. */
  stop: boolean;
  onStop: () => void;
  onKey: (event: KeyboardEvent) => void;
  onToggle: () => void;
  items: ClaimItem[];
}

/** `Okafor, Denise`, or what stands in for a name. */
export const nameOfRow = ({ last, first }: Pick<EraClaimRow, 'last' | 'first'>): string =>
  personName({ last, first, middle: '' }) || 'Patient not named';

/** One claim of a file as a row; open, it shows what the payer answered. */
export function EraClaimRowView({ row, open, stop, onStop, onKey, onToggle, items }: RowProps) {
  if (!row)
    return (
      <div className="row wait">
        <span className="sk" />
        <span className="sr">Not read yet</span>
      </div>
    );
  const days = row.from === null ? undefined : spanWords({ from: row.from, to: row.to ?? row.from });
  return (
    <>
      <button
        type="button"
        className="row erow"
        aria-expanded={open}
        tabIndex={stop ? 0 : -1}
        onClick={onToggle}
        onFocus={onStop}
        onKeyDown={onKey}
      >
        <span className="d nm any">
          <bdi>{nameOfRow(row)}</bdi>
        </span>
        <span className="amt n">{row.paid === null ? <Unread>not read</Unread> : formatMoney(row.paid)}</span>
        <span className="p any">
          {[days, row.controlNumber && `claim ${shown(row.controlNumber, 40)}`].filter(Boolean).join(' · ')}
        </span>
        <span className="p">
          {capital(statusWords(row.status))}
          {row.charge === null ? ', charge not read' : `, charge ${formatMoney(row.charge)}`}
        </span>
      </button>
      {open && <EraClaimDetail row={row} items={items} />}
    </>
  );
}
