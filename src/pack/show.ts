/** A plan as one document, for programs and for a terminal. */
import { isBinding, type PlanDocument, type PlanIndicator, type PlanItem } from '../domain/plan.js';
import { chineseNumeral } from './source-text.js';

/** The whole pack; measures are texts, the n-th of item N has the id `N.n`. */
export const showJson = (plan: PlanDocument) => {
  const { sections, units, items, indicators, policy, ...head } = plan;
  return {
    plan: head,
    sections,
    units,
    items: items.map((item) => ({
      ...item,
      measures: item.measures.map(({ text }) => text),
      leaderInCharge: leaderOf(plan, item)?.id ?? null,
      binding: isBinding(plan, item),
    })),
    indicators,
    policy,
  };
};

export const showText = (plan: PlanDocument): string =>
  [head(plan), ...sectionTexts(plan), indicatorTexts(plan)].join('\n\n') + '\n';

const unitOf = (plan: PlanDocument, id: string) => plan.units.find((unit) => unit.id === id);

const leaderOf = (plan: PlanDocument, item: PlanItem) =>
  plan.leaders.find((leader) => leader.id === unitOf(plan, item.lead)?.leaderInCharge);

const head = ({ title, id, gloss, issuer, period, signedOn, publishedOn, policy }: PlanDocument): string =>
  [
    `${title} (${id})`,
    gloss,
    `${issuer}, ${period.from} to ${period.to}, signed ${signedOn}, published ${publishedOn}, policy version ${policy.version}`,
  ].join('\n');

const sectionTexts = (plan: PlanDocument): string[] =>
  plan.sections.map(({ number, title, gloss, items }) =>
    [
      `${chineseNumeral(number)}、${title} / ${gloss}`,
      ...plan.items.filter((item) => items.includes(item.number)).map((item) => itemText(plan, item)),
    ].join('\n\n'),
  );

const itemText = (plan: PlanDocument, item: PlanItem): string => {
  const name = (id: string): string => unitOf(plan, id)?.name ?? id;
  const coUnits = item.coUnits.length === 0 ? '' : `, with ${item.coUnits.map(name).join('、')}`;
  const indicators = item.indicators.length === 0 ? '' : `, indicators ${item.indicators.join(', ')}`;
  return [
    `  ${item.number}. ${item.title} / ${item.gloss}`,
    `     ${name(item.lead)}${coUnits}${indicators}${isBinding(plan, item) ? ', binding' : ''}`,
    ...item.measures.map(({ id, text }) => `     ${id.padEnd(6)}${text}`),
    ...item.milestones.map(
      ({ id, due, basis, weight, title, measures }) =>
        `     ${id.padEnd(4)}${due}  ${basis.padEnd(9)}${String(weight).padStart(3)} %  ${title} [${measures.join(' ')}]`,
    ),
  ].join('\n');
};

const indicatorTexts = ({ indicators }: PlanDocument): string =>
  ['Indicators', ...indicators.map(indicatorText)].join('\n');

const indicatorText = ({
  number,
  name,
  comparator,
  value,
  unit,
  nature,
  kind,
  due,
  items,
}: PlanIndicator): string =>
  `  ${String(number).padStart(2)}. ${name} ${comparator} ${value} ${unit}, ${nature}, ${kind}, due ${due}, items ${items.join(', ')}`;
