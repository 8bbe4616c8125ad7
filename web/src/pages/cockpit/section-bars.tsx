/** A wall of very many items: each section as a bar of its lights, every figure leading to its rows. */
import { Link } from 'react-router';
import type { Board } from '../../data/contract';
import { LightMark } from '../../parts/light';
import { grouped } from '../../parts/number';
import { text } from '../../text';
import { lightOrder } from './light-order';
import { useRowsLink } from './rows';
import { SectionName } from './section-head';
import { SegmentBar } from './segment-bar';
import styles from './section-bars.module.css';

export const SectionBars = ({ board }: { readonly board: Board }) => {
  const linkTo = useRowsLink(false);
  return (
    <ul className={styles.list}>
      {board.sections.map(({ number, tally }) => (
        <li key={number} className={styles.section}>
          <h3 className={styles.name}>
            <SectionName number={number} />
            <span className={styles.total}>{text.cockpit.sectionItems(tally.items)}</span>
          </h3>
          <SegmentBar counts={tally.light} />
          <p className={styles.counts}>
            {lightOrder.map((light) => {
              const mark = (
                <LightMark
                  shape={light}
                  word={`${text.parts.lights[light]} ${grouped(tally.light[light])}`}
                />
              );
              return tally.light[light] === 0 ? null : board.past ? (
                <span key={light}>{mark}</span>
              ) : (
                <Link key={light} to={linkTo(light, number)}>
                  {mark}
                </Link>
              );
            })}
          </p>
        </li>
      ))}
    </ul>
  );
};
