import { createContext, use, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Intent } from './intent';
import type { Engine, Services } from './services';
import type { Panel, PanelState } from './store';

const PanelContext = createContext<Panel | undefined>(undefined);

export const PanelProvider = PanelContext.Provider;

const usePanel = (): Panel => {
  const panel = use(PanelContext);
  if (!panel) throw new Error('outside of the panel');
  return panel;
};

/** A part of the panel's state. `pick` must return something that stays the same while nothing changes. */
export const usePanelState = <T>(pick: (state: PanelState) => T): T => useStore(usePanel().store, pick);

export const useAct = (): ((intent: Intent) => void) => usePanel().act;
export const useEngine = (): Engine => usePanel().engine;
export const useServices = (): Services => usePanel().services;

/** The time now, moving once a second while `running`. */
export const useNow = (running: boolean): number => {
  const { now } = useServices();
  const [at, setAt] = useState(now);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setAt(now()), 1000);
    return () => clearInterval(timer);
  }, [running, now]);
  return at;
};
