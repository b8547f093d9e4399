/** Sources of facts: primary documents, by name and section. */

export interface Source {
  readonly document: string;
  /** A number (`9.2.2`) or a heading; null for a document that has neither. */
  readonly section: string | null;
  readonly url: string;
}

export function rfc(number: number, section: string | null = null): Source {
  const url = `https://www.rfc-editor.org/rfc/rfc${number}.html`;
  return {
    document: `RFC ${number}`,
    section,
    url: section === null ? url : `${url}#section-${section}`,
  };
}

/** The successor of RFC 6265, in the words of its last draft. */
export function cookiesDraft(section: string): Source {
  return {
    document: 'RFC 6265bis (draft)',
    section,
    url: `https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-${section}`,
  };
}

export const restDissertation: Source = {
  document: 'Fielding, Architectural Styles and the Design of Network-based Software Architectures',
  section: '5.1.3',
  url: 'https://ics.uci.edu/~fielding/pubs/dissertation/rest_arch_style.htm#sec_5_1_3',
};

export const twelveFactorProcesses: Source = {
  document: 'The Twelve-Factor App',
  section: 'VI. Processes',
  url: 'https://12factor.net/processes',
};

export const redisSentinel: Source = {
  document: 'Redis: High availability with Redis Sentinel',
  section: 'Fundamental things to know about Sentinel before deploying',
  url: 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/',
};

export const parameterTampering: Source = {
  document: 'OWASP: Web Parameter Tampering',
  section: 'Description',
  url: 'https://owasp.org/www-community/attacks/Web_Parameter_Tampering',
};

export const lambdaStatelessness: Source = {
  document: 'AWS Lambda Operator Guide',
  section: 'Implementing statelessness in functions',
  url: 'https://docs.aws.amazon.com/lambda/latest/operatorguide/statelessness-functions.html',
};

const kubernetesPages = {
  'Pod Lifecycle': 'pods/pod-lifecycle',
  'Termination of Pods': 'pods/pod-termination',
  StatefulSets: 'controllers/statefulset',
} as const;

export function kubernetes(page: keyof typeof kubernetesPages): Source {
  return {
    document: 'Kubernetes documentation',
    section: page,
    url: `https://kubernetes.io/docs/concepts/workloads/${kubernetesPages[page]}/`,
  };
}

type CheatSheet =
  | 'Cross-Site Request Forgery Prevention'
  | 'HTML5 Security'
  | 'Input Validation'
  | 'JSON Web Token'
  | 'Session Management';

/** A cheat sheet by its title, and one of its headings. */
export function owasp(title: CheatSheet, section: string): Source {
  const page = `${title.replaceAll(' ', '_')}_Cheat_Sheet.html`;
  return {
    document: `OWASP ${title} Cheat Sheet`,
    section,
    url: `https://cheatsheetseries.owasp.org/cheatsheets/${page}#${anchorOf(section)}`,
  };
}

/** The cheat sheets' anchors are their headings in lower case, with hyphens. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
