/** Words as the program sees them; a word that falls apart into tokens has their forms joined. */
export class Words {
  /** A map from word to tokens, as Program.analyze gives it. */
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

  /** Empty for a word of several tokens: whatever those are, they are not parts of one word. */
  parts(word) {
    const tokens = this.tokens(word);
    return tokens.length === 1 ? tokens[0].parts : [];
  }
}
