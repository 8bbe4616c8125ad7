/** Promise: a path says what is asked, in one way only. */
type Value = string | number | boolean | undefined | null;

/** A path with a query; what is not given is left out, a list is given several times. */
export const withQuery = (
  path: string,
  query: Readonly<Record<string, Value | readonly Value[]>>,
): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? (value as readonly Value[]) : [value as Value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
  const said = search.toString();
  return said === '' ? path : `${path}?${said}`;
};
