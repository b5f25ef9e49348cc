"""Counts what a file for process mining holds: by pm4py, and by the plain readers of the standard library.

read_process_log.py (pm4py|plain) (xes|ocel) FILE: prints cases, events, and how often each thing was done, as JSON.
"""

import collections
import json
import sys
import xml.etree.ElementTree

NAMESPACE = "{http://www.xes-standard.org/}"


def xes_by_pm4py(file):
    import pm4py

    log = pm4py.read_xes(file)
    return log["case:concept:name"].nunique(), len(log), log["concept:name"]


def ocel_by_pm4py(file):
    import pm4py

    log = pm4py.read_ocel2_json(file)
    cases = (log.objects["ocel:type"] == "case").sum()
    return int(cases), len(log.events), log.events["ocel:activity"]


def xes_plainly(file):
    log = xml.etree.ElementTree.parse(file).getroot()
    events = log.findall(f"{NAMESPACE}trace/{NAMESPACE}event")
    names = (event.find(f"{NAMESPACE}string[@key='concept:name']").get("value") for event in events)
    return len(log.findall(f"{NAMESPACE}trace")), len(events), names


def ocel_plainly(file):
    with open(file, encoding="utf-8") as opened:
        log = json.load(opened)
    cases = sum(one["type"] == "case" for one in log["objects"])
    return cases, len(log["events"]), (event["type"] for event in log["events"])


READERS = {
    ("pm4py", "xes"): xes_by_pm4py,
    ("pm4py", "ocel"): ocel_by_pm4py,
    ("plain", "xes"): xes_plainly,
    ("plain", "ocel"): ocel_plainly,
}


def main():
    by, kind, file = sys.argv[1:]
    cases, events, activities = READERS[by, kind](file)
    print(json.dumps({"cases": cases, "events": events, "activities": collections.Counter(activities)}))


if __name__ == "__main__":
    main()
