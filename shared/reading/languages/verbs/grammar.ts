import type { Clause } from '../../clauses';
import type { Setting } from '../../cues';
import { bare, CMD, CMDF, HE, I, INF, SUBJ, WE, YOU, type Forms } from './forms';

/** The small words by which a language's grammar is read; all without accents. */
export interface Particles {
  /** May stand before a command: "por favor", "bitte", "poi". */
  skip: ReadonlySet<string>;
  /** A command is none with one of these behind it: a subject, "de". */
  notAfter: ReadonlySet<string>;
  /** Commands that are also nouns need one of these behind them: articles, pronouns. */
  determiners: ReadonlySet<string>;
  nouns: ReadonlySet<string>;
  /** "I". Where it is mostly left out the ending tells alone. */
  i: ReadonlySet<string>;
  iNeeded: boolean;
  /** After these a form in the first person is a noun: "el envío", "del pago". */
  noun: ReadonlySet<string>;
  we: ReadonlySet<string>;
  you: ReadonlySet<string>;
  toMe: ReadonlySet<string>;
  toYou: ReadonlySet<string>;
  /** Of able and willing, said of you. */
  modals: ReadonlySet<string>;
  /** Open a wish: "necesito", "vorrei". */
  wishes: ReadonlySet<string>;
  that: ReadonlySet<string>;
  /** Open what is not said by the sentence itself: "que", "si". */
  sub: ReadonlySet<string>;
  /** Before a name: "la Marta". */
  articles: ReadonlySet<string>;
  /** "my colleague" in one word. */
  colleague: ReadonlySet<string>;
  /** "now", "right away": make a present tense a promise. */
  soon: ReadonlySet<string>;
  not: ReadonlySet<string>;
  /** Formal verbs of handing over, in the first person. */
  sends: ReadonlySet<string>;
  /** Forms in the first person that promise nothing. */
  noDeeds: ReadonlySet<string>;
  /** Pronouns hung on a verb: "mándamelo". */
  enclitics: RegExp | undefined;
  /** The verb stands before its subject in questions and its particle at the end. */
  germanic: boolean;
  /** A final é is a participle or a past, not a present: "validé". */
  stressedPast: boolean;
}

/** What a clause is found to do. */
export interface Findings {
  commands: boolean;
  asksYou: boolean;
  /** Says what another can or will do: no more is asked by it. */
  tellsOther: boolean;
  wishes: boolean;
  joint: boolean;
  promises: boolean;
  otherPromises: boolean;
  /** Formally hands over: "le remito", "vi trasmettiamo". */
  hands: boolean;
  /** Opens with a noun that only looks like a command. */
  heading: boolean;
}

const NONE: Findings = {
  commands: false,
  asksYou: false,
  tellsOther: false,
  wishes: false,
  joint: false,
  promises: false,
  otherPromises: false,
  hands: false,
  heading: false,
};

interface Word {
  raw: string;
  cased: string;
  bare: string;
  kinds: number;
  /** "mándame": a pronoun hangs on the verb. */
  hung: boolean;
}

const WORD = /[\p{L}\p{N}]+'?/gu;
/** Prefixes that come back to the verb in the infinitive. */
const PREFIX =
  /^(?:ab|an|auf|aus|bei|durch|ein|fest|frei|her|heraus|hin|hoch|los|mit|nach|raus|rein|ruber|rueber|rum|runter|um|vor|vorbei|weg|weiter|zu|zuruck|zusammen|ruck|klar|bereit|bereit|unter|uber|wieder|teil|aan|af|bij|door|in|langs|mee|na|om|op|over|rond|terug|toe|uit|voor|vrij|goed)+(?:zu|ge)?(?=\p{L}{4})/u;

/** One language's grammar: its verb forms and small words, read once per clause. */
export class Grammar {
  private readonly read = new WeakMap<Clause, Findings>();

  constructor(
    private readonly forms: Forms,
    private readonly p: Particles,
  ) {}

  /** What the clause does; kept, for several cues ask. */
  of(clause: Clause, setting: Setting): Findings {
    let findings = this.read.get(clause);
    if (!findings) this.read.set(clause, (findings = this.study(clause, setting)));
    return findings;
  }

  private wordsOf(text: string): Word[] {
    return (text.match(WORD) ?? []).map((cased): Word => {
      const raw = cased.toLowerCase().normalize('NFC');
      const plain = bare(raw);
      if (this.p.stressedPast && /[éí]$/.test(raw) && raw !== 'dé')
        return { raw, cased, bare: plain, kinds: 0, hung: false };
      let kinds = this.forms.of(plain) || this.forms.of(plain.replace(/([aou])e/, '$1'));
      let hung = false;
      if (kinds === 0 && this.p.enclitics) {
        const ends = this.p.enclitics.exec(plain);
        const verb = ends ? this.forms.of(plain.slice(0, ends.index)) : 0;
        // "enviarte": an infinitive stays one, only commands are heard with "me".
        if (verb !== 0) [kinds, hung] = [verb & (CMD | CMDF | INF), true];
      }
      if (kinds === 0 && this.p.germanic) {
        const rest = plain.replace(PREFIX, '');
        if (rest !== plain) kinds = this.forms.of(rest) & INF;
      }
      return { raw, cased, bare: plain, kinds, hung };
    });
  }

  private study(clause: Clause, setting: Setting): Findings {
    const words = this.wordsOf(clause.headCased);
    if (words.length === 0) return NONE;
    return {
      commands: this.commands(words, clause),
      asksYou: this.asksYou(words, clause),
      tellsOther: this.tellsOther(words, clause),
      wishes: this.wishes(words),
      joint: this.joint(words, clause),
      promises: this.promises(words, clause, setting),
      otherPromises: this.otherPromises(words, clause, setting),
      hands: this.hands(words, clause, setting),
      heading: !clause.asks && this.heading(words),
    };
  }

  private has(words: readonly Word[], set: ReadonlySet<string>): boolean {
    return words.some((w) => set.has(w.bare));
  }

  /** The verb opens the clause in a form that commands. */
  private commands(words: readonly Word[], clause: Clause): boolean {
    const { p } = this;
    if (clause.subordinate) return false;
    const at = words.findIndex((w) => !p.skip.has(w.bare));
    const [verb, next] = [words[at], words[at + 1]];
    if (!verb || (verb.kinds & (CMD | CMDF)) === 0) return false;
    if (verb.hung) return (verb.kinds & (CMD | CMDF)) !== 0 && (verb.kinds & INF) === 0;
    if (!next || clause.asks) return false;
    if (p.germanic) {
      if ((verb.kinds & CMD) === 0) return p.you.has(next.bare) && !clause.asks;
      // "Schicke dir das morgen", "Prüfe das heute": I was left out.
      if (/e$/.test(verb.bare) && this.has(words, p.toYou)) return false;
    }
    if (p.notAfter.has(next.bare)) return false;
    if (p.germanic && /e$/.test(verb.bare) && next.bare === 'mich') return false;
    if (p.nouns.has(verb.bare) && !p.determiners.has(next.bare)) return false;
    return true;
  }

  private heading(words: readonly Word[]): boolean {
    const { p } = this;
    const [first, next] = words;
    return (
      first !== undefined &&
      p.nouns.has(first.bare) &&
      !p.determiners.has(next?.bare ?? '') &&
      !p.you.has(next?.bare ?? '') &&
      !p.i.has(next?.bare ?? '')
    );
  }

  private hands(words: readonly Word[], clause: Clause, setting: Setting): boolean {
    const { p } = this;
    if (clause.asks || clause.subordinate || setting.dated || setting.deadline) return false;
    return (
      words.some((w) => p.sends.has(w.bare)) && this.has(words, p.toYou) && !this.has(words, p.soon)
    );
  }

  /** "¿Me mandas…?", "Schickst du mir…?", "Puoi … mandare". */
  private asksYou(words: readonly Word[], clause: Clause): boolean {
    const { p } = this;
    if (clause.subordinate) return false;
    for (const [i, word] of words.entries()) {
      if (i > 0 && p.sub.has(words[i - 1]?.bare ?? '')) return false;
      if (p.modals.has(word.bare)) {
        const rest = words.slice(i + 1, i + (p.germanic ? 20 : 7));
        if (rest.some((w) => (w.kinds & INF) !== 0) && !this.has(words.slice(0, i), p.i))
          return true;
      }
      if (!clause.asks || (word.kinds & (YOU | HE)) === 0) continue;
      const [before, next] = [words[i - 1]?.bare ?? '', words[i + 1]?.bare ?? ''];
      if (p.germanic) {
        if (i <= 1 && p.you.has(next) && (word.kinds & (YOU | CMDF)) !== 0) {
          if (this.has(words, p.toMe) || words.length > 3) return true;
        }
      } else if (p.toMe.has(before)) return true;
      else if (before.length <= 3 && p.toMe.has(words[i - 2]?.bare ?? '')) return true;
      else if (p.toMe.has(next) && (word.kinds & YOU) !== 0) return true;
    }
    return false;
  }

  /** "Dan kan de styliste inkopen", "la estilista puede comprar": a noun or a name beside the modal is who can. */
  private tellsOther(words: readonly Word[], clause: Clause): boolean {
    const { p } = this;
    if (clause.asks || clause.subordinate || this.has(words, p.toMe)) return false;
    const at = words.findIndex((w) => p.modals.has(w.bare));
    if (at < 0 || this.commands(words, clause)) return false;
    // With the modal first it may be asked, marked or not: "Kan de factuur vandaag".
    if (words.slice(0, at).some((w) => p.sub.has(w.bare))) return false;
    // "Dan" may have been taken off the front.
    const [opener] = this.wordsOf(clause.lower);
    const inverted = at > 0 || (opener !== undefined && opener.bare !== words[0]?.bare);
    return (!p.germanic || inverted) && this.saysOther(words, at);
  }

  private saysOther(words: readonly Word[], modal: number): boolean {
    const { p } = this;
    const isName = (w: Word | undefined) =>
      w !== undefined &&
      /^\p{Lu}\p{Ll}/u.test(w.cased) &&
      w.kinds === 0 &&
      ![p.you, p.toYou, p.skip, p.i, p.we].some((set) => set.has(w.bare));
    if (p.germanic) {
      const next = words[modal + 1];
      return next !== undefined && (p.articles.has(next.bare) || isName(next));
    }
    const [article, noun] = [words[modal - 2], words[modal - 1]];
    return (
      (article !== undefined &&
        noun !== undefined &&
        (p.articles.has(article.bare) || p.noun.has(article.bare)) &&
        !p.you.has(noun.bare)) ||
      (modal > 1 && isName(noun))
    );
  }

  /** "Necesito que me confirmes", "vorrei che Lei rivedesse". */
  private wishes(words: readonly Word[]): boolean {
    const { p } = this;
    const at = words.findIndex((w) => p.wishes.has(w.bare));
    if (at < 0 || p.not.has(words[at - 1]?.bare ?? '')) return false;
    const that = words.findIndex((w, i) => i > at && i <= at + 4 && p.that.has(w.bare));
    const from = that >= 0 ? that + 1 : p.toMe.has(words[at + 1]?.bare ?? '') ? at + 2 : -1;
    if (from < 0) return false;
    return words.slice(from, from + 5).some((w) => (w.kinds & SUBJ) !== 0);
  }

  /** "Lo vemos mañana?", "Sprechen wir morgen?". */
  private joint(words: readonly Word[], clause: Clause): boolean {
    const { p } = this;
    if (!clause.asks || clause.subordinate) return false;
    return (
      words.some((w, i) => {
        if (i > 2 || (w.kinds & WE) === 0) return false;
        return p.germanic ? p.we.has(words[i + 1]?.bare ?? '') : true;
      }) || this.together(words)
    );
  }

  /** "On s'appelle demain ?": one stands for us, the verb in the third person. */
  private together(words: readonly Word[]): boolean {
    if (!this.p.we.has('on') || words[0]?.bare !== 'on') return false;
    return words.slice(1, 4).some((w) => (w.kinds & HE) !== 0);
  }

  /** A present tense of mine with a day, with "to you", with "right away". */
  private promises(words: readonly Word[], clause: Clause, setting: Setting): boolean {
    const { p } = this;
    if (clause.asks || clause.subordinate) return false;
    const toYou = this.has(words, p.toYou);
    if (!setting.dated && !toYou && !this.has(words, p.soon)) return false;
    for (const [i, word] of words.entries()) {
      const before = words[i - 1]?.bare ?? '';
      if (p.sub.has(word.bare) && i > 0 && !p.soon.has(word.bare)) return false;
      // "Wir schicken Ihnen am Montag …", "os enviamos el lunes": ours, for you, with a day.
      if ((word.kinds & WE) !== 0 && toYou && setting.dated) {
        const us = p.we.has(before) || p.we.has(words[i + 1]?.bare ?? '');
        if (us || !(p.germanic || p.iNeeded)) return true;
      }
      if ((word.kinds & I) === 0 || p.noDeeds.has(word.bare)) continue;
      if (p.noun.has(before) || (i === 0 && p.notAfter.has(words[1]?.bare ?? ''))) continue;
      if (p.germanic && i === 0 && /e$/.test(word.bare)) {
        return (
          !p.notAfter.has(words[1]?.bare ?? '') && (toYou || setting.dated) && !setting.deadline
        );
      }
      const near = [before, words[i + 1]?.bare ?? ''];
      const mine = near.some((w) => p.i.has(w)) || words.slice(0, i).some((w) => p.i.has(w.bare));
      if (p.iNeeded ? mine : i > 0 || words.length > 1) return true;
    }
    return false;
  }

  /** "Jana schickt es dir morgen": somebody else will, and it is for you. */
  private otherPromises(words: readonly Word[], clause: Clause, setting: Setting): boolean {
    const { p } = this;
    if (clause.asks || clause.subordinate || !this.has(words, p.toYou)) return false;
    if (!setting.dated && !this.has(words, p.soon)) return false;
    const verb = words.findIndex((w) => (w.kinds & HE) !== 0 && !p.colleague.has(w.bare));
    if (verb < 1 || verb > 5) return false;
    const subject = words.slice(0, verb).filter((w) => !p.toYou.has(w.bare) && !p.toMe.has(w.bare));
    if (subject.some((w) => p.i.has(w.bare) || p.we.has(w.bare) || p.sub.has(w.bare))) return false;
    if (subject.some((w) => p.colleague.has(w.bare))) return true;
    // A name: a capital that is not the first of a sentence, or first and no word known.
    const named = subject.filter((w) => !p.articles.has(w.bare));
    const [name] = named;
    return (
      named.length === 1 &&
      name !== undefined &&
      !(p.germanic && subject.length > 1) &&
      /^\p{Lu}\p{Ll}/u.test(name.cased) &&
      name.kinds === 0 &&
      !p.skip.has(name.bare) &&
      !p.notAfter.has(name.bare) &&
      !p.noun.has(name.bare) &&
      !p.you.has(name.bare) &&
      !p.soon.has(name.bare)
    );
  }
}
