import { factsIn } from '../facts';
import { talkFeatures, type Said, type View } from './talk';
import { logistic, logOdds, unpacked, type PackedTable, type Table } from './table';

/** A table for meetings, with how its log-odds become a confidence. */
export interface TalkTable extends PackedTable, View {
  /** From this log-odds of its own on, an utterance is held. */
  held: number;
  /** How much of the neighbours' log-odds is added when utterances are ranked. */
  share: number;
  slope: number;
  shift: number;
}

/** Utterances on each side whose log-odds lift one among its like. */
const LIFT = 3;
/** Log-odds of what lies outside the meeting. */
const OUTSIDE = -6;

/** One meeting as it is heard: who has spoken how much. */
export class Talk {
  private readonly words = new Map<string, number>();
  private most = '';

  said(text: string, speaker: string): Said {
    const count = (this.words.get(speaker) ?? 0) + text.split(' ').length;
    this.words.set(speaker, count);
    if (count > (this.words.get(this.most) ?? 0)) this.most = speaker;
    return { text, speaker, facts: factsIn(text), leads: this.most === speaker };
  }
}

/** Judges the utterances of one meeting by one table. */
export class Judge {
  private readonly table: Table;
  private readonly odds: number[] = [];

  constructor(private readonly learned: TalkTable) {
    this.table = unpacked(learned);
  }

  /** Utterances that must have been heard after one before it is judged. */
  get delay(): number {
    return this.learned.around + LIFT;
  }

  private own(said: readonly Said[], i: number): number {
    let odds = this.odds[i];
    if (odds === undefined) {
      talkFeatures(said, i, this.learned);
      this.odds[i] = odds = logOdds(this.table);
    }
    return odds;
  }

  /**
   * Confidence that the utterance at `i` is one: from 0.5 on by its own words, ordered within each half by
   * what is said around it too, for what matters is said over several utterances.
   */
  confidence(said: readonly Said[], i: number): number {
    const { held, share, slope, shift } = this.learned;
    const own = this.own(said, i);
    let sum = own;
    for (let d = 1; d <= LIFT; d++) {
      const before = i - d >= 0 ? this.own(said, i - d) : OUTSIDE;
      const after = i + d < said.length ? this.own(said, i + d) : OUTSIDE;
      sum += (share * (before + after)) / d;
    }
    const rank = logistic(slope * sum + shift);
    return own >= held ? 0.5 + rank / 2 : rank / 2;
  }
}
