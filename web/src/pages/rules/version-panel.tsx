/** What a version says beside the one in force, and the leader's signature under it. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useAnnounce } from '../../frame/announce';
import type { PolicyEntry } from '../../data/contract';
import { usePlan } from '../../data/session';
import { useSubmit } from '../../data/submit';
import { ActingNote } from '../../parts/acting-note';
import { Panel, PanelBody } from '../../parts/panel';
import { PolicyDoubts } from '../../parts/policy-doubts';
import { text } from '../../text';
import { ComparisonTable } from './comparison-table';
import { commandIn, WhyNot } from './deciding';
import { compared, policyOf } from '../../parts/policy-fields';
import styles from './rules.module.css';

const said = text.rules.policy;

export interface VersionPanelProps {
  readonly chosen: PolicyEntry;
  readonly inForce: PolicyEntry;
}

export const VersionPanel = ({ chosen, inForce }: VersionPanelProps) => {
  const rows = compared(policyOf(inForce), policyOf(chosen));
  const differences = rows.filter(({ differs }) => differs);
  const [wanted, setWanted] = useState(true);
  const isAnother = chosen.version !== inForce.version;
  const onlyThese = isAnother && wanted && differences.length > 0;
  return (
    <Panel
      title={said.content(chosen.version)}
      {...(isAnother ? { note: said.against(inForce.version) } : {})}
      aside={
        isAnother &&
        differences.length > 0 && (
          <Checkbox checked={wanted} onChange={({ target }) => setWanted(target.checked)}>
            {said.onlyDifferences}
          </Checkbox>
        )
      }
    >
      {isAnother && (
        <p className={styles.tally}>
          {differences.length === 0 ? said.same : said.differences(differences.length)}
        </p>
      )}
      {chosen.doubts.length > 0 && (
        <PanelBody>
          <PolicyDoubts of={chosen} />
        </PanelBody>
      )}
      <ComparisonTable rows={onlyThese ? differences : rows} isComparison={isAnother} />
      {chosen.signedAt === null && <Sign chosen={chosen} />}
    </Panel>
  );
};

const Sign = ({ chosen: { version, available } }: Pick<VersionPanelProps, 'chosen'>) => {
  const { plan } = usePlan();
  const { sending, busy, send } = useSubmit();
  const announce = useAnnounce();
  const command = commandIn(available, 'signPolicy');
  const sign = async (): Promise<void> => {
    const path = `/plans/${plan.id}/policies/${version}/signature`;
    if ((await send({ path })).state === 'done') announce(said.signed_(version));
  };
  return (
    <PanelBody>
      <div className={styles.buttons}>
        <Button
          type="primary"
          loading={busy}
          disabled={command?.allowed !== true}
          onClick={() => void sign()}
        >
          {said.sign}
        </Button>
        <span className={styles.why}>{said.signWhat}</span>
      </div>
      <WhyNot command={command} />
      <ActingNote of={sending} />
    </PanelBody>
  );
};
