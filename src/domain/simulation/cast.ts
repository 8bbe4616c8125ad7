/** Who gives a scenario's command: the post it names, else the proper one, told from what any page of the item shows. */
import type { Case, Owner } from '../cases.js';
import type { CommandType } from '../commands.js';
import type { Lifecycle } from '../item.js';
import type { Actor, Rank, Role } from '../people.js';
import { mayGive } from '../rights.js';
import type { ScenarioPost } from './posts.js';
import { obstacleId, type Written } from './written.js';

const posts: Readonly<Record<ScenarioPost, { readonly role: Role; readonly rank: Rank | null }>> = {
  unit_officer: { role: 'unit_officer', rank: null },
  unit_head: { role: 'unit_head', rank: null },
  case_officer: { role: 'case_officer', rank: null },
  supervision_head: { role: 'supervision_head', rank: null },
  leader_in_charge: { role: 'leader', rank: 'deputy' },
  deputy_director: { role: 'leader', rank: 'deputy' },
  director: { role: 'leader', rank: 'director' },
};

/** As much of an item as decides who acts on it. */
export interface Situation {
  readonly lifecycle: Lifecycle;
  readonly unit: string;
  readonly coUnits: readonly string[];
  readonly cases: readonly Pick<Case, 'id' | 'kind' | 'subject' | 'owedBy' | 'unit'>[];
}

/** A post; of units, which one's. */
export interface Cast {
  readonly post: ScenarioPost;
  readonly unit: string | null;
}

const ownerPost: Readonly<Record<Owner, ScenarioPost>> = {
  unit: 'unit_head',
  co_unit: 'unit_head',
  case_officer: 'case_officer',
  supervision_head: 'supervision_head',
  leader_in_charge: 'leader_in_charge',
  director: 'director',
};

const decider = ({ cases }: Situation, kind: 'extension' | 'change', subject?: string): ScenarioPost => {
  const open = cases.find((c) => c.kind === kind && (subject === undefined || c.subject === subject));
  return open?.owedBy === 'supervision_head' ? 'supervision_head' : 'leader_in_charge';
};

const obstacleOf = ({ cases }: Situation, written: Written) =>
  cases.find(({ id }) => id === obstacleId(written));

/** The post that gives a command when the scenario names none: the highest that may, with rank enough for all. */
const properPost = (situation: Situation, type: CommandType, written: Written): ScenarioPost => {
  const roles = mayGive[type];
  if (type === 'returnClosing') return situation.lifecycle === 'completed' ? 'director' : 'case_officer';
  if (type === 'grantExtension' || type === 'refuseExtension')
    return decider(situation, 'extension', written.milestone);
  if (type === 'grantChange' || type === 'refuseChange') return decider(situation, 'change');
  if (type === 'answerObstacle')
    return ownerPost[obstacleOf(situation, written)?.owedBy ?? 'supervision_head'];
  if (roles.includes('unit_head')) return 'unit_head';
  if (roles.includes('case_officer')) return 'case_officer';
  return roles.includes('leader') ? 'director' : 'supervision_head';
};

/** Which unit's head or officer acts. A unit that is no co-unit countersigns as little as the lead unit does. */
const unitFor = (situation: Situation, type: CommandType, written: Written): string => {
  const { unit, coUnits } = situation;
  if (type === 'answerObstacle') return obstacleOf(situation, written)?.unit ?? unit;
  const named = type === 'countersign' ? written.unit : undefined;
  return named !== undefined && coUnits.includes(named) ? named : unit;
};

const isOfUnit = (post: ScenarioPost): boolean => post === 'unit_officer' || post === 'unit_head';

export const castFor = (situation: Situation, type: CommandType, written: Written): Cast => {
  // Of a drop, `by` names who grants it.
  const named = written.do === 'dropMilestone' && type === 'requestChange' ? undefined : written.by;
  const post = named ?? properPost(situation, type, written);
  return { post, unit: isOfUnit(post) ? unitFor(situation, type, written) : null };
};

/** One person for each post, told apart by name. */
export const actorOf = ({ post, unit }: Cast): Actor => ({
  ...posts[post],
  person: unit === null ? post : `${post} of ${unit}`,
  unit,
  onBehalfOf: null,
});
