/** Whether the time in transit of messages is drawn, as the reader chose. */
export type Transit = 'on' | 'off';
