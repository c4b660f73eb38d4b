from browser import timer
from webext import on_message


def later():
    {}["missing"]  # background


@on_message(ask="later")
def ask_later(message, sender):
    timer.set_timeout(later, 0)
