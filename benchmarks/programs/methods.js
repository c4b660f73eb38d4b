class Shape {
  constructor(x) {
    this.x = x
    this.moves = 0
  }

  move(by) {
    this.x += by
    this.moves += 1
  }

  area() {
    return 0
  }
}

class Square extends Shape {
  area() {
    return this.x * this.x
  }
}

function run() {
  const shapes = Array.from({length: 500}, (_, i) => i % 2 ? new Square(i) : new Shape(i))
  let total = 0
  for (const shape of shapes) {
    shape.move(2)
    shape.move(-1)
    total += shape.area() + shape.moves
  }
  return total
}
