/** What is known of answers before anything is known of a person: fitted by build/train/silence.mjs. */
export interface SilencePrior {
  /**
   * Natural log of the working hours an answer takes, when one comes: `spread` is its standard deviation, worth
   * `spreadWeight` answers of a person's own; `early` is the share that comes before work begins of what was sent outside
   * working hours. `person`, `corridor` and `kind` are how far these lie apart (standard deviations).
   */
  time: Weights & {
    spread: number;
    spreadWeight: number;
    early: number;
    person: number;
    corridor: number;
    kind: number;
  };
  /** Log-odds that an answer comes at all. */
  comes: Weights & { person: number; corridor: number; kind: number };
}

/** Effects of what is known the moment something is sent. */
export interface Weights {
  base: number;
  /** Times the log of the number of recipients. */
  recipients: number;
  /** It goes on with a conversation ("Re:"). */
  inReply: number;
  /** Sent when the taker was not at work. */
  offHours: number;
  /** Sent with less than an hour of the working day left. */
  lastHour: number;
  /** It asks something. */
  asks: number;
}

// Fitted numbers below: 1302 answers among 23257 waits between Enron employees, 1998 to 2002, a public
// record (released by the US Federal Energy Regulatory Commission). Written by build/train/silence.mjs.
export const PRIOR: SilencePrior = {
  time: {
    base: 0.284,
    recipients: 0.234,
    inReply: -0.372,
    offHours: 1.3,
    lastHour: -0.047,
    asks: 0.194,
    spread: 1.748,
    spreadWeight: 15.576,
    early: 0.392,
    person: 0.76,
    corridor: 0.1,
    kind: 0.368,
  },
  comes: {
    base: -2.62,
    recipients: -0.686,
    inReply: 0.51,
    offHours: -0.173,
    lastHour: -0.136,
    asks: 0.663,
    person: 0.549,
    corridor: 0.799,
    kind: 0.346,
  },
};
