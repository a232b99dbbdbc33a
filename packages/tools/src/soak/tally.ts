/** What became of all learners so far. */
export type Tally = {
  connections: number;
  resets: number;
  /** Letters that were read, right or wrong. */
  letters: number;
  /** Letters that nobody showed since the last acknowledged reset. */
  wrong: number;
  /** Pictures that were lost with a vision process, as the server said. */
  lostPictures: number;
  /** Other errors that the server told of; there should be none. */
  errors: number;
  /** Connections that the server refused or ended, and resets that it did not acknowledge in time; there should be none. */
  cutOff: number;
};

/** Nothing yet. */
export const emptyTally = (): Tally => ({
  connections: 0,
  resets: 0,
  letters: 0,
  wrong: 0,
  lostPictures: 0,
  errors: 0,
  cutOff: 0,
});
