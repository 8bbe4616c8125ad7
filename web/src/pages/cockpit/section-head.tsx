/** A section's name as the plan has it, with what in it is overdue or due soon; figures lead to their rows. */
import { Link } from 'react-router';
import type { Board } from '../../data/contract';
import { usePlan } from '../../data/session';
import { LightMark } from '../../parts/light';
import { grouped } from '../../parts/number';
import { text } from '../../text';
import { language } from '../../text/language';
import { useRowsLink } from './rows';
import styles from './section-head.module.css';

export interface SectionHeadProps {
  readonly board: Board;
  readonly number: number;
  /** There is room for the short name only. */
  readonly brief: boolean;
}

export const SectionHead = ({ board, number, brief }: SectionHeadProps) => {
  const linkTo = useRowsLink(board.past);
  const counts = board.sections.find((section) => section.number === number)?.tally.light;
  return (
    <h3 className={`${styles.head} ${brief ? styles.brief : ''}`}>
      <SectionName number={number} />
      <span className={styles.counts}>
        {counts &&
          (['red', 'yellow'] as const).map(
            (light) =>
              counts[light] > 0 && (
                <Link
                  key={light}
                  to={linkTo(light, number)}
                  aria-label={text.cockpit.sectionLight(counts[light], text.parts.lights[light])}
                >
                  <LightMark shape={light} word={grouped(counts[light])} />
                </Link>
              ),
          )}
      </span>
    </h3>
  );
};

export const SectionName = ({ number }: { readonly number: number }) => {
  const { plan } = usePlan();
  const section = plan.sections.find((one) => one.number === number);
  return (
    <>
      <b className={styles.numeral}>{text.cockpit.numeral(number)}</b>
      {section && (
        <>
          <span className={styles.long} title={section.title}>
            {language === 'zh' ? firstClause(section.title) : section.gloss}
          </span>
          <span className={styles.short}>{language === 'zh' ? section.short : section.gloss}</span>
        </>
      )}
    </>
  );
};

/** Section titles are a pair of clauses; the first one names the matter. */
const firstClause = (title: string): string => title.split(/[,，]/u)[0] ?? title;
