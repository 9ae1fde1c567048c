# ruleid: imprimatur.text.chat-phrase
# Sure! Here is the function that you asked for.
def total(items):
    return sum(items)


# ruleid: imprimatur.text.chat-phrase
# Let me know if you have any questions about it.
# ok: imprimatur.text.chat-phrase
# Here is where the orders are kept.
# ok: imprimatur.text.chat-phrase
# Be sure to close it.
