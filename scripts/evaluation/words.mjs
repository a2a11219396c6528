// A word as the program sees it.

/** `analyses` as Program.analyze gives them; a word of several tokens has their forms joined. */
export class Words {
  constructor(analyses) {
    this.analyses = analyses;
  }

  tokens(word) {
    return this.analyses.get(word) ?? [];
  }

  folded(word) {
    return this.tokens(word).map(token => token.exact).join(' ');
  }

  stem(word) {
    return this.tokens(word).map(token => token.stem).join(' ');
  }

  /** The parts of a word that is one token; a word that falls apart is no compound to the program. */
  parts(word) {
    const tokens = this.tokens(word);
    return tokens.length === 1 ? tokens[0].parts : [];
  }
}
