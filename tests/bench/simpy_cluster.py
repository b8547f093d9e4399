"""
The cluster of crowd.ts in SimPy, for comparison: requests that arrive at random, and servers with a line each, as delays
and queues alone. Nobody here sends a byte, keeps a session or checks a health, and the two hops of a message are one
delay. That makes it the least that SimPy can be given to do for such a cluster.

Takes the cluster as JSON, times in microseconds; prints what it took as JSON.
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
    # Processor time, as in the other simulation: what other programs take does not count.
    start = time.process_time()
    env.run()
    seconds = time.process_time() - start
    requests = cluster["requests"]
    return {"requests": requests, "seconds": seconds, "latencyMeanUs": total / requests}


print(json.dumps(simulate(json.loads(sys.argv[1]))))
