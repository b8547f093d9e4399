/** A row of the table that `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  /** Absent for informational figures. */
  readonly budget?: string;
  readonly isWithin?: boolean;
}
