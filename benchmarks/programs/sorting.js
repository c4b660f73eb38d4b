class Item {
  constructor(weight) {
    this.weight = weight
  }
}

const ITEMS = Array.from({length: 1000}, (_, i) => new Item(i * 7919 % 1009))

function run() {
  const items = ITEMS.toSorted((a, b) => a.weight - b.weight)
  return `${items[10].weight}:${items[900].weight}`
}
