/**
 * Promise: a list holds exactly the items its reader may see. `maySee` of the domain is the rule; this is the same
 * rule as SQL, for lists too long to ask item by item.
 */
import { personsOf, type Actor } from '../../domain/people.js';

/** Who reads, and within which plan; `planId` null = any. */
export interface Viewer {
  readonly actor: Actor;
  readonly planId: string | null;
  /** The post a plan names: a leader's or a case officer's; a person without one is their own post. */
  readonly post: string;
}

/** A condition and its bindings, ready to be joined by AND. */
export interface Condition {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

export const condition = (sql: string, ...bindings: readonly unknown[]): Condition => ({ sql, bindings });

export const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || 'true',
  bindings: conditions.flatMap(({ bindings }) => bindings),
});

const byRole = ({ actor }: Viewer): Condition => {
  switch (actor.role) {
    case 'unit_officer':
    case 'unit_head':
      return condition('i.unit_id = ? OR ? = ANY(i.co_units)', actor.unit, actor.unit);
    case 'case_officer':
      return condition('i.case_officer IS NULL OR i.case_officer = ANY(?)', personsOf(actor));
    case 'supervision_head':
    case 'leader':
      return condition('true');
    case 'system_admin':
    case 'security_admin':
    case 'audit_admin':
      return condition('false');
  }
};

/** Items (`i`) the viewer may see. */
export const visible = (viewer: Viewer): Condition =>
  all([
    byRole(viewer),
    viewer.planId === null ? condition('true') : condition('i.plan_id = ?', viewer.planId),
  ]);

/** Nothing of the plan is hidden from the viewer, so that its items need not be asked one by one. */
export const seesAll = ({ actor, planId }: Viewer, plan: string): boolean =>
  (actor.role === 'supervision_head' || actor.role === 'leader') && (planId === null || planId === plan);

/** Open cases (`c`, of item `i` and its unit `u`) in which the viewer owes the next step. */
export const owedBy = (viewer: Viewer): Condition => {
  const { actor, post } = viewer;
  switch (actor.role) {
    case 'unit_officer':
    case 'unit_head':
      return condition(`c.owed_by IN ('unit', 'co_unit') AND c.unit_id = ?`, actor.unit);
    case 'case_officer':
      return condition(`c.owed_by = 'case_officer'`);
    case 'supervision_head':
      return condition(`c.owed_by = 'supervision_head'`);
    case 'leader':
      return actor.rank === 'director'
        ? condition(
            `c.owed_by = 'director' OR (c.owed_by = 'leader_in_charge' AND u.leader_in_charge = ?)`,
            post,
          )
        : condition(`c.owed_by = 'leader_in_charge' AND u.leader_in_charge = ?`, post);
    case 'system_admin':
    case 'security_admin':
    case 'audit_admin':
      return condition('false');
  }
};
