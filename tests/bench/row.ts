/** One line of the table that `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  /** Absent where the figure is for information. */
  readonly budget?: string;
  readonly isWithin?: boolean;
}
