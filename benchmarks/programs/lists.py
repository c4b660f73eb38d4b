"""Lists: comprehensions, slices, append and pop."""


def run():
    numbers = [i * 7 % 101 for i in range(1000)]
    even = [n for n in numbers if n % 2 == 0]
    stack = [1]
    total = 0
    for n in even:
        stack.append(n)
        if n % 5 == 0:
            total += stack.pop() + stack[0]
    half = stack[: len(stack) // 2]
    for i in range(len(half)):
        total += half[i] * numbers[i]
    return total + len(stack)
