import { describe, expect, it } from 'vitest';
import { endsOf, ranked, type UnitOutcome } from '../../web/src/pages/cockpit/unit-rank';
import { orderIn, pressed, rowsFor, sorted } from '../../web/src/pages/units/unit-order';

const unit = (id: string, over: Partial<UnitOutcome> = {}): UnitOutcome => ({
  unit: { id, name: id },
  kind: 'division',
  items: 1,
  overdue: 0,
  listed: 0,
  accepted: 0,
  onTimeByFirstDue: 0,
  onTimeByCurrentDue: 0,
  returned: 0,
  daysOver: 0,
  ...over,
});
const ids = (units: readonly UnitOutcome[]) => units.map((one) => one.unit.id);

describe('the ranking of units', () => {
  it('puts the best share first and those with nothing accepted last', () => {
    const units = [
      unit('none'),
      unit('half', { accepted: 2, onTimeByFirstDue: 1 }),
      unit('all', { accepted: 1, onTimeByFirstDue: 1 }),
    ];
    expect(ids(ranked(units))).toEqual(['all', 'half', 'none']);
  });

  it('tells units of one share apart by what is overdue, then by returns', () => {
    const good = { accepted: 2, onTimeByFirstDue: 2 };
    const units = [
      unit('late', { ...good, overdue: 1 }),
      unit('returned', { ...good, returned: 1 }),
      unit('clean', good),
    ];
    expect(ids(ranked(units))).toEqual(['clean', 'returned', 'late']);
  });

  it('shows both ends of a long ranking and says how many stand between', () => {
    const units = Array.from({ length: 19 }, (_, index) => unit(String(index)));
    const ends = endsOf(units, 13);
    expect(ids(ends.first)).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(ends.between).toBe(7);
    expect(ids(ends.last)).toEqual(['13', '14', '15', '16', '17', '18']);
  });

  it('shows a short ranking whole', () => {
    const units = [unit('a'), unit('b')];
    expect(endsOf(units, 2)).toEqual({ first: units, between: 0, last: [] });
  });
});

describe('the order of the table', () => {
  it('is the share by the first due date, best first, unless the address says otherwise', () => {
    expect(orderIn(new URLSearchParams())).toEqual({ by: 'onTimeFirst', falling: true });
    expect(orderIn(new URLSearchParams('by=returned&falling=false'))).toEqual({
      by: 'returned',
      falling: false,
    });
    expect(orderIn(new URLSearchParams('by=logins'))).toEqual({ by: 'onTimeFirst', falling: true });
  });

  it('turns round when its column is pressed again and starts from the top in another', () => {
    expect(pressed({ by: 'overdue', falling: true }, 'overdue')).toEqual({ by: 'overdue', falling: false });
    expect(pressed({ by: 'overdue', falling: false }, 'listed')).toEqual({ by: 'listed', falling: true });
  });

  it('leaves units without a figure last whichever way it runs', () => {
    const rows = rowsFor([
      unit('none'),
      unit('bad', { accepted: 1 }),
      unit('good', { accepted: 1, onTimeByFirstDue: 1 }),
    ]);
    expect(ids(sorted(rows, { by: 'onTimeFirst', falling: true }))).toEqual(['good', 'bad', 'none']);
    expect(ids(sorted(rows, { by: 'onTimeFirst', falling: false }))).toEqual(['bad', 'good', 'none']);
  });
});
