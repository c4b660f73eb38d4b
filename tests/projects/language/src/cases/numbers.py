"""Numbers: whole ones of any size, floats, and their formats."""


def large():
    n = 2**53
    return n, n + 1, n + 2, n * n, -(n**3) // 7, (n + 1) % 10, 10**30, hash(1) == hash(1.0)


def larger_than_a_float_can_tell():
    return 9007199254740993 == 9007199254740992, 2**64 - 1, int("9" * 25), 1 << 80 >> 78


def division():
    return 7 // 2, -7 // 2, -7 % 3, 7 % -3, divmod(-7, 2), 7 / 2, 6 / 2, 2**-1, 7.5 // 2


def floats():
    return 0.1 + 0.2, 1e100, float("inf"), 1.0, 100000000000000000000.0, round(2.5), int(-3.7)


def formats():
    n = 1234567.891
    return f"{n:,.2f}", f"{255:#x}", f"{5:03d}", f"{0.5:.0%}", f"{-3:+}", f"{n:.3e}", bin(10)


def booleans():
    return True + True, isinstance(True, int), 1 == True, [] == False, not 0, None or "x", 0 and 1


def conversions():
    found = []
    for text in ("12", " 7 ", "1_000", "x", "1.5"):
        try:
            found.append(int(text))
        except ValueError as error:
            found.append(str(error))
    return found, float("1e3"), int("ff", 16), chr(8364), ord("€")


def by_zero():
    try:
        return 1 // 0
    except ZeroDivisionError as error:
        return type(error).__name__


def rounded():
    whole = [round(n, -2) for n in (1234, 1250, 1350, -1250, 2**70, 0, 49)]
    return (
        whole, round(15, -1), round(7, 2), round(True), round(1234, -10), type(round(7, 1)),
        [f"{x:.0f}" for x in (0.5, 1.5, 2.5, -2.5, 2.6, -3.5)], sorted([2**70, 1, -(2**70), 9]),
    )  # fmt: skip


CASES = [
    large, larger_than_a_float_can_tell, division, floats, formats, booleans, conversions, by_zero,
    rounded,
]  # fmt: skip
