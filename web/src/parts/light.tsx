/** A light is a colour, a word and a shape, always all three. */
import type { ReactNode } from 'react';
import type { Light } from '../data/contract';
import { text } from '../text';
import styles from './light.module.css';

/** Grey says three things, blue two. */
export type LightShape = Light | 'unstarted' | 'terminated' | 'closed';

const paths: Readonly<Record<LightShape, ReactNode>> = {
  green: <circle cx="6" cy="6" r="5.2" fill="currentColor" />,
  yellow: <path d="M6 1.2 11.3 10.8H.7z" fill="var(--yellow)" stroke="currentColor" strokeWidth="1" />,
  red: <path d="M.6.6h10.8v10.8H.6z" fill="currentColor" />,
  grey: <path d="M1.8 1h3v10h-3zM7.2 1h3v10h-3z" fill="currentColor" />,
  unstarted: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  terminated: (
    <path d="M1.8 1.8l8.4 8.4M10.2 1.8l-8.4 8.4" stroke="currentColor" strokeWidth="2" fill="none" />
  ),
  blue: <path d="M.9 6.4 4.5 10 11.1 2.4" stroke="currentColor" strokeWidth="2" fill="none" />,
  closed: <path d="M.9 4.4 4.5 8 11.1.8M.6 11.2h10.8" stroke="currentColor" strokeWidth="1.8" fill="none" />,
};

const colours: Readonly<Record<LightShape, Light>> = {
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  grey: 'grey',
  unstarted: 'grey',
  terminated: 'grey',
  blue: 'blue',
  closed: 'blue',
};

/** What an item's light looks like, given where its life stands. */
export const shapeOf = (item: { readonly light: Light; readonly lifecycle: string }): LightShape => {
  if (item.lifecycle === 'closed') return 'closed';
  if (item.lifecycle === 'registered') return 'unstarted';
  return item.lifecycle === 'terminated' ? 'terminated' : item.light;
};

export const LightGlyph = ({ shape }: { readonly shape: LightShape }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    {paths[shape]}
  </svg>
);

export interface LightMarkProps {
  readonly shape: LightShape;
  /** Instead of the light's own word, such as 逾 9 日. */
  readonly word?: string;
  readonly large?: boolean;
}

export const LightMark = ({ shape, word, large = false }: LightMarkProps) => (
  <span className={[styles.light, styles[colours[shape]], large ? styles.large : ''].join(' ')}>
    <LightGlyph shape={shape} />
    {word ?? text.parts.lights[shape]}
  </span>
);

/** Where there is no room for the word: the shape in its colour, the word for those who hear the page. */
export const LightSign = ({ shape }: { readonly shape: LightShape }) => (
  <span className={[styles.light, styles[colours[shape]]].join(' ')}>
    <LightGlyph shape={shape} />
    <span className="unseen">{text.parts.lights[shape]}</span>
  </span>
);
