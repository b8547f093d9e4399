"""
The cluster of cluster-case.ts in SimPy, for comparison: the same clients, load balancer and servers with a queue each,
as queues and delays alone. Nobody here sends a byte, keeps a session or checks a health; the two hops of a message are
one delay. That makes it the smallest simulation of this cluster that SimPy can be given.

Takes the cluster as JSON, times in microseconds; prints what it took as JSON.
"""

import itertools
import json
import random
import sys
import time

import simpy


def simulate(cluster):
    env = simpy.Environment()
    rng = random.Random(cluster["seed"])
    servers = [simpy.Resource(env, cluster["workers"]) for _ in range(cluster["servers"])]
    turns = itertools.cycle(servers)
    internet, inside = cluster["internet"], cluster["cluster"]
    latencies = []

    def hops():
        return rng.uniform(internet["minUs"], internet["maxUs"]) + rng.uniform(inside["minUs"], inside["maxUs"])

    def client():
        yield env.timeout(rng.uniform(0, cluster["arrivesWithinUs"]))
        for _ in range(cluster["repeats"]):
            sent = env.now
            yield env.timeout(hops())
            with next(turns).request() as turn:
                yield turn
                yield env.timeout(rng.expovariate(1 / cluster["serviceMeanUs"]))
            yield env.timeout(hops())
            latencies.append(env.now - sent)
            yield env.timeout(rng.expovariate(1 / cluster["thinkMeanUs"]))

    for _ in range(cluster["clients"]):
        env.process(client())
    # Processor time, as in the other simulation: what other programs take does not count.
    start = time.process_time()
    env.run()
    seconds = time.process_time() - start
    return {
        "requests": len(latencies),
        "seconds": seconds,
        "latencyMeanUs": sum(latencies) / len(latencies),
    }


print(json.dumps(simulate(json.loads(sys.argv[1]))))
