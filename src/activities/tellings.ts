/** Promise: what events give rise to (notices, numbered documents, uses of files, audit) is derived from them alone. */
import { documentFor } from '../domain/documents.js';
import type { ItemEvent } from '../domain/events.js';
import { noticesFor } from '../domain/notices.js';
import { type Outcome } from '../domain/settle.js';
import { rulesFor, type Context } from '../domain/context.js';
import type { ItemState } from '../domain/item.js';
import { toldOf } from '../domain/told.js';
import { addresseesOf, postsOf, type Audience } from '../store/audience.js';
import type { AuditEntry } from '../store/audit.js';
import { factOf } from '../store/events.js';
import type { NewDocument } from '../store/documents.js';
import type { FileUse } from '../store/files.js';
import type { ItemHead } from '../store/items.js';
import type { NewNotice, Outgoing } from '../store/notices.js';
import type { Member } from '../store/people.js';
import type { PlanKind } from '../store/plans.js';
import type { Submission } from '../store/submissions.js';

/** An item after settling, with what happened to it. */
export interface Happened {
  readonly head: ItemHead;
  readonly kind: PlanKind;
  readonly state: ItemState;
  readonly events: readonly ItemEvent[];
  readonly context: Context;
}

export const isTold = (event: ItemEvent): boolean => toldOf(event).to.length > 0;

const outgoingTo = (kind: PlanKind, person: Member | undefined): Outgoing => {
  if (kind === 'rehearsal') return 'suppressed';
  return person?.isReachable ? 'pending' : 'unaddressed';
};

export const noticesOfItem = (
  { head, kind, state, events, context }: Happened,
  audience: Audience,
): NewNotice[] => {
  const posts = postsOf(state, audience);
  const people = addresseesOf(audience);
  const delivery = rulesFor(state, context);
  return events.flatMap((event) =>
    noticesFor(event, posts, people, delivery).map((notice) => ({
      dedupeKey: `${head.id}/${event.seq}/${notice.person}`,
      planId: head.planId,
      itemId: head.id,
      unitId: state.unit,
      eventSeq: event.seq,
      personId: notice.person,
      toldAs: notice.as,
      insteadOf: notice.instead,
      class: notice.class,
      kind: event.type,
      at: event.at,
      deliverAt: notice.deliverAt,
      gathersUntil: notice.gathersUntil,
      payload: factOf(event),
      outgoing: outgoingTo(
        kind,
        audience.people.find(({ id }) => id === notice.person),
      ),
    })),
  );
};

export const documentsOfItem = ({ head, state, events }: Happened): NewDocument[] =>
  events.flatMap((event) => {
    const kind = documentFor(event);
    if (kind === null) return [];
    const fields = { ...factOf(event), item: head.number, title: head.title, unit: state.unit };
    const { planId, id: itemId } = head;
    return [
      { planId, kind, itemId, unitId: state.unit, eventSeq: event.seq, issuedAt: event.recordedAt, fields },
    ];
  });

export const usesOfItem = ({ head, state, events }: Happened): FileUse[] =>
  events.flatMap((event) => {
    if (event.type !== 'evidenceSubmitted' && event.type !== 'rectificationPlanSubmitted') return [];
    const milestoneId = event.type === 'evidenceSubmitted' ? event.milestone : null;
    const { planId, id: itemId } = head;
    return event.files.map((uploadId) => ({
      itemId,
      eventSeq: event.seq,
      uploadId,
      planId,
      unitId: state.unit,
      milestoneId,
    }));
  });

/** One entry for each decision and one for each thing the clock brought about. */
export const auditOfItem = (
  { head, events }: Happened,
  decided: readonly { readonly submission: Submission; readonly outcome: Outcome; readonly at: number }[],
): AuditEntry[] => {
  const ofItem = { planId: head.planId, itemId: head.id };
  return [
    ...decided.map(({ submission, outcome, at }) => ({
      ...ofItem,
      actor: submission.actor,
      action: submission.type,
      submissionId: submission.id,
      at,
      detail: outcome,
    })),
    ...events
      .filter((event) => 'key' in event && event.key !== undefined && event.submission === null)
      .map((event) => ({
        ...ofItem,
        actor: null,
        action: event.type,
        submissionId: null,
        at: event.recordedAt,
        detail: { seq: event.seq, key: 'key' in event ? event.key : null },
      })),
  ];
};
