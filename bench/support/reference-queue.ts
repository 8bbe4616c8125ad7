/** The queue only the reference's worker listens to. */
export const referenceQueue = 'bench-reference';
