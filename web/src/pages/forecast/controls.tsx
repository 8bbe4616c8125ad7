/** How far to look, and at whose items. */
import { InputNumber, Segmented, Select } from 'antd';
import { useNarrow } from '../../parts/narrow';
import { text } from '../../text';
import type { Owners } from './course';
import styles from './controls.module.css';
import { mostDays, spans, useView } from './view';

export const Controls = ({ owners }: { readonly owners: Owners }) => {
  const { view, change } = useView();
  const narrow = useNarrow();
  const units = new Map([...owners.values()].map(({ unit }) => [unit.id, unit.name]));
  const isUsual = (spans as readonly number[]).includes(view.days);
  return (
    <div className={styles.controls}>
      <Segmented
        size={narrow ? 'large' : 'middle'}
        aria-label={text.forecast.span}
        options={spans.map((days) => ({ value: days, label: text.forecast.days(days) }))}
        value={isUsual ? view.days : 0}
        onChange={(days) => change({ days: String(days), week: null })}
      />
      <InputNumber
        aria-label={text.forecast.otherSpan}
        className={styles.span ?? ''}
        placeholder={text.forecast.otherSpan}
        min={1}
        max={mostDays}
        precision={0}
        value={isUsual ? null : view.days}
        changeOnWheel={false}
        onBlur={({ target }) => {
          if (/^\d+$/.test(target.value)) change({ days: target.value, week: null });
        }}
        onPressEnter={({ currentTarget }) => {
          if (/^\d+$/.test(currentTarget.value)) change({ days: currentTarget.value, week: null });
        }}
      />
      {units.size > 1 && (
        <Select
          className={styles.unit ?? ''}
          aria-label={text.forecast.unit}
          value={view.unit ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: text.forecast.allUnits },
            ...[...units].map(([id, name]) => ({ value: id, label: name })),
          ]}
          onChange={(unit: string) => change({ unit: unit === '' ? null : unit })}
        />
      )}
    </div>
  );
};
