/** The three figures a signature rests on, by kind; each comes from the API and leads to the item's own rows. */
import type { DeskEntry, Item } from '../../data/contract';
import { fieldOf } from '../../parts/recorded';
import { text } from '../../text';
import { askedBy, milestoneOf, type CaseKind, type Looked } from './kinds';

export interface Figure {
  readonly value: string;
  readonly label: string;
  /** Past a date: the one figure that may be red. */
  readonly overdue?: true;
}

const labels = text.sign.figures;
type FigureOf = (looked: Looked) => Figure;

const overdueDays = ({ steps }: Item): number =>
  Math.max(0, ...steps.map(({ kind, workingDays }) => (kind === 'evidence' ? workingDays.over : 0)));

const overdue: FigureOf = ({ item }) => {
  const days = overdueDays(item);
  return { value: String(days), label: labels.overdue, ...(days > 0 && { overdue: true as const }) };
};

const listed: FigureOf = ({ item }) => {
  if (item.listing) return { value: String(item.listing.workingDays), label: labels.listed };
  const urges = item.milestoneList.reduce((sum, milestone) => sum + milestone.urges, 0);
  return { value: String(urges), label: labels.urges };
};

const milestones: FigureOf = ({ item: { milestones: counted } }) => ({
  value: `${counted.accepted}/${counted.total}`,
  label: labels.milestones,
});

const measures: FigureOf = ({ item: { measures: counted } }) => ({
  value: `${counted.done + counted.struckOff + counted.waived}/${counted.total}`,
  label: labels.measures,
});

const onTime: FigureOf = ({ item }) => {
  const accepted = item.milestoneList.filter(({ status }) => status === 'accepted');
  return {
    value: `${accepted.filter((one) => one.onTime === true).length}/${accepted.length}`,
    label: labels.onTime,
  };
};

const toStrike: FigureOf = ({ item }) => ({ value: String(item.strikeOff.length), label: labels.toStrike });
const struck: FigureOf = ({ item }) => ({ value: String(item.measures.struckOff), label: labels.struck });
const open: FigureOf = ({ item }) => ({
  value: String(item.measureList.filter(({ status }) => status === 'open').length),
  label: labels.open,
});

const dayMs = 86_400_000;

const moreDays: FigureOf = (looked) => {
  const asked = askedBy(looked);
  const milestone = milestoneOf(looked);
  const to = asked && fieldOf(asked, 'to');
  const days = typeof to === 'string' && milestone ? (Date.parse(to) - Date.parse(milestone.due)) / dayMs : 0;
  return { value: String(days), label: labels.moreDays };
};

const granted: FigureOf = (looked) => ({
  value: String(milestoneOf(looked)?.extensionsGranted ?? 0),
  label: labels.granted,
});

const waiting: FigureOf = ({ entry }) => ({
  value: String(entry.workingDays.since ?? 0),
  label: labels.waiting,
});
const suspended: FigureOf = (looked) => ({ ...waiting(looked), label: labels.suspended });

const term = ({ workingDays: { left, over } }: DeskEntry): Figure =>
  over > 0
    ? { value: String(over), label: labels.late, overdue: true }
    : { value: String(left ?? 0), label: labels.left };
const termLeft: FigureOf = ({ entry }) => term(entry);

const byKind: Partial<Readonly<Record<CaseKind, readonly FigureOf[]>>> = {
  listing_signature: [overdue, listed, milestones],
  delisting_signature: [listed, milestones, measures],
  closing_signature: [milestones, measures, onTime],
  strike_off_signature: [toStrike, struck, open],
  extension: [moreDays, granted, overdue],
  change: [overdue, milestones, measures],
  suspension: [suspended, termLeft, milestones],
  obstacle: [waiting, termLeft, overdue],
};

const usual: readonly FigureOf[] = [waiting, termLeft, milestones];

export const figuresOf = (looked: Looked): readonly Figure[] =>
  ((looked.entry.case && byKind[looked.entry.case]) ?? usual).map((figure) => figure(looked));
