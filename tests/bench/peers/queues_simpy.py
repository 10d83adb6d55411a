"""The waiting lines of tests/bench/queues.cc in SimPy 3 or later: queues_simpy.py FILE [WAITS]

Prints stops=… wait=… end=… ms=…, the processor's time for the run alone. With WAITS it writes the wait at each stop, one a line, and takes
those who come at the same time person by person, stop by stop, after all services that end then: SimPy's own order among them
is that in which events were made. That needs one more event a stop, so such a run is not one to time.
"""
import sys
import time

import simpy


def read(path):
    with open(path, encoding="ascii") as file:
        people, _ = map(int, file.readline().split())
        servers = list(map(int, file.readline().split()))
        lines = [list(map(int, file.readline().split())) for _ in range(people)]
    return servers, [(line[0], list(zip(line[2::2], line[3::2]))) for line in lines]


def as_it_comes(env, actors, people):
    total = [0, 0]

    def person(stops):
        for actor, service in stops:
            came = env.now
            with actors[actor].request() as place:
                yield place
                total[0] += env.now - came
                total[1] += 1
                yield env.timeout(service)

    def door():
        for sets_out, stops in sorted(people, key=lambda one: one[0]):
            if sets_out > env.now:
                yield env.timeout(sets_out - env.now)
            env.process(person(stops))

    env.process(door())
    return total


def in_order(env, actors, people, waits):
    def comes(stop, delay):
        event = simpy.Event(env)
        event._ok, event._value = True, None
        env.schedule(event, priority=2 + stop, delay=delay)  # 1 is that of the end of a service
        return event

    def person(sets_out, first, stops):
        yield comes(first, sets_out)
        for stop, (actor, service) in enumerate(stops, first):
            if stop > first:
                yield comes(stop, 0)
            came = env.now
            with actors[actor].request() as place:
                yield place
                waits[stop] = env.now - came
                yield env.timeout(service)

    for sets_out, stops in people:
        env.process(person(sets_out, len(waits), stops))
        waits.extend([-1] * len(stops))


def main():
    servers, people = read(sys.argv[1])
    env = simpy.Environment()
    actors = [simpy.Resource(env, capacity=number) for number in servers]
    if len(sys.argv) > 2:
        waits = []
        in_order(env, actors, people, waits)
        env.run()
        with open(sys.argv[2], "w", encoding="ascii") as file:
            file.writelines(f"{wait}\n" for wait in waits)
        return
    total = as_it_comes(env, actors, people)
    start = time.process_time()
    env.run()
    spent = time.process_time() - start
    print(f"stops={total[1]} wait={total[0]} end={env.now} ms={spent * 1000:.1f}")


if __name__ == "__main__":
    main()
