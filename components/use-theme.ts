import { useLayoutEffect } from 'react';
import type { Settings } from './services';

/** Follows the system, or what Options fixed. */
export const useTheme = (theme: Settings['theme'] | undefined): void => {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    else delete dataset.theme;
  }, [theme]);
};
