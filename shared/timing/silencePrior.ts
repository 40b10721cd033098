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

// Fitted numbers
export const PRIOR: SilencePrior = {
  time: {
    base: -0.06,
    recipients: 0.1,
    inReply: -0.3,
    offHours: -0.2,
    lastHour: -0.8,
    asks: 0,
    spread: 1.95,
    spreadWeight: 20,
    early: 0.37,
    person: 0.6,
    corridor: 0.4,
    kind: 0.5,
  },
  comes: {
    base: -2.4,
    recipients: -0.9,
    inReply: 0.9,
    offHours: -0.2,
    lastHour: 0,
    asks: 1,
    person: 0.8,
    corridor: 0.6,
    kind: 0.6,
  },
};
