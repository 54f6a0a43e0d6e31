import { useEffect, useRef, useState } from 'react';

/** Where in the window a section begins to be the one that is read: a third from the top. */
const READ_AT = 1 / 3;

/** The last heading that has passed that line; at the end of the page the last of all. */
const sectionInView = (ids: readonly string[]): string | undefined => {
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1) return ids.at(-1);
  const line = clientHeight * READ_AT;
  const passed = ids.filter((id) => {
    const heading = document.getElementById(id);
    return heading !== null && heading.getBoundingClientRect().top <= line;
  });
  return passed.at(-1) ?? ids[0];
};

/** Which section of the page is read now: the one that was gone to, else by where the page is scrolled. */
export const useSection = (ids: readonly string[]): { current: string | undefined; go: (id: string) => void } => {
  const [current, setCurrent] = useState(ids[0]);
  const goingTo = useRef<string>(undefined);
  useEffect(() => {
    const look = () => {
      if (goingTo.current === undefined) setCurrent(sectionInView(ids));
    };
    const arrived = () => {
      goingTo.current = undefined;
    };
    document.addEventListener('scroll', look, { passive: true });
    document.addEventListener('scrollend', arrived);
    return () => {
      document.removeEventListener('scroll', look);
      document.removeEventListener('scrollend', arrived);
    };
  }, [ids]);
  const go = (id: string) => {
    goingTo.current = id;
    setCurrent(id);
  };
  return { current, go };
};
