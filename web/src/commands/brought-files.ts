/** Files dropped on a page, on their way to the form that opens for them: an address cannot carry them. */
let brought: readonly File[] = [];

export const bringFiles = (files: readonly File[]): void => {
  brought = files;
};

/** Taken by the first form that asks, once. */
export const takeBroughtFiles = (): readonly File[] => {
  const files = brought;
  brought = [];
  return files;
};
