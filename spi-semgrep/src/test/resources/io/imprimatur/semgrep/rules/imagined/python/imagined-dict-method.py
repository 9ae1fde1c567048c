from collections import defaultdict


def count(words, table: dict):
    counts = {}
    # ruleid: imprimatur.python.imagined-dict-method
    counts.put("a", 1)
    # ruleid: imprimatur.python.imagined-dict-method
    if table.has_key("a"):
        # ruleid: imprimatur.python.imagined-dict-method
        return counts.getOrDefault("a", 0)
    groups = defaultdict(list)
    # ruleid: imprimatur.python.imagined-dict-method
    groups.containsKey("a")
    # ok: imprimatur.python.imagined-dict-method
    groups["a"].append(1)
    # ok: imprimatur.python.imagined-dict-method
    words.put("a", 1)
    # ok: imprimatur.python.imagined-dict-method
    return counts.get("a", 0)
