import { describe, expect, it } from 'vitest';
import { calendarText, type DatedEntry } from '../../src/api/calendar-text.js';
import { namesOfNone, wordsOf, type Language } from '../../src/api/words/index.js';
import type { Case } from '../../src/domain/cases.js';
import type { Milestone } from '../../src/domain/item.js';
import { given, milestone } from '../domain/support/story.js';
import { parseCalendar, type ParsedCalendar } from '../support/icalendar.js';

const title = '规范，行政执法; 一, 二\\三';
const evidence = '盖章的报告👩‍👩‍👧‍👦，'.repeat(30);
const story = given({
  coUnits: ['U2'],
  milestones: [milestone('M5', '2022-12-31', { title, evidence })],
}).inProgress();
const submitted = story.give('2021-09-22T10:00', 'submitEvidence', { milestone: 'M5' });

const entry = (
  { state }: typeof story,
  { kind = 'live', cases = [] }: { kind?: 'live' | 'rehearsal'; cases?: readonly Case[] } = {},
  milestones: readonly Milestone[] = state.milestones,
): DatedEntry => ({
  milestones,
  cases,
  suspended: state.suspendedSince !== null,
  item: { id: 'plan-19', number: 19, title: '法治\n示范', changedAt: state.at, unit: '律师工作处' },
  plan: { short: '法治规划', kind },
  naming: namesOfNone,
});

const parsed = (entries: readonly DatedEntry[], language: Language = 'zh'): ParsedCalendar =>
  parseCalendar(
    calendarText(
      entries,
      entries.map(({ plan }) => plan),
      wordsOf[language],
      language,
    ),
  );

describe('a calendar', () => {
  it('says each due date as a day, with stable id, revision and facts, however long and however marked', () => {
    const { properties, events } = parsed([entry(story)]);
    expect(properties).toMatchObject({
      BEGIN: 'VCALENDAR',
      VERSION: '2.0',
      PRODID: '-//Duzhan//Duzhan//ZH',
      'X-WR-CALNAME': '督战 法治规划',
      'REFRESH-INTERVAL;VALUE=DURATION': 'PT1H',
    });
    expect(events).toEqual([
      {
        UID: 'plan-19/M5@duzhan',
        SEQUENCE: '0',
        DTSTAMP: expect.stringMatching(/^2021\d{4}T\d{6}Z$/) as string,
        'LAST-MODIFIED': events[0]?.['DTSTAMP'],
        'DTSTART;VALUE=DATE': '20221231',
        'X-MICROSOFT-CDO-ALLDAYEVENT': 'TRUE',
        'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT': 'TRUE',
        SUMMARY: '第19项 里程碑 M5 到期',
        TRANSP: 'TRANSPARENT',
        STATUS: 'CONFIRMED',
        DESCRIPTION: [
          '规划：法治规划',
          '事项：第19项 法治\n示范',
          '牵头单位：律师工作处',
          `里程碑：M5 ${title}`,
          `佐证要求：${evidence}`,
          '状态：未完成',
        ].join('\n'),
      },
    ]);
  });

  it('says the same in English', () => {
    const { properties, events } = parsed([entry(submitted)], 'en');
    expect(properties['X-WR-CALNAME']).toBe('Duzhan 法治规划');
    expect(events[0]?.['SUMMARY']).toBe('Item 19: milestone M5 due');
    expect(events[0]?.['DESCRIPTION']).toContain('Status: under review');
  });

  it('is the same text for the same facts, and keeps an id when its date moves', () => {
    const moved = story
      .give('2021-09-22T10:00', 'requestExtension', { milestone: 'M5', to: '2023-03-31' })
      .give('2021-09-23T10:00', 'grantExtension', { milestone: 'M5' });
    const text = () => calendarText([entry(story)], [], wordsOf.zh, 'zh');
    expect(text()).toBe(text());
    expect(parsed([entry(moved)]).events[0]).toMatchObject({
      UID: 'plan-19/M5@duzhan',
      SEQUENCE: '1',
      'DTSTART;VALUE=DATE': '20230331',
      'LAST-MODIFIED': '20210923T020000Z',
      DESCRIPTION: expect.stringContaining('最初到期日：2022-12-31') as string,
    });
  });

  it('says each term of a case by what it is and about what', () => {
    const { state } = submitted.until('2021-09-29');
    expect(parsed([entry(submitted.until('2021-09-29'), { cases: state.cases }, [])]).events).toMatchObject([
      {
        UID: 'plan-19/evidence_review/M5/1@duzhan',
        'DTSTART;VALUE=DATE': '20210928',
        SUMMARY: '第19项 佐证审核（M5） 到期',
        DESCRIPTION: expect.stringMatching(/起算日：2021-09-22\n已超过时限$/) as string,
      },
    ]);
  });

  it('is tentative while its item is suspended', () => {
    const suspended = story.give('2021-09-22T10:00', 'suspend', { until: '2021-12-31' });
    expect(parsed([entry(suspended)]).events[0]).toMatchObject({ STATUS: 'TENTATIVE' });
  });

  it('says in its name, and of each day, that it is a rehearsal', () => {
    const rehearsed = entry(story, { kind: 'rehearsal' });
    expect(parsed([rehearsed]).properties['X-WR-CALNAME']).toBe('督战 法治规划（演练）');
    expect(parsed([rehearsed]).events[0]?.['SUMMARY']).toBe('【演练】第19项 里程碑 M5 到期');
    expect(parsed([rehearsed, entry(story)]).properties['X-WR-CALNAME']).toBe('督战（含演练）');
  });

  it('without any date is a calendar still', () => {
    expect(parsed([])).toMatchObject({ properties: { 'X-WR-CALNAME': '督战' }, events: [] });
  });
});
