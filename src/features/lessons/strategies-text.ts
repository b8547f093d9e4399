/** The words of the table of strategies, implemented once a language and fetched with it. */
export interface StrategiesText {
  readonly introduction: string;
  readonly strategy: string;
  readonly requests: string;
  readonly refused: string;
  readonly bytes: string;
  readonly roundTrips: string;
  readonly memory: string;
  /** One server after the other. */
  perServer(counts: readonly number[]): string;
  /** By the strategy's name. */
  show(strategy: string): string;
  compareWith(strategy: string): string;
}
