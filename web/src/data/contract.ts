/** The answers of the API, typed by its own contract; nothing of it is bundled. */
import type { z } from 'zod';
import type * as admin from '../../../src/api/contract/admin.js';
import type * as board from '../../../src/api/contract/board.js';
import type * as calendarFeed from '../../../src/api/contract/calendar-feed.js';
import type * as channels from '../../../src/api/contract/channels.js';
import type * as commandShapes from '../../../src/api/contract/commands.js';
import type * as desk from '../../../src/api/contract/desk.js';
import type * as documents from '../../../src/api/contract/documents.js';
import type * as files from '../../../src/api/contract/files.js';
import type * as forecast from '../../../src/api/contract/forecast.js';
import type * as itemShapes from '../../../src/api/contract/item-shapes.js';
import type * as notices from '../../../src/api/contract/notices.js';
import type * as planBooks from '../../../src/api/contract/plan-books.js';
import type * as pressed from '../../../src/api/contract/pressed.js';
import type * as planPacks from '../../../src/api/contract/plan-packs.js';
import type * as plans from '../../../src/api/contract/plans.js';
import type * as preview from '../../../src/api/contract/preview.js';
import type * as rehearsal from '../../../src/api/contract/rehearsal.js';
import type * as signIn from '../../../src/api/contract/sign-in.js';
import type * as submissions from '../../../src/api/contract/submissions.js';
import type * as waiting from '../../../src/api/contract/waiting.js';

/** What an endpoint answers with 200. */
type Ok<E extends { readonly answers: { readonly ok?: unknown } }> = E['answers']['ok'] extends z.ZodType
  ? z.output<E['answers']['ok']>
  : never;

export type Me = z.output<typeof signIn.me>;
export type Person = z.output<typeof signIn.person>;
export type PersonEntry = Ok<typeof admin.listPeople>['entries'][number];
export type Health = z.output<typeof admin.health>;
export type HealthFinding = Health['findings'][number];
export type Repair = Health['repairs']['latest'][number];
export type Channel = Ok<typeof channels.getChannel>['channel'];
export type ChannelGiven = z.input<typeof channels.setChannel.body>;
export type CalendarFeed = Ok<typeof calendarFeed.getCalendarFeed>;
export type NewCalendarFeed = z.output<typeof calendarFeed.createCalendarFeed.answers.created>;
export type PackVerdict = z.output<typeof planPacks.packVerdict>;
export type ImportedPack = z.output<typeof planPacks.importPack.answers.created>;
export type PlanEntry = Ok<typeof plans.listPlans>['entries'][number];
export type Plan = z.output<typeof plans.planPage>;
export type PlanClock = z.output<typeof plans.clockPage>;
export type PlanSummary = z.output<typeof plans.planSummary>;
export type Tally = z.output<typeof plans.tally>;
export type Board = z.output<typeof board.board>;
export type BoardItem = z.output<typeof board.boardItem>;
export type BoardListing = z.output<typeof board.boardListing>;
export type BoardSignature = z.output<typeof board.boardSignature>;
export type Trend = z.output<typeof board.trend>;
export type Unit = Ok<typeof plans.listUnits>['entries'][number];
export type ItemCard = z.output<typeof itemShapes.itemCard>;
export type Item = z.output<typeof itemShapes.itemPage>;
export type FormerItem = z.output<typeof itemShapes.formerItem>;
export type Milestone = Item['milestoneList'][number];
export type Measure = Item['measureList'][number];
export type AvailableCommand = Item['available'][number];
export type NextStep = z.output<typeof itemShapes.nextStep>;
export type Matter = z.output<typeof itemShapes.matter>;
export type HistoryEntry = z.output<typeof itemShapes.historyEntry>;
export type Desk = z.output<typeof desk.desk>;
export type DeskEntry = z.output<typeof desk.deskEntry>;
export type SendUp = Desk['sendUp'][number];
export type PressedPage = z.output<typeof pressed.pressedPage>;
export type PressedItem = z.output<typeof pressed.pressedItem>;
export type Notice = z.output<typeof notices.noticeEntry>;
export type OutgoingNotice = Ok<typeof notices.getOutgoing>['entries'][number];
export type DocumentEntry = z.output<typeof documents.documentEntry>;
export type Document = Ok<typeof documents.getDocument>;
export type UploadedFile = z.output<typeof files.uploadedFile>;
export type Submission = z.output<typeof submissions.submission>;
export type Advance = z.output<typeof rehearsal.advance>;
export type AdvanceSpan = Ok<typeof rehearsal.listAdvances>['entries'][number];
export type AdvanceEntry = z.output<typeof rehearsal.advanceEntry>;
export type PlanForecast = z.output<typeof forecast.planForecast>;
export type PlanWhatIf = z.output<typeof forecast.planWhatIf>;
export type CommandPreview = z.output<typeof preview.commandPreview>;
export type ItemForecast = z.output<typeof forecast.itemForecast>;
export type ItemWaiting = z.output<typeof waiting.itemWaiting>;
export type PlanWaiting = z.output<typeof waiting.planWaiting>;
export type Calendar = z.output<typeof planBooks.calendarInForce>;
export type MovesPreview = z.output<typeof planBooks.movesPreview>;
export type PolicyBook = Ok<typeof planBooks.listPolicies>;
export type PolicyEntry = PolicyBook['entries'][number];
export type OutageBook = Ok<typeof planBooks.listOutages>;
export type Outage = OutageBook['entries'][number];
export type Policy = z.output<typeof commandShapes.policy>;

export type { ItemCommandType } from '../../../src/api/contract/commands.js';
/** What a command's form must bring together. */
export type CommandBody<T extends commandShapes.ItemCommandType> = z.input<
  (typeof commandShapes.commandBodies)[T]
>;
export type { Light } from '../../../src/domain/light.js';
export type { Level } from '../../../src/domain/item.js';
export type { Role } from '../../../src/domain/people.js';

export interface Entries<T> {
  readonly entries: readonly T[];
}
export interface Page<T> extends Entries<T> {
  readonly next: string | null;
  readonly asOf: string;
}
