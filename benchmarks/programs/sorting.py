"""Sorting 1000 objects by a key."""


class Item:
    def __init__(self, weight):
        self.weight = weight


ITEMS = [Item(i * 7919 % 1009) for i in range(1000)]


def run():
    items = sorted(ITEMS, key=lambda item: item.weight)
    return str(items[10].weight) + ":" + str(items[900].weight)
