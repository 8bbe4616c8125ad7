/** For whom a deputy acts, in this tab only. */
const key = 'duzhan.acting-for';

export const actingFor = (): string | null => sessionStorage.getItem(key);

/** Everything on screen belongs to one post: another post means a new page. */
export const actFor = (person: string | null): void => {
  if (person === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, person);
  location.assign('/');
};
