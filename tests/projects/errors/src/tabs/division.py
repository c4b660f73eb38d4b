"""A module further down, so that tracebacks have more than one file."""


def divide(number):
    return number / 0  # divide
