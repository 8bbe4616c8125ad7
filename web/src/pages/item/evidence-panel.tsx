/** What was handed in for a milestone, version by version with its verdict, and where the next version is brought. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { Item, Matter, Milestone } from '../../data/contract';
import { shortDate, shortInstant } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import { text } from '../../text';
import { useChosen } from './chosen-milestone';
import { EvidenceDrop } from './evidence-drop';
import { FileLine } from './file-line';
import { verdictOf } from './verdict';
import { useIsWhole } from './whole-file';
import place from './item.module.css';
import styles from './evidence-panel.module.css';

const labels = text.item;

interface EvidenceProps {
  readonly item: Item;
  readonly matters: readonly Matter[];
}

export const EvidencePanel = ({ item, matters }: EvidenceProps) => {
  const { chosen } = useChosen(item);
  const isWhole = useIsWhole();
  if (!chosen) return null;
  if (isWhole) return <WholeEvidence item={item} matters={matters} />;
  const versions = versionsOf(matters, chosen);
  return (
    <Panel
      title={<span id="evidence">{labels.evidence}</span>}
      note={`${labels.evidenceOf(chosen.id)} ${chosen.title}`}
      className={place.evidence ?? ''}
    >
      <Milestones item={item} chosen={chosen} />
      <div className={styles.body}>
        {versions.length === 0 ? (
          <div>
            <Wanted milestone={chosen} />
            <Empty title={labels.noEvidence}>{labels.noEvidenceHint}</Empty>
          </div>
        ) : (
          <Versions key={chosen.id} item={item} milestone={chosen} versions={versions} />
        )}
        {item.former === null && <EvidenceDrop item={item} milestone={chosen} />}
      </div>
    </Panel>
  );
};

/** Newest first. */
const versionsOf = (matters: readonly Matter[], { id }: Milestone): readonly Matter[] =>
  matters.filter(({ kind, milestone }) => kind === 'evidence' && milestone === id);

/** Of every milestone every version. */
const WholeEvidence = ({ item, matters }: EvidenceProps) => (
  <Panel title={labels.evidence} className={place.evidence ?? ''}>
    {item.milestoneList.map((milestone) => (
      <WholeOf
        key={milestone.id}
        item={item}
        milestone={milestone}
        versions={versionsOf(matters, milestone)}
      />
    ))}
  </Panel>
);

const WholeOf = ({ item, milestone, versions }: VersionsProps) => (
  <div className={styles.each}>
    <h3>
      {milestone.id} {milestone.title}
    </h3>
    <Wanted milestone={milestone} />
    {versions.length === 0 && <p className={styles.by}>{labels.noEvidence}</p>}
    {versions.map((version, index) => (
      <div key={version.asked.seq}>
        <h4>{tabOf(version, versions.length - index, item.today)}</h4>
        <Version item={item} version={version} />
      </div>
    ))}
  </div>
);

/** Each milestone's evidence is a link away. */
const Milestones = ({ item, chosen }: { readonly item: Item; readonly chosen: Milestone }) => {
  const { address } = useChosen(item);
  return (
    <nav className={styles.milestones} aria-label={labels.chooseMilestone}>
      {item.milestoneList.map(({ id }) => (
        <Link
          key={id}
          to={address(id)}
          preventScrollReset
          aria-current={id === chosen.id ? 'true' : undefined}
          className={id === chosen.id ? styles.chosen : ''}
        >
          {id}
        </Link>
      ))}
    </nav>
  );
};

const Wanted = ({ milestone }: { readonly milestone: Milestone }) =>
  milestone.evidence === '' ? null : (
    <p className={styles.wanted}>
      <span>{labels.wanted}</span>
      {milestone.evidence}
    </p>
  );

interface VersionsProps {
  readonly item: Item;
  readonly milestone: Milestone;
  readonly versions: readonly Matter[];
}

const Versions = ({ item, milestone, versions }: VersionsProps) => {
  const [newest] = versions;
  const [seq, setSeq] = useState<number | null>(null);
  const shown = versions.find(({ asked }) => asked.seq === seq) ?? newest;
  if (!shown) return null;
  return (
    <div>
      <Tabs
        label={labels.versions}
        value={String(shown.asked.seq)}
        onChange={(value) => setSeq(Number(value))}
        options={versions.map((version, index) => ({
          value: String(version.asked.seq),
          label: tabOf(version, versions.length - index, item.today),
        }))}
      />
      <Wanted milestone={milestone} />
      <Version item={item} version={shown} />
    </div>
  );
};

const tabOf = (version: Matter, n: number, today: string): string => {
  const at = version.answered?.at ?? version.asked.at;
  return labels.versionOn(n, shortDate(at, today), verdictOf(version).word);
};

const Version = ({ item, version }: { readonly item: Item; readonly version: Matter }) => {
  const { asked, answered, files } = version;
  const fact = asked.fact as { readonly inTime?: boolean; readonly note?: string };
  const verdict = verdictOf(version);
  return (
    <>
      <p className={styles.by}>
        {labels.handedInBy(asked.who, shortInstant(asked.at, item.today))}
        {labels.pause}
        {fact.inTime === false ? labels.lateHandedIn : labels.inTime}
      </p>
      {fact.note !== undefined && fact.note !== '' && <p className={styles.by}>{fact.note}</p>}
      <ul className={styles.files}>
        {files.map((file) => (
          <FileLine key={file.id} file={file} verdict={verdict} />
        ))}
      </ul>
      {answered && (
        <p className={styles.answer}>
          <time dateTime={answered.at}>{shortInstant(answered.at, item.today)}</time>
          {labels.saidBy(answered.who, answered.text)}
        </p>
      )}
    </>
  );
};
