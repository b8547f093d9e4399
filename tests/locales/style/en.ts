import type { Style } from './style.ts';

export default {
  maxWords: 22,
  captionMaxWords: 14,
  patterns: [
    // Who acts?
    { pattern: /\bwh(?:o|at|om|ich)ever\b/i, because: 'headless: name the one, or say “anyone who”' },
    {
      pattern: /\b(?:some|any|every|no)body\b/i,
      because: 'name who acts, or say someone, anyone, everyone, no one',
    },
    {
      pattern: /\b(?:in|on|to|of|with|by|from|for|under) (?:which|whom)\b(?! one)/i,
      because: 'split the sentence, or put the preposition last',
    },
    { pattern: /\bthe one (?:who|that|it)\b/i, because: 'name it' },
    {
      pattern: /^Who (?!am|is|are|has|gets|made|serves|answers|knows|else)/,
      because: 'headless: “a server that …”',
    },
    // Riddles and archaic forms
    { pattern: /\bfor want of\b|\blest\b|\bthereof\b/i, because: 'archaic' },
    {
      pattern: /\b(?:is|are|was|were) to (?!the\b|a\b)[a-z]/i,
      because: '“should”, “will”, or an imperative',
    },
    { pattern: /\bneed not\b|\bneedn’t\b/i, because: '“doesn’t have to”' },
    { pattern: /\ball the same\b/i, because: '“still”, or “anyway”' },
    { pattern: /(?:^|[.;] )(?:Had|Were) /, because: 'inversion: “if …”' },
    {
      pattern: /,? for (?:nothing|nobody|it|he|she|they|there) (?:was|were|is|has|had|makes)\b/i,
      because: '“because”',
    },
    { pattern: /\bto be seen\b|\bto come\b/i, because: 'say where, or when' },
    { pattern: /\bstill[.;,”]/i, because: 'postposed: “still has”, not “has … still”' },
    { pattern: /\bit is enough that\b|\bbe so\b/i, because: 'say what happens' },
    { pattern: /\bup to where\b/i, because: '“everything so far”' },
    { pattern: /\bcomes? into being\b|\bis no more\b/i, because: '“is created”, “is destroyed”' },
    { pattern: /\bcomes? to the same\b/i, because: '“has the same effect”' },
    { pattern: /\bof (?:a|its|their) own\b.*\bof (?:a|its|their) own\b/i, because: 'once is enough' },
    // The field’s words
    { pattern: /\bby (?:it|them)sel(?:f|ves)\b/i, because: '“automatically”, or “on its own”' },
    { pattern: /\bunder way\b/i, because: 'in flight, or in transit' },
    { pattern: /\b(?:is|are) well\b(?! formed)|\bwell again\b|\bfor dead\b/i, because: 'healthy, up, down' },
    { pattern: /\bproves? itself\b/i, because: 'session ID, token or cookie' },
    { pattern: /\bheard (?:of|nothing|the)\b|\bbelongs? together\b/i, because: 'received, knows, matches' },
    { pattern: /\bso many\b/i, because: 'a number, or “several”' },
    {
      pattern:
        /\bhas (?:this|that|the|everything|it)(?: [a-z]+){0,2} (?:remember|forget|keep|kept|forgotten|written)\b/i,
      because: 'causative: “stores”, “deletes”',
    },
    { pattern: /\bformer\b/i, because: 'previous' },
    { pattern: /\barticles\b/i, because: 'items' },
    { pattern: /\bevery second (?:time|request)\b/i, because: '“every other”, as in the lesson' },
    { pattern: /\b(?:copy|change) crashed\b/i, because: 'a node crashes; a copy is lost in a crash' },
    { pattern: /\ballows? that\b|\ballow that\b/i, because: '“allow … to”' },
    { pattern: /\bno machine “/i, because: 'a participant' },
    {
      pattern: /\backnowledgement|\bneighbor|\bgray\b|\bcanceled\b/i,
      because: 'one spelling: acknowledgment, neighbour, grey, cancelled',
    },
    { pattern: /[\d…] %/, because: 'no space before %' },
    // Two pictures and no more: a session is a note, a signed token is a wristband.
    {
      pattern:
        /\b(?:shel(?:f|ves)|doors?|coats?|cloakrooms?|notebooks?|tickets?(?! resumption)|postcards?|receipts?)\b/i,
      because: 'a third picture: a session is a note, a signed token is a wristband',
      allowedIn: /^locales\/en\/(?:cards|glossary)\.ts/,
    },
    {
      pattern: /\b(?:room|key) (?:is|to|and) (?:there|what|its|the)\b|\bright key\b/i,
      because: 'a third picture',
    },
    {
      pattern: /\bclerks?\b|\bin a box\b/i,
      because: 'a third picture: a session is a note, a signed token is a wristband',
    },
    {
      pattern: /\b(?:this|long|customer’s|leave a) note\b|^Note, …/i,
      because: 'a session is a note, so the text that a customer leaves is a message',
    },
    { pattern: /\boldest\b/i, because: 'a store evicts what was least recently used' },
    { pattern: /\brefresh token is valid once\b(?<!rotation.*)/i, because: 'only with rotation' },
    // As people speak
    {
      pattern: /\b(?:cannot|(?:can|do|does|did|is|are|was|were|has|have|had|will|would|could|should) not)\b/i,
      because: 'contract it',
    },
    {
      pattern: /\b(?:it|there|that) is (?!and\b|or\b|now\b|here\b|up\b|none\b)[a-z]/i,
      because: 'contract it',
    },
    { pattern: /\b(?:they|you|we) (?:are|have) [a-z]+(?:ed|ing)\b/i, because: 'contract it' },
  ],
} satisfies Style;
