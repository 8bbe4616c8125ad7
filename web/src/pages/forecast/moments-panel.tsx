/** Every moment ahead, a week at a time: when, to which item, what, and who will be told. */
import { useState } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePlan } from '../../data/session';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { shortDate } from '../../parts/dates';
import { text } from '../../text';
import { byWeek, narrowed, type Forecast, type Owners } from './course';
import { MomentRow } from './moment-row';
import styles from './moments-panel.module.css';
import { useView } from './view';

/** Drawn before somebody asks for more: a whole year at once would be thousands of rows. */
const atFirst = 120;

export const MomentsPanel = ({
  forecast,
  owners,
}: {
  readonly forecast: Forecast;
  readonly owners: Owners;
}) => {
  const { pulse } = usePlan();
  const { view, address } = useView();
  const [more, setMore] = useState(false);
  const moments = narrowed(forecast.entries, view, owners);
  const weeks = byWeek(more ? moments : moments.slice(0, atFirst));
  const isNarrow = view.unit !== null || view.week !== null || view.show !== null;
  const all = <Link to={{ search: address({ unit: null, week: null, show: null }) }}>{text.frame.all}</Link>;
  return (
    <div id="ahead">
      <Panel
        title={text.forecast.happening}
        note={text.forecast.happeningNote(moments.length)}
        {...(isNarrow && { aside: all })}
      >
        {moments.length === 0 && <Empty title={text.forecast.quiet}>{text.forecast.quietHint}</Empty>}
        {weeks.map(({ week, moments: within }) => (
          <section key={week.id} aria-label={text.forecast.week(week.number)}>
            <h3 className={styles.head}>
              {text.forecast.weekFrom(shortDate(week.monday, pulse.today))}
              <span>{text.forecast.happeningNote(within.length)}</span>
            </h3>
            <ul>
              {within.map((moment) => (
                <MomentRow key={`${moment.item.id} ${moment.at}`} moment={moment} today={pulse.today} />
              ))}
            </ul>
          </section>
        ))}
        {!more && moments.length > atFirst && (
          <div className={styles.more}>
            <Button onClick={() => setMore(true)}>{text.frame.more}</Button>
          </div>
        )}
      </Panel>
    </div>
  );
};
