/** One document on its sheet, as it is printed. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Document } from '../../data/contract';
import { useAnswer } from '../../data/query';
import { usePlan } from '../../data/session';
import { longDate } from '../../parts/dates';
import { useTitle } from '../../parts/page-head';
import { Shown } from '../../parts/states';
import { text } from '../../text';
import { language } from '../../text/language';
import { saidIn } from './fields';
import styles from './sheet.module.css';

const labels = text.office.documents;

export const Page = () => {
  const here = usePlan();
  const { document: id } = useParams();
  const found = useAnswer<Document>(`/documents/${id ?? ''}`);
  return (
    <>
      <nav className={styles.way}>
        <Link to={here.to('documents')}>{labels.all}</Link>
        <Button onClick={() => window.print()}>{text.frame.print}</Button>
      </nav>
      <Shown of={found} whole>
        {(document) => <Sheet document={document} />}
      </Shown>
    </>
  );
};

const Sheet = ({ document }: { readonly document: Document }) => {
  const here = usePlan();
  const { mark, title, item, unit, issuedOn, who, milestones, fields } = document;
  const note = saidIn(fields, 'note') || saidIn(fields, 'reason');
  useTitle(`${title} ${mark}`);
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <p className={styles.issuer}>{here.plan.issuer}</p>
        <p className={styles.mark}>{mark}</p>
        {here.plan.kind === 'rehearsal' && <p className={styles.rehearsed}>{labels.rehearsed}</p>}
      </header>
      <h1 className={styles.title}>
        {labels.about(item.number, item.title)}
        <span>{title}</span>
      </h1>
      <p className={styles.to}>{labels.to(unit.name)}</p>
      <p className={styles.text}>{document.text}</p>
      <dl className={styles.fields}>
        <Field label={labels.basis}>
          <Link to={here.to(`items/${item.id}`)}>
            {item.number} {item.title}
          </Link>
        </Field>
        {milestones.length > 0 && (
          <Field label={labels.milestones}>
            {milestones.map((milestone) => (
              <p key={milestone.id}>
                {milestone.id} {milestone.title}
              </p>
            ))}
          </Field>
        )}
        {note !== '' && <Field label={labels.requirement}>{note}</Field>}
      </dl>
      <footer className={styles.foot}>
        <p>{here.plan.issuer}</p>
        <p>{longDate(issuedOn, language)}</p>
        <p className="caption">{who}</p>
      </footer>
      <p className={styles.rule}>
        {labels.rule}{' '}
        <Link className="screen-only" to={here.to(`items/${item.id}#history`)}>
          {labels.record}
        </Link>
      </p>
    </article>
  );
};

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
