"""
The cluster of crowd.ts in SimPy, for comparison: random arrivals, and servers with a queue each, as delays and queues
alone. It has no bytes, sessions or health checks, and the two hops of a message are one delay. So this is the minimum of
work for such a cluster in SimPy.

Takes the cluster as JSON, times in microseconds; prints the measurements as JSON.
"""

import json
import random
import sys
import time

import simpy


def simulate(cluster):
    env = simpy.Environment()
    rng = random.Random(cluster["seed"])
    servers = [simpy.Resource(env, cluster["workers"]) for _ in range(cluster["servers"])]
    least = cluster["internet"]["minUs"] + cluster["cluster"]["minUs"]
    most = cluster["internet"]["maxUs"] + cluster["cluster"]["maxUs"]
    arrival_rate = 1 / cluster["arrivalMeanUs"]
    service_rate = 1 / cluster["serviceMeanUs"]
    total = 0

    def request(number):
        nonlocal total
        sent = env.now
        yield env.timeout(rng.uniform(least, most))
        with servers[number % len(servers)].request() as turn:
            yield turn
            yield env.timeout(rng.expovariate(service_rate))
        yield env.timeout(rng.uniform(least, most))
        total += env.now - sent

    def arrivals():
        for number in range(cluster["requests"]):
            env.process(request(number))
            yield env.timeout(rng.expovariate(arrival_rate))

    env.process(arrivals())
    # Processor time, as in the other simulation, so that other programs don't count.
    start = time.process_time()
    env.run()
    seconds = time.process_time() - start
    requests = cluster["requests"]
    return {"requests": requests, "seconds": seconds, "latencyMeanUs": total / requests}


print(json.dumps(simulate(json.loads(sys.argv[1]))))
