/** The value of a context that every view needs. */
import { type Context, useContext } from 'react';

/** @param name of what the provider provides, for the message where there's none. */
export function useProvided<Value>(context: Context<Value | null>, name: string): Value {
  const value = useContext(context);
  if (value === null) throw new Error(`There is no ${name} around this view.`);
  return value;
}
