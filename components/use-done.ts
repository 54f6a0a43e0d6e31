import { useState } from 'react';

/** What came of the last change, said where it was made; `undo` takes it back. */
export interface Done {
  text: string;
  undo?: () => Promise<void>;
}

/** One place that says what came of the last change. */
export const useDone = () => {
  const [done, setDone] = useState<Done>();
  /** Says it; with a way back, the focus goes there: what was pressed may be gone. */
  const say = (text: string, undo?: () => Promise<void>): void => setDone(undo ? { text, undo } : { text });
  const undo = async (): Promise<void> => {
    if (!done?.undo) return;
    const { text } = done;
    await done.undo();
    setDone({ text: `Undone: ${text}` });
  };
  return { done, say, undo };
};
