import { isOpen } from '../lookups/lookup';
import type { PatientFile } from './session';
import { entry, type SessionState } from './state';

/** `storage.session` has 10 MB for everything; a character may take two bytes. */
const ROOM = { patients: 20, characters: 3_000_000 };

const sizes = new WeakMap<PatientFile, number>();

const sizeOf = (file: PatientFile): number => {
  const size = sizes.get(file) ?? JSON.stringify(file).length;
  sizes.set(file, size);
  return size;
};

/** Patients that a tab shows now, or that a lookup works for: never let go. */
const inUse = (state: SessionState): Set<string> =>
  new Set([
    ...Object.values(state.tabs).flatMap((tab) => Object.values(tab.frames).flatMap((frame) => frame.patient ?? [])),
    ...state.lookups.filter(isOpen).map((lookup) => lookup.claim.patient),
  ]);

/** Lets the patients go that were not touched for longest, until what stays has room. The same state where all has. */
export const evict = (state: SessionState, room = ROOM): SessionState => {
  const used = inUse(state);
  const latestFirst = Object.keys(state.patients).sort(
    (a, b) =>
      Number(used.has(b)) - Number(used.has(a)) ||
      (entry(state.patients, b)?.touchedAt ?? 0) - (entry(state.patients, a)?.touchedAt ?? 0),
  );
  let characters = 0;
  const stay = latestFirst.filter((key, i) => {
    const file = entry(state.patients, key);
    if (!file) return false;
    const fits = i < room.patients && characters + sizeOf(file) <= room.characters;
    if (fits || used.has(key)) characters += sizeOf(file);
    return fits || used.has(key);
  });
  if (stay.length === latestFirst.length) return state;
  return {
    ...state,
    patients: Object.fromEntries(stay.flatMap((key) => (state.patients[key] ? [[key, state.patients[key]]] : []))),
  };
};
