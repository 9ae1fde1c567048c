# ruleid: imprimatur.text.direction-hidden
access = "user‮ ⁦// admin only⁩ ⁦"
# ok: imprimatur.text.direction-hidden
name = "דוד"
