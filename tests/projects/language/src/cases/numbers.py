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


def written_as_asked():
    n, huge = 255, 2**70
    bases = [
        f"{n:#010x}", f"{-n:#010x}", f"{n:+#010x}", f"{n:*=+#10x}", f"{n:_b}", f"{n:#_b}",
        f"{n:#o}", f"{n:X}", f"{123456789:_o}", f"{huge:#x}", f"{-huge:#o}", f"{97:c}|{97:5c}",
    ]  # fmt: skip
    grouped = [
        f"{1234567:_d}", f"{1234567:015,}", f"{1234:08_}", f"{-12:08,}", f"{1234567.891:015,.2f}",
        f"{1e21:,.2f}", f"{1e21:,}", f"{1234.5:,e}", f"{0.000123:,}", f"{float('inf'):,}",
    ]  # fmt: skip
    floats = [
        f"{12345:+.2e}", f"{12345: .2e}", f"{1e16:.1f}", f"{1e22:f}", f"{huge:f}", f"{1.0:#.0e}",
        f"{1.5:+g}", f"{999999.5:g}", f"{1234.5:.0g}", f"{1e20:n}", f"{12:5n}", f"{1e-10:G}",
        f"{1e3:.3}", f"{12.0:.5}", f"{3.0:.1}", f"{1e10:.12}", f"{float('-inf'):6}",
        f"{float('nan'):.2f}", f"{float('inf'):%}", f"{float('inf'):F}", f"{-0.001:z.1f}",
        f"{-0.001:.1f}", f"{-0.0:+.0f}", f"{0.125:.2f}", f"{2.675:.2f}", f"{0.1:.30f}",
        f"{12345:.3e}", f"{12355:.3g}", f"{0.5:08.1%}", f"{2.5:010}", f"{True:d}|{True:5}",
    ]  # fmt: skip
    return bases, grouped, floats, [f"{round(-0.5)}", f"{5:#g}"]


def written_by_percent():
    n, x, found = 255, 1234.5678, []
    for form in ("%.2d", "%x", "%#x", "%#010x", "%+x", "% x", "%.5x", "%8.5X", "%-8o|", "%#o"):
        found.append((form % n, form % -n, form % 2**70))
    for form in (
        "%e",
        "%+e",
        "%012.2e",
        "%g",
        "%G",
        "%+g",
        "%010g",
        "%-12.3f|",
        "%#.0f",
        "%5.1f%%",
    ):
        found.append([form % number for number in (x, -x, 1e-10, 0, float("inf"), -0.0)])
    for form, value in (("%d", float("inf")), ("%d", float("nan")), ("%x", 1.5), ("%d", "a")):
        try:
            found.append(form % value)
        except (OverflowError, TypeError, ValueError) as error:
            found.append(type(error).__name__)
    return (
        found,
        "%*d|%-*d|%*d|%.*f" % (5, 1, 5, 2, -5, 3, 2, x),
        "%d %i" % (3.7, -3.7),
        "%d" % True,
    )


def floats_rounded():
    halves = [round(x) for x in (0.5, 1.5, -2.5, -0.5, 1e20, 4503599627370497.5)]
    digits = [round(x, 2) for x in (2.675, 1.005, 0.125, -2.675, 1e22, -0.001, float("inf"))]
    tens = [round(x, -1) for x in (15.0, 25.0, 25.000001, -5.0, 1e20, 3.7)]
    far = [round(0.1, 20), round(1.5, 400), round(1.5, -400), round(1.5e308, -300)]
    return (
        halves,
        digits,
        tens,
        far,
        round(2.5, 0),
        round(1.15, 1),
        round(2.5, None),
        round(2.5, True),
    )


def methods_of_numbers():
    return (
        (5).conjugate(), (2.5).conjugate(), True.conjugate(), (2.5).imag, (5).imag, (0.0).hex(),
        (-0.0).hex(), (0.1).hex(), float.fromhex("0x1.8p+1"), (5).to_bytes(length=2, byteorder="big"),
        (0.75).as_integer_ratio(), (5).as_integer_ratio(), (2.0).is_integer(), (255).bit_count(),
        int.from_bytes(b"\xff\xfe", "little", signed=True), (-5).bit_length(), (1000).to_bytes(4),
    )  # fmt: skip


def told(work, text):
    try:
        return work(text)
    except ValueError as error:
        return str(error)


def floats_from_text():
    texts = (
        "0x1", "0b1", "1_0.5_0", "１.5", "٣", " 1e5 ", "+1.", ".5", "-.5E-1", "_1", "1_", "1__0",
        "1_.5", "1e_5", ".", "e5", "", "+-1", "1e400", "-Infinity", "1 2", "infinit", "0o7", "1,5",
    )  # fmt: skip
    return [told(float, text) for text in texts]


CASES = [
    large, larger_than_a_float_can_tell, division, floats, formats, booleans, conversions, by_zero,
    rounded, written_as_asked, written_by_percent, floats_rounded, methods_of_numbers,
    floats_from_text,
]  # fmt: skip
