/** Words of the table of strategies, implemented once per language and loaded with it. */
export interface StrategiesText {
  readonly introduction: string;
  readonly strategy: string;
  readonly requests: string;
  readonly refused: string;
  readonly bytes: string;
  readonly roundTrips: string;
  readonly memory: string;
  /** One count per server. */
  perServer(counts: readonly number[]): string;
  /** Labelled with the strategy's name. */
  show(strategy: string): string;
  compareWith(strategy: string): string;
}
