/** Ticks every row of a list, or none where all are ticked. */
import { Checkbox } from 'antd';
import { text } from '../../text';
import type { Choosing } from './chosen';

interface ChooseAllProps {
  /** Of the items of all rows. */
  readonly ids: readonly string[];
  readonly choosing: Choosing;
}

export const ChooseAll = ({ ids, choosing }: ChooseAllProps) => {
  const all = ids.every((id) => choosing.ids.has(id));
  return (
    <Checkbox
      checked={all}
      indeterminate={!all && choosing.ids.size > 0}
      onChange={() => choosing.toggleAll(ids)}
      aria-label={text.office.queue.chooseAll}
    />
  );
};
