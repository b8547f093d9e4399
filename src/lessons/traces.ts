/** The required traces of the lessons. Each is shown by a scene. */

export const traceIds = [
  ...(['T1', 'T2', 'T3', 'T4', 'T5', 'T5b', 'T6', 'T7', 'T8', 'T9', 'T10'] as const),
  ...(['T11a', 'T11b', 'T11c', 'T11d', 'T12', 'T13', 'T14', 'T15', 'T16', 'T17', 'T18'] as const),
  ...(['T19', 'T20', 'T21', 'T22', 'T23', 'T24', 'T25', 'T26', 'T27'] as const),
] as const;
export type TraceId = (typeof traceIds)[number];
