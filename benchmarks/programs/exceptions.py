"""Exceptions: raise and catch 250."""


class RefusedError(Exception):
    def __init__(self, code):
        self.code = code


def check(n):
    if n % 2:
        raise RefusedError(n)
    return 1


def run():
    total = 0
    for i in range(500):
        try:
            total += check(i)
        except RefusedError as error:
            total += error.code
    return total
