"""Dicts: count words, and go through the counts."""

WORDS = ["word" + str(i * i % 97) for i in range(1000)]


def run():
    counts = {}
    for word in WORDS:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    most = 0
    for word, count in counts.items():
        most = max(most, count + len(word))
    return str(len(counts)) + ":" + str(most)
