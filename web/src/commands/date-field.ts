/** Days travel through a form as the API writes them. */
import dayjs, { type Dayjs } from 'dayjs';

export const dateField = {
  getValueProps: (value: unknown) => ({ value: typeof value === 'string' ? dayjs(value) : null }),
  normalize: (value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? undefined,
};
