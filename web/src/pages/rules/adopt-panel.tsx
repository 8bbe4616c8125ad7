/** Running items go over to a signed version: all or chosen ones, after what moves has been seen. */
import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useAnnounce } from '../../frame/announce';
import type { ItemCard, PolicyEntry } from '../../data/contract';
import { useWhole } from '../../data/query';
import { usePlan } from '../../data/session';
import { useSubmit } from '../../data/submit';
import { Panel, PanelBody } from '../../parts/panel';
import { plainTile } from '../../parts/tile-title';
import { text } from '../../text';
import { commandIn, Deciding } from './deciding';
import { MovesPanel } from './moves-panel';
import { usePreviewing } from './previewing';
import styles from './rules.module.css';

const said = text.rules.policy;

/** Null = all of them. */
type Chosen = readonly string[] | null;

export const AdoptPanel = ({ chosen: { version, available } }: { readonly chosen: PolicyEntry }) => {
  const { plan } = usePlan();
  const [items, choose] = useState<Chosen>(null);
  const path = `/plans/${plan.id}/policies/${version}/adoption`;
  const body = items === null ? {} : { items };
  const previewing = usePreviewing(`${path}/preview`, body);
  const submitting = useSubmit();
  const announce = useAnnounce();
  const apply = async (): Promise<void> => {
    if ((await submitting.send({ path, body })).state !== 'done') return;
    announce(said.adopted(version));
    previewing.reset();
  };
  return (
    <>
      <Panel title={`${said.adopt} ${said.version(version)}`}>
        <PanelBody>
          <p className={styles.say}>{said.adoptWhat}</p>
          <Choice items={items} choose={choose} />
          <Deciding
            previewing={previewing}
            submitting={submitting}
            command={commandIn(available, 'adoptPolicy')}
            apply={said.adoptApply}
            onApply={() => void apply()}
            incomplete={items?.length === 0}
          />
        </PanelBody>
      </Panel>
      {previewing.shown && <MovesPanel preview={previewing.shown} />}
    </>
  );
};

interface ChoiceProps {
  readonly items: Chosen;
  readonly choose: (items: Chosen) => void;
}

const Choice = ({ items, choose }: ChoiceProps) => {
  const { plan } = usePlan();
  const register = useWhole<ItemCard>(items === null ? null : `/plans/${plan.id}/items`);
  const options = (register.data?.entries ?? []).map(({ id, number, tile }) => ({
    value: id,
    label: `${number} ${plainTile(tile)}`,
  }));
  return (
    <>
      <Radio.Group
        aria-label={said.adopt}
        value={items === null ? 'all' : 'some'}
        onChange={({ target }) => choose(target.value === 'all' ? null : [])}
        options={[
          { value: 'all', label: said.adoptAll },
          { value: 'some', label: said.adoptSome },
        ]}
      />
      {items !== null && (
        <Select
          mode="multiple"
          className={styles.choice ?? ''}
          aria-label={said.choose}
          placeholder={said.choose}
          value={[...items]}
          onChange={choose}
          options={options}
          loading={register.isPending}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </>
  );
};
