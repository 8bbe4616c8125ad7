/** One's own due dates as a calendar that other programs subscribe to. */
import { instantShown } from './common.js';
import { endpoint, z } from './endpoint.js';

export const getCalendarFeed = endpoint('GET /me/calendar-feed', {
  id: 'getCalendarFeed',
  tag: 'sign-in',
  summary: 'Whether the caller has a calendar feed, and since when. Its address is never shown again.',
  access: 'signed_in',
  answers: {
    ok: z
      .object({ since: instantShown.nullable().openapi({ description: 'Null = there is none.' }) })
      .openapi('CalendarFeed'),
  },
});

export const createCalendarFeed = endpoint('POST /me/calendar-feed', {
  id: 'createCalendarFeed',
  tag: 'sign-in',
  summary:
    'Makes a secret address of the caller’s due dates, and tells it this once. An address made before ends.',
  access: 'see_plans',
  answers: { created: z.object({ url: z.string(), since: instantShown }).openapi('NewCalendarFeed') },
});

export const deleteCalendarFeed = endpoint('DELETE /me/calendar-feed', {
  id: 'deleteCalendarFeed',
  tag: 'sign-in',
  summary: 'Ends the calendar feed: its address answers nobody any more.',
  access: 'signed_in',
  answers: { empty: null },
});

export const getDueDates = endpoint('GET /calendar/{token}.ics', {
  id: 'getDueDates',
  tag: 'sign-in',
  summary: 'The due dates as iCalendar (RFC 5545), for whoever has the address: all-day, in plan time.',
  access: 'public',
  params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
  query: z.strictObject({ lang: z.enum(['zh', 'en']).default('zh') }),
  media: 'text/calendar',
  answers: { ok: 'file' },
});
