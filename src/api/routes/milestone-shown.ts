/** Milestones of an item's page, with the evidence handed in for them. */
import type { z } from 'zod';
import type { MilestoneExplanation } from '../../domain/explain.js';
import { isOverdue, type Milestone } from '../../domain/item.js';
import type { FileUse, Upload } from '../../store/files.js';
import type { itemPage } from '../contract/item-shapes.js';
import type { Names } from '../say.js';
import { shown, shownOrNull } from '../times.js';

type Page = z.input<typeof itemPage>;

export type Evidence = FileUse & Upload;

export const fileShown = ({ uploadId, name, sizeBytes, sha256, mediaType }: Evidence) => ({
  id: uploadId,
  name,
  sizeBytes,
  sha256,
  mediaType,
});

const submittedShown = ({ submitted }: Milestone, names: Names, evidence: readonly Evidence[]) =>
  submitted && {
    at: shown(submitted.at),
    inTime: submitted.inTime,
    by: { id: submitted.by, name: names.person(submitted.by) },
    files: submitted.files
      .flatMap((id) => evidence.find(({ uploadId }) => uploadId === id) ?? [])
      .map(fileShown),
  };

export const returnedShown = ({ returned }: Milestone) =>
  returned && { at: shown(returned.at), reason: returned.reason };

export const milestoneShown = (
  milestone: Milestone,
  explained: MilestoneExplanation | undefined,
  names: Names,
  evidence: readonly Evidence[],
): Page['milestoneList'][number] => ({
  id: milestone.id,
  title: milestone.title,
  evidence: milestone.evidence,
  due: milestone.due,
  firstDue: milestone.firstDue,
  basis: milestone.basis,
  weight: milestone.weight,
  measures: [...milestone.measures],
  status: milestone.status,
  confirmed: milestone.confirmed,
  light: explained?.light ?? 'grey',
  epoch: milestone.epoch,
  overdue: isOverdue(milestone),
  daysOverdue: explained?.daysOverdue ?? 0,
  workingDays: explained?.workingDays ?? { left: 0, over: 0 },
  marks: explained?.marks ?? 0,
  urges: milestone.urges,
  letters: milestone.letters,
  extensionsGranted: milestone.extensionsGranted,
  submitted: submittedShown(milestone, names, evidence),
  returned: returnedShown(milestone),
  endedAt: shownOrNull(milestone.endedAt),
  onTime: milestone.onTime,
});
