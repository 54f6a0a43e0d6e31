import { useCallback, useEffect, useRef, useState } from 'react';
import type { EraClaimRow, EraSearch } from '../lib/era/files';
import { useServices } from './context';

/** Rows are asked for in parts of this many. */
const PART = 100;
/** After so many milliseconds without a key, what she typed is looked for. */
const TYPED = 150;

interface Found {
  /** What was looked for. */
  key: string;
  total: number;
  parts: ReadonlyMap<number, readonly EraClaimRow[]>;
}

/**
 * The claims of the files that fit a search, a part at a time: a list of 200,000 is never held as a whole.
 * `need` asks for the rows of a range; `row` gives one that has come. `sign` changes where the files do.
 */
export const useFound = (search: EraSearch, sign: string) => {
  const { remittances } = useServices();
  const key = JSON.stringify([search, sign]);
  const [found, setFound] = useState<Found>();
  const latest = useRef(key);
  const asked = useRef(new Set<number>());

  const ask = useCallback(
    async (part: number) => {
      const turn = latest.current;
      if (asked.current.has(part)) return;
      asked.current.add(part);
      const [wanted] = JSON.parse(turn) as [EraSearch];
      try {
        const { total, rows } = await remittances.search(wanted, part * PART, PART);
        if (turn !== latest.current) return;
        setFound((before) => ({
          key: turn,
          total,
          parts: new Map(before?.key === turn ? before.parts : []).set(part, rows),
        }));
      } catch {
        // The reader of the files stopped, and the file's card says so.
        asked.current.delete(part);
      }
    },
    [remittances],
  );

  useEffect(() => {
    const begin = () => {
      latest.current = key;
      asked.current = new Set();
      void ask(0);
    };
    const timer = setTimeout(begin, latest.current === key ? 0 : TYPED);
    return () => clearTimeout(timer);
  }, [key, ask]);

  const need = useCallback(
    (first: number, last: number) => {
      for (let part = Math.floor(first / PART); part <= Math.floor(last / PART); part += 1) void ask(part);
    },
    [ask],
  );

  const row = (i: number): EraClaimRow | undefined => found?.parts.get(Math.floor(i / PART))?.[i % PART];
  return { key: found?.key, total: found?.total, row, need };
};
