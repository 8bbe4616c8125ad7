/** Posts a scenario may name. */
export const scenarioPosts = [
  'unit_officer',
  'unit_head',
  'case_officer',
  'supervision_head',
  'leader_in_charge',
  'deputy_director',
  'director',
] as const;
export type ScenarioPost = (typeof scenarioPosts)[number];
