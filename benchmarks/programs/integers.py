"""Integers: common divisors of numbers from a generator of random ones."""


def divisor(a, b):
    while b:
        a, b = b, a % b
    return a


def run():
    number = 42
    total = 0
    for _ in range(1000):
        number = (number * 16807 + 11) % 2147483647
        total += divisor(number, 5040) + number // 65536
    return total
