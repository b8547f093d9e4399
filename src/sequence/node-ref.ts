/** References to nodes in facts and words. */
import type { roleOf } from '../simulation/cluster.ts';

/** A node by its role and its number within the role, from 1. */
export type NodeRef = ReturnType<typeof roleOf>;
export type Role = NodeRef['role'];
