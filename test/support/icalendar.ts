/** Promise: iCalendar text taken apart by RFC 5545 itself: lines of 75 octets at most, folded, escaped. */

export type Component = Readonly<Record<string, string>>;

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));

/** Unescaped commas and semicolons part values; none of ours has more than one. */
const assertOneValue = (value: string): void => {
  if (/(?:^|[^\\])(?:\\\\)*[,;]/.test(value)) throw new Error(`more than one value: ${value}`);
};

const linesOf = (text: string): readonly string[] => {
  if (!text.endsWith('END:VCALENDAR\r\n')) throw new Error('the calendar does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare end of line: ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (line.includes('\ufffd')) throw new Error(`a character was cut: ${line}`);
  }
  return physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
};

const propertyOf = (line: string): readonly [string, string] => {
  const colon = line.indexOf(':');
  const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
  assertOneValue(value);
  return [name, unescaped(value)];
};

export interface ParsedCalendar {
  readonly properties: Component;
  readonly events: readonly Component[];
}

/** Properties by name with their parameters, as in `DTSTART;VALUE=DATE`. */
export const parseCalendar = (text: string): ParsedCalendar => {
  const lines = linesOf(text);
  const events: Component[] = [];
  const properties: (readonly [string, string])[] = [];
  let open: (readonly [string, string])[] | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') open = [];
    else if (line === 'END:VEVENT') {
      events.push(Object.fromEntries(open ?? []));
      open = null;
    } else (open ?? properties).push(propertyOf(line));
  }
  return { properties: Object.fromEntries(properties), events };
};
