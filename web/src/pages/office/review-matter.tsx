/** What one decides on, by kind of case: one table, so that a new kind is a row. */
import type { ReactNode } from 'react';
import type { Milestone } from '../../data/contract';
import { fullInstant, shortDate } from '../../parts/dates';
import { text } from '../../text';
import { FileList } from './file-list';
import type { CaseKind } from './queue';
import { factOf, lastFact } from './review-facts';
import { Aside, Line, Said, type Looked } from './review-lines';
import { Breakdown, Change, Closing } from './review-requests';
import styles from './review.module.css';

const labels = text.office.review;

const milestoneOf = ({ entry, item }: Looked): Milestone | undefined =>
  item.milestoneList.find(({ id }) => id === entry.subject);

const Due = ({ milestone, today }: { readonly milestone: Milestone; readonly today: string }) => (
  <Line label={labels.due}>
    {shortDate(milestone.due, today)}
    {milestone.firstDue !== milestone.due && (
      <Aside>{labels.firstDue(shortDate(milestone.firstDue, today))}</Aside>
    )}
  </Line>
);

const Evidence = (looked: Looked) => {
  const milestone = milestoneOf(looked);
  const submitted = milestone?.submitted;
  const note = factOf(
    lastFact(looked.history, 'evidenceSubmitted', { milestone: looked.entry.subject }),
    'note',
  );
  if (!milestone) return null;
  return (
    <>
      <h3>{milestone.title}</h3>
      <dl className={styles.lines}>
        <Line label={labels.required}>{milestone.evidence}</Line>
        <Due milestone={milestone} today={looked.item.today} />
        {submitted && (
          <Line label={labels.submitted}>
            {labels.by(submitted.by.name, fullInstant(submitted.at))}
            <Aside>{submitted.inTime ? labels.inTime : labels.late}</Aside>
          </Line>
        )}
        {note !== '' && <Line label={labels.note}>{note}</Line>}
        <Line label={labels.files}>
          <FileList files={submitted?.files ?? []} />
        </Line>
      </dl>
    </>
  );
};

const Extension = (looked: Looked) => {
  const milestone = milestoneOf(looked);
  const asked = looked.item.extensions.find((one) => one.milestone === looked.entry.subject);
  const request = lastFact(looked.history, 'extensionRequested', { milestone: looked.entry.subject });
  if (!milestone || !asked) return null;
  return (
    <>
      <h3>{milestone.title}</h3>
      <dl className={styles.lines}>
        <Line label={labels.asked}>
          <b>{labels.extendTo(milestone.due, asked.to)}</b>
          {asked.late && <Aside>{labels.askedLate}</Aside>}
        </Line>
        <Due milestone={milestone} today={looked.item.today} />
        <Line label={text.commands.fields['reason'] ?? ''}>{factOf(request, 'reason')}</Line>
        <Line label={labels.submitted}>
          {request && labels.by(request.who, fullInstant(request.at))}
          <Aside>{labels.granted(milestone.extensionsGranted)}</Aside>
        </Line>
      </dl>
    </>
  );
};

const matters: Partial<Readonly<Record<CaseKind, (looked: Looked) => ReactNode>>> = {
  evidence_review: (looked) => <Evidence {...looked} />,
  extension: (looked) => <Extension {...looked} />,
  change: (looked) => <Change {...looked} />,
  decomposition_review: (looked) => <Breakdown {...looked} />,
  rectification_review: (looked) => (
    <Said looked={looked} type="rectificationPlanSubmitted" field="text" label={labels.plan} />
  ),
  obstacle: (looked) => (
    <Said
      looked={looked}
      type="obstacleRaised"
      field="text"
      label={labels.obstacle}
      fits={{ obstacle: looked.entry.id }}
    />
  ),
  closing_verification: (looked) => <Closing {...looked} />,
};

export const Matter = (looked: Looked) => (
  <section className={styles.matter}>{looked.entry.case && matters[looked.entry.case]?.(looked)}</section>
);
