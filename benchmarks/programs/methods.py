"""Objects: make 500, call their methods, read and write attributes."""


class Shape:
    def __init__(self, x):
        self.x = x
        self.moves = 0

    def move(self, by):
        self.x += by
        self.moves += 1

    def area(self):
        return 0


class Square(Shape):
    def area(self):
        return self.x * self.x


def run():
    shapes = [Square(i) if i % 2 else Shape(i) for i in range(500)]
    total = 0
    for shape in shapes:
        shape.move(2)
        shape.move(-1)
        total += shape.area() + shape.moves
    return total
