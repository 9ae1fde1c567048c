import asyncssh
import paramiko

client = paramiko.SSHClient()
# ruleid: imprimatur.python.ssh-host-key-unchecked
client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
# ruleid: imprimatur.python.ssh-host-key-unchecked
client.set_missing_host_key_policy(paramiko.WarningPolicy)

# ok: imprimatur.python.ssh-host-key-unchecked
client.set_missing_host_key_policy(paramiko.RejectPolicy())


async def connect(host):
    # ruleid: imprimatur.python.ssh-host-key-unchecked
    await asyncssh.connect(host, known_hosts=None)
    # ok: imprimatur.python.ssh-host-key-unchecked
    await asyncssh.connect(host, known_hosts="known_hosts")
