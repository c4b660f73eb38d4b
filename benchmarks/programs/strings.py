"""Strings: split, change and join words, and go through the letters."""

SENTENCE = "the quick brown fox jumps over the lazy dog and runs away"
TEXT = " ".join([SENTENCE for _ in range(10)])


def run():
    vowels = 0
    words = []
    for word in TEXT.split(" "):
        words.append(word.upper() + "-" + word[1:].replace("o", "0"))
    joined = ",".join(words)
    for letter in joined:
        if letter in "AEIOUaeiou":
            vowels += 1
    return str(len(joined)) + ":" + str(vowels) + ":" + str(joined.find("DOG-"))
