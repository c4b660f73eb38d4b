"""Generators: two, one of which takes from the other."""


def numbers(count):
    for i in range(count):
        yield i


def odd_squares(count):
    for n in numbers(count):
        if n % 2:
            yield n * n


def run():
    total = 0
    for n in odd_squares(1000):
        total += n
    return total
