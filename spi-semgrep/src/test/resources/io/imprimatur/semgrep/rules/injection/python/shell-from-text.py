import os
import subprocess


def unpack(name):
    # ruleid: imprimatur.python.shell-from-text
    os.system("tar -xf " + name)
    # ruleid: imprimatur.python.shell-from-text
    subprocess.run(f"tar -xf {name}", shell=True)
    command = "tar -xf %s" % name
    # ruleid: imprimatur.python.shell-from-text
    subprocess.check_output(command, shell=True)


def unpack_safely(name):
    # ok: imprimatur.python.shell-from-text
    subprocess.run(["tar", "-xf", name], check=True)
    # ok: imprimatur.python.shell-from-text
    os.system("clear")
    # ok: imprimatur.python.shell-from-text
    subprocess.run("ls | wc -l", shell=True)
