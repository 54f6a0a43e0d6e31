import { useEffect, useState } from 'react';
import type { Adjudication } from '../lib/claim/era';
import type { EraClaimRow } from '../lib/era/files';
import { useServices } from './context';

export type Loaded = { is: 'loading' } | { is: 'read'; adjudication: Adjudication } | { is: 'failed'; why: string };

/** One claim of a file, read from it. */
export const useAdjudication = (row: EraClaimRow): Loaded => {
  const { remittances } = useServices();
  const [loaded, setLoaded] = useState<Loaded>({ is: 'loading' });
  useEffect(() => {
    let gone = false;
    const failed = (error: unknown) =>
      setLoaded({ is: 'failed', why: error instanceof Error ? error.message : 'The claim could not be read.' });
    remittances.adjudication(row).then(
      (adjudication) => !gone && setLoaded({ is: 'read', adjudication }),
      (error: unknown) => !gone && failed(error),
    );
    return () => {
      gone = true;
    };
  }, [remittances, row]);
  return loaded;
};
