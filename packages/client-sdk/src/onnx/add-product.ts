/** Rows of the left matrix that are multiplied at once. */
const rowsAtOnce = 4;

/**
 * target [rows, columns] += left [rows, inner] · right [inner, columns]. Here the time of a network goes: four rows and two columns at a
 * time need six numbers for eight products, which is three times as fast as one by one.
 */
export function addProduct(
  left: Float64Array,
  right: Float64Array,
  inner: number,
  columns: number,
  target: Float64Array,
): void {
  const rows = left.length / inner;
  const together = columns % 2 === 0 ? rows - (rows % rowsAtOnce) : 0;
  for (let row = 0; row < together; row += rowsAtOnce) addFourRows(left, right, inner, columns, target, row);
  for (let row = together; row < rows; row++) addRow(left, right, inner, columns, target, row);
}

function addFourRows(
  left: Float64Array,
  right: Float64Array,
  inner: number,
  columns: number,
  target: Float64Array,
  row: number,
): void {
  const first = row * inner;
  const second = first + inner;
  const third = second + inner;
  const fourth = third + inner;
  for (let column = 0; column < columns; column += 2) {
    let [firstHere, secondHere, thirdHere, fourthHere] = [0, 0, 0, 0];
    let [firstNext, secondNext, thirdNext, fourthNext] = [0, 0, 0, 0];
    for (let at = 0, place = column; at < inner; at++, place += columns) {
      const here = right[place] ?? 0;
      const next = right[place + 1] ?? 0;
      const one = left[first + at] ?? 0;
      const two = left[second + at] ?? 0;
      const three = left[third + at] ?? 0;
      const four = left[fourth + at] ?? 0;
      firstHere += one * here;
      firstNext += one * next;
      secondHere += two * here;
      secondNext += two * next;
      thirdHere += three * here;
      thirdNext += three * next;
      fourthHere += four * here;
      fourthNext += four * next;
    }
    const into = row * columns + column;
    add(target, into, firstHere, firstNext);
    add(target, into + columns, secondHere, secondNext);
    add(target, into + 2 * columns, thirdHere, thirdNext);
    add(target, into + 3 * columns, fourthHere, fourthNext);
  }
}

function add(target: Float64Array, at: number, here: number, next: number): void {
  target[at] = (target[at] ?? 0) + here;
  target[at + 1] = (target[at + 1] ?? 0) + next;
}

function addRow(
  left: Float64Array,
  right: Float64Array,
  inner: number,
  columns: number,
  target: Float64Array,
  row: number,
): void {
  const into = row * columns;
  for (let at = 0; at < inner; at++) {
    const factor = left[row * inner + at] ?? 0;
    // Half of what follows a ReLU is nothing.
    if (factor === 0) continue;
    const from = at * columns;
    for (let column = 0; column < columns; column++) {
      target[into + column] = (target[into + column] ?? 0) + factor * (right[from + column] ?? 0);
    }
  }
}
