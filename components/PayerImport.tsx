import { useId, useRef } from 'react';
import { count } from './models/text';
import { PayerColumns } from './PayerColumns';
import { PayerPreview } from './PayerPreview';
import type { Services } from './services';
import { usePayerImport } from './use-payer-import';

/** From a file to kept payers: choose, look at the columns, look at what comes of it, import, undo. */
export function PayerImport({ services }: { services: Services }) {
  const { state, choose, change, run, undo, cancel } = usePayerImport(services);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const isOpen = state.is === 'open';
  return (
    <>
      <input
        ref={chooser}
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        hidden
        aria-label="Payer list"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (file) void choose(file);
        }}
      />
      {!isOpen && (
        <div className="btns gap">
          <button type="button" className="btn" onClick={() => chooser.current?.click()}>
            Import a list (CSV or XLSX)
          </button>
        </div>
      )}
      <output>
        {state.is === 'reading' && `Reading ${state.name} …`}
        {state.is === 'undone' && `The import of ${state.name} was undone.`}
        {state.is === 'done' && `${count(state.payers, 'payer')} imported from ${state.name}.`}
      </output>
      {state.is === 'refused' && (
        <p className="late" role="alert">
          {state.why}
        </p>
      )}
      {state.is === 'done' && (
        <div className="lks">
          <button type="button" className="lk" onClick={() => void undo()}>
            Undo the import
          </button>
        </div>
      )}
      {isOpen && (
        <fieldset className="ask gap">
          <legend>{`Import ${state.name}`}</legend>
          <PayerColumns state={state} onChange={change} />
          <PayerPreview state={state} />
          <div className="btns">
            {state.conversion && state.conversion.counts.payers > 0 && (
              <button type="button" className="btn go" onClick={() => void run()}>
                Import {count(state.conversion.counts.payers, 'payer')}
              </button>
            )}
            <button type="button" className="btn" onClick={cancel}>
              Cancel
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}
