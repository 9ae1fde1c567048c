from pathlib import Path


def load(folder: Path):
    # ruleid: imprimatur.python.imagined-path-method
    text = Path("a.txt").read()
    target = Path("b.txt")
    # ruleid: imprimatur.python.imagined-path-method
    target.delete()
    # ruleid: imprimatur.python.imagined-path-method
    names = folder.listdir()
    # ok: imprimatur.python.imagined-path-method
    text += target.read_text()
    # ok: imprimatur.python.imagined-path-method
    target.unlink()
    # ok: imprimatur.python.imagined-path-method
    return text, names, list(folder.iterdir())
