/** Every file that was handed in, under the milestone it proves, to be fetched and checked. */
import { apiPath } from '../../data/client';
import type { Item, Milestone } from '../../data/contract';
import { sizeShown } from '../../data/upload';
import { dateOf } from '../../parts/dates';
import { Panel } from '../../parts/panel';
import { Empty } from '../../parts/states';
import { text } from '../../text';
import styles from './panels.module.css';

const said = text.closings;
type Piece = Item['evidence'][number];

export const EvidencePanel = ({ item }: { readonly item: Item }) => {
  const proven = item.milestoneList
    .map((milestone) => ({
      milestone,
      pieces: item.evidence.filter((one) => one.milestone === milestone.id),
    }))
    .filter(({ pieces }) => pieces.length > 0);
  return (
    <Panel title={said.evidence} count={item.evidence.length}>
      {proven.length === 0 && <Empty title={said.evidenceNone} />}
      {proven.map(({ milestone, pieces }) => (
        <Proof key={milestone.id} milestone={milestone} pieces={pieces} />
      ))}
    </Panel>
  );
};

const Proof = ({
  milestone,
  pieces,
}: {
  readonly milestone: Milestone;
  readonly pieces: readonly Piece[];
}) => (
  <section id={`evidence-${milestone.id}`} className={styles.proof}>
    <h3>
      <span className={styles.id}>{milestone.id}</span> {milestone.title}
    </h3>
    <p className="caption">{milestone.evidence}</p>
    <ul>
      {pieces.map(({ seq, at, file }) => (
        <li key={`${seq} ${file.id}`}>
          <a href={`${apiPath}/files/${file.id}`} download={file.name}>
            {file.name}
          </a>
          <span className="caption">
            {[dateOf(at), sizeShown(file.sizeBytes)].join(text.sign.comma)}
            {text.sign.comma}
            <span title={file.sha256}>SHA-256 {file.sha256.slice(0, 12)}…</span>
          </span>
        </li>
      ))}
    </ul>
  </section>
);
