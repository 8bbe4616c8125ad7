/** A name without what the plan adds in brackets, where there is no room for it. */
export const bareName = (name: string): string => name.replace(/[（(][^（(]*[）)]$/u, '').trim() || name;
