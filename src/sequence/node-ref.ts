/** How facts and words refer to a node. */
import type { roleOf } from '../simulation/cluster.ts';

/** A node by its role and its number among those of its role, from 1. */
export type NodeRef = ReturnType<typeof roleOf>;
export type Role = NodeRef['role'];
