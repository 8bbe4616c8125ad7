/** A link to a part of the page finds it although the page's content came later than the address. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';

export const useAnchor = (): void => {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
};
