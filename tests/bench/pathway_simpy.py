"""The lives of pathway.lua as a user of SimPy would write them: a process a case, one for its duty, one for the panel.

Usage: python3 pathway_simpy.py FILE REPLICATES, with SimPy 2 (Debian: python3-simpy).
FILE is JSON: "first_day" (days since 1970), "next_working" (by day from there: days to the next working day) and
"referred" (seconds since 1970, a case each). Prints lives a second of this processor, and how many were housed.
"""
import json
import random
import sys
import time

from SimPy.Simulation import Process, Simulation, hold, passivate

DAY = 86400
PLACES = 36
FOLLOWED = 730 * DAY


class Case(Process):
    def __init__(self, council, referred):
        Process.__init__(self, sim=council)
        self.council, self.referred, self.end = council, referred, referred + FOLLOWED
        self.late, self.housed, self.closed, self.answer = 0, False, False, None

    def working(self, days):
        at = self.sim.now()
        for _ in range(days):
            at += self.council.next_working[int(at // DAY) - self.council.first_day] * DAY
        return at - self.sim.now()

    def live(self):
        draw, referred = self.council.luck.randrange, self.referred
        yield hold, self, 60 * (30 + draw(1471))  # contact
        self.late += self.sim.now() > referred + DAY
        yield hold, self, 60 * (1 + draw(3000))  # assessment
        self.late += self.sim.now() // DAY > referred // DAY + 3
        yield hold, self, self.working(1 + draw(12))  # meeting
        while self.answer != "approved":
            if self.answer == "deferred":
                yield hold, self, self.working(5)  # information
            self.council.queue.append(self)
            yield passivate, self
            if self.answer == "declined":
                self.closed = True
                return
        refused = True
        while refused:
            yield hold, self, self.working(3 + draw(15))  # offer
            refused = draw(100) < 35
        yield hold, self, self.working(5 + draw(11))  # viewing
        if self.sim.now() <= self.end:
            self.housed = self.closed = True


class Duty(Process):
    """Prevention for 56 days, then relief for 56, unless the case is closed."""

    def owe(self, case):
        yield hold, self, 57 * DAY
        case.relief = not case.closed
        yield hold, self, 57 * DAY


class Panel(Process):
    def sit(self, council):
        while True:
            heard, council.queue = council.queue[:PLACES], council.queue[PLACES:]
            for case in heard:
                luck = council.luck.randrange(100)
                if self.sim.now() <= case.end:
                    case.answer = "approved" if luck < 70 else "deferred" if luck < 90 else "declined"
                    self.sim.reactivate(case)
            yield hold, self, 14 * DAY


class Council(Simulation):
    def run(self, told, replicate):
        self.initialize()
        self.luck, self.queue = random.Random(replicate), []
        self.first_day, self.next_working = told["first_day"], told["next_working"]
        cases = [Case(self, referred) for referred in told["referred"]]
        for case in cases:
            duty = Duty(sim=self)
            self.activate(case, case.live(), at=case.referred)
            self.activate(duty, duty.owe(case), at=case.referred)
        panel = Panel(sim=self)
        self.activate(panel, panel.sit(self), at=(self.first_day + 5) * DAY + DAY // 2)
        self.simulate(until=max(told["referred"]) + FOLLOWED)
        return sum(case.housed for case in cases)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        told = json.load(file)
    replicates, council = int(sys.argv[2]), Council()
    start = time.process_time()
    housed = sum(council.run(told, replicate) for replicate in range(replicates))
    spent = time.process_time() - start
    print(replicates * len(told["referred"]) / spent, housed)


main()
