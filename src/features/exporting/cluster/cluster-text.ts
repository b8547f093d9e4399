/** Words of the cluster's files and of their part of the export dialog, once per language, and lazy-loaded. */
import type { Balancer } from './cluster-plan.ts';
import type { LeftOut } from './left-out.ts';

export interface ClusterText {
  readonly introduction: string;
  readonly balancer: string;
  readonly balancerNames: Readonly<Record<Balancer, string>>;
  readonly files: string;
  readonly save: string;
  readonly saved: string;
  readonly failed: string;
  /** Shown for a run of TCP or UDP, which has no cluster. */
  readonly noCluster: string;

  readonly readme: {
    readonly title: string;
    /** Which strategy these files set up. */
    intro(strategy: string): string;
    readonly whatIsHere: string;
    /** What each file is, by the end of its path. */
    readonly fileNotes: Readonly<Record<'compose' | 'balancer' | 'server' | 'sessions', string>>;
    readonly start: string;
    readonly startNote: string;
    readonly exercise: string;
    readonly exerciseNote: string;
    readonly tokenNote: string;
    /** One client's cookies or token become another's. */
    readonly handOver: string;
    /** A fault without a command of its own. */
    noCommand(fault: string): string;
    /** A request that the servers don't answer, as method and path. */
    noRoute(what: string): string;
    readonly more: string;
    readonly faults: Readonly<Record<'die' | 'freeze' | 'thaw' | 'restart', string>>;
    readonly stop: string;
    readonly leftOut: string;
    readonly leftOutNotes: Readonly<Record<LeftOut, string>>;
  };
}
